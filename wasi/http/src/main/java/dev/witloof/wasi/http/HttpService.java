package dev.witloof.wasi.http;

import dev.witloof.error.PoolExhaustedException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Deployment;
import dev.witloof.link.Pool;
import dev.witloof.name.ExportRef;
import dev.witloof.name.InterfaceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A component that answers HTTP requests, for whatever server receives them: it exports {@code wasi:http/incoming-handler}, and
 * is called once for each request in the thread of the request.
 *
 * <pre>{@code
 * Linker linker = Linker.builder().bindAll(wasi.and(WasiHttp.builder().build())).build();
 * try (Deployment deployment = linker.plan(component).start()) {
 *     HttpService service = HttpService.of(deployment);          // an instance for each request
 *     HttpService pooled = HttpService.of(deployment.pool(limits)); // or instances that are used again
 * }
 * }</pre>
 *
 * <p>The response goes out as the guest gives it: status and headers when it calls {@code response-outparam.set}, then the bytes
 * that it writes. What goes wrong before that, be it that the guest traps, gives an error or nothing, or that there is no
 * instance, the client is told by a status of its own ({@code 500}, {@code 503}, or what suits the error's code); what goes wrong
 * after that cuts the response off.
 *
 * <p>Any number of threads may use it. It closes neither the deployment nor the pool.
 */
public final class HttpService {

    private static final InterfaceName HANDLER = InterfaceName.parse("wasi:http/incoming-handler@0.2.12");
    private static final int BROKEN = 500;
    private static final int UNAVAILABLE = 503;

    /** From where instances come, and where they go. */
    @FunctionalInterface
    private interface Instances {

        /**
         * Has one used.
         *
         * @param use says whether the instance may be used again
         */
        void use(Predicate<ComponentInstance> use) throws InterruptedException;
    }

    private final Instances instances;
    private final Component component;
    private final Function<ComponentInstance, IncomingHandler> handlers;
    private final boolean keeping;
    private final HttpListener listener;

    private HttpService(
            Instances instances,
            Component component,
            Function<ComponentInstance, IncomingHandler> handlers,
            boolean keeping,
            HttpListener listener) {
        this.instances = instances;
        this.component = component;
        this.handlers = handlers;
        this.keeping = keeping;
        this.listener = listener;
    }

    private static Function<ComponentInstance, IncomingHandler> handlers(String export, boolean keeping) {
        Function<ComponentInstance, IncomingHandler> exports =
                instance -> instance.export(export, IncomingHandler.class);
        return keeping ? kept(exports) : exports;
    }

    /** Looks an instance's export up once only. */
    private static Function<ComponentInstance, IncomingHandler> kept(
            Function<ComponentInstance, IncomingHandler> exports) {
        Map<ComponentInstance, IncomingHandler> known = new ConcurrentHashMap<>();
        return instance -> {
            IncomingHandler handler = known.get(instance);
            if (handler == null) {
                handler = exports.apply(instance);
                known.put(instance, handler);
                instance.onClose(() -> known.remove(instance));
            }
            return handler;
        };
    }

    /**
     * Answers each request by an instance of its own.
     *
     * @throws IllegalArgumentException if the component exports no {@code wasi:http/incoming-handler}; to see this an instance is
     *     made
     * @throws UninstantiableException if that cannot be made
     */
    public static HttpService of(Deployment deployment) {
        Instances each = use -> {
            try (ComponentInstance instance = deployment.instantiate()) {
                use.test(instance);
            }
        };
        try (ComponentInstance instance = deployment.instantiate()) {
            return of(each, instance, false);
        }
    }

    /**
     * Answers each request by an instance of a pool. One that trapped, or did not answer, is not used again.
     *
     * @throws IllegalArgumentException if the component exports no {@code wasi:http/incoming-handler}; to see this an instance is
     *     borrowed
     * @throws UninstantiableException if that cannot be made
     * @throws InterruptedException if the thread is interrupted while it waits for it
     */
    public static HttpService of(Pool pool) throws InterruptedException {
        Instances lent = use -> {
            try (Pool.Lease lease = pool.borrow()) {
                if (!use.test(lease.instance())) {
                    lease.retire();
                }
            }
        };
        try (Pool.Lease lease = pool.borrow()) {
            return of(lent, lease.instance(), true);
        }
    }

    private static HttpService of(Instances instances, ComponentInstance one, boolean keeping) {
        String export = export(one.component())
                .orElseThrow(() -> new IllegalArgumentException(
                        one.component().name() + ": expected an export of wasi:http/incoming-handler@0.2, found none"));
        one.export(export, IncomingHandler.class);
        return new HttpService(instances, one.component(), handlers(export, keeping), keeping, HttpListener.none());
    }

    /** The name of the export that makes a component answer requests, the first if there are several; empty if there is none. */
    public static Optional<String> export(Component component) {
        return exports(component).stream().findFirst();
    }

    private static List<String> exports(Component component) {
        return component.exports().stream()
                .filter(export ->
                        export.interfaceName().filter(HANDLER::matches).isPresent())
                .map(ExportRef::name)
                .toList();
    }

    /**
     * The same by an export with this name, for components that have several handlers.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public HttpService export(String name) {
        List<String> exports = exports(component);
        if (!exports.contains(name)) {
            throw new IllegalArgumentException(component.name()
                    + ": expected the name of an export of wasi:http/incoming-handler@0.2, one of " + exports
                    + ", found \"" + name + "\"");
        }
        return new HttpService(instances, component, handlers(name, keeping), keeping, listener);
    }

    /** The same, which tells somebody what goes wrong. */
    public HttpService listener(HttpListener listener) {
        return new HttpService(instances, component, handlers, keeping, listener);
    }

    /**
     * Answers one request, in this thread. Returns when the response is complete or was broken off; nothing of the request or of
     * the responder is used after that. Throws nothing that the guest or the connection did; the listener hears of it.
     *
     * @param request as the server received it, its headers all
     * @param body read as the guest reads it; closed in the end
     * @param responder takes the response
     */
    public void handle(RequestHead request, BodySource body, HttpResponder responder) {
        Answer answer = new Answer(request, body, responder);
        try {
            instances.use(instance -> answer.by(instance, handlers));
        } catch (PoolExhaustedException e) {
            answer.none(e, UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.none(e, UNAVAILABLE);
        } catch (RuntimeException e) {
            answer.none(e, BROKEN);
        }
        Exception failure = answer.failure();
        if (failure != null) {
            listener.failed(request, failure);
        }
    }
}
