package dev.witloof.wasi.http;

import dev.witloof.instance.Component;
import dev.witloof.link.Deployment;
import dev.witloof.link.Pool;
import java.util.Optional;

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

    private HttpService() {}

    /**
     * Answers each request by an instance of its own.
     *
     * @throws IllegalArgumentException if the component exports no {@code wasi:http/incoming-handler}; to see this an instance is
     *     made
     * @throws dev.witloof.error.UninstantiableException if that cannot be made
     */
    public static HttpService of(Deployment deployment) {
        throw new UnsupportedOperationException("not written yet");
    }

    /**
     * Answers each request by an instance of a pool. One that trapped, or did not answer, is not used again.
     *
     * @throws IllegalArgumentException if the component exports no {@code wasi:http/incoming-handler}; to see this an instance is
     *     borrowed
     * @throws dev.witloof.error.UninstantiableException if that cannot be made
     * @throws InterruptedException if the thread is interrupted while it waits for it
     */
    public static HttpService of(Pool pool) throws InterruptedException {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The name of the export that makes a component answer requests, the first if there are several; empty if there is none. */
    public static Optional<String> export(Component component) {
        throw new UnsupportedOperationException("not written yet");
    }

    /**
     * The same by an export with this name, for components that have several handlers.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public HttpService export(String name) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The same, which tells somebody what goes wrong. */
    public HttpService listener(HttpListener listener) {
        throw new UnsupportedOperationException("not written yet");
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
        throw new UnsupportedOperationException("not written yet");
    }
}
