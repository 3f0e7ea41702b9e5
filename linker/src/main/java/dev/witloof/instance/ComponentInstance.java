package dev.witloof.instance;

import dev.witloof.host.TypeToken;
import dev.witloof.limit.Calls;
import dev.witloof.limit.Cancellation;
import dev.witloof.limit.Limit;
import dev.witloof.limit.Limits;
import java.time.Duration;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * A running component. One thread at a time may use it; a second one gets an {@link IllegalStateException}. After a trap
 * it is poisoned: every later call throws a {@code TrapException} that says so.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#component-instances">CanonicalABI: component instances</a>
 */
public final class ComponentInstance implements AutoCloseable {

    private final Store store;
    private final Component component;
    private final Map<String, RuntimeItem> items;
    private final ExportedItems exports;
    private final JavaExports javaExports;
    private final Deque<Runnable> onClose = new ConcurrentLinkedDeque<>();

    /** An instance of a component, which stands alone or is a member of a composition. */
    ComponentInstance(Store store, Component component, Map<String, RuntimeItem> items, Members members) {
        this.store = store;
        this.component = component;
        this.items = items;
        this.javaExports = new JavaExports(this, store, items, Map.of());
        this.exports = new ExportedItems(
                members.title(component),
                "",
                members.importing().map(name -> " of " + name).orElse(""),
                store,
                component.type().exports(),
                items,
                javaExports,
                Map.of());
    }

    /**
     * The instance of a composition, whose exports are its members'.
     *
     * @param exporters by export, the member from which it comes
     */
    ComponentInstance(Store store, Component composition, Map<String, ComponentInstance> exporters) {
        this.store = store;
        this.component = composition;
        this.items = new LinkedHashMap<>();
        exporters.forEach((export, member) -> items.put(export, member.item(export)));
        Map<String, ExportedItems> exported = new HashMap<>();
        Map<String, JavaExports> java = new LinkedHashMap<>();
        exporters.forEach((export, member) -> {
            exported.put(export, member.exports);
            java.put(export, member.javaExports);
        });
        this.javaExports = new JavaExports(this, store, items, java);
        this.exports = new ExportedItems(
                composition.name(), "", "", store, composition.type().exports(), items, javaExports, exported);
    }

    /** The component of which this is an instance. */
    public Component component() {
        return component;
    }

    /**
     * An exported function.
     *
     * @param name its name, such as {@code checkout}
     * @throws IllegalArgumentException if there is none of this name; the message lists those that are there
     */
    public ComponentFunction function(String name) {
        return exports.function(name);
    }

    /**
     * An exported function with Java types that are checked now.
     *
     * @param name its name
     * @param result the class of its result, {@code void.class} for none
     * @param parameters the classes of its parameters
     * @throws IllegalArgumentException if there is none of this name, or a class does not fit its WIT type
     */
    public <R> TypedFunction<R> function(String name, Class<R> result, Class<?>... parameters) {
        return TypedFunction.of(function(name), result, parameters);
    }

    /**
     * An exported function with Java types that a class alone cannot say; see {@link #function(String, Class, Class[])}.
     */
    public <R> TypedFunction<R> function(String name, TypeToken<R> result, TypeToken<?>... parameters) {
        return TypedFunction.of(function(name), result, parameters);
    }

    /**
     * An exported instance.
     *
     * @param name its name: an interface name such as {@code demo:named/session-service@0.1.0}, or a plain name
     * @throws IllegalArgumentException if there is none of this name; the message lists those that are there
     */
    public ExportedInstance instance(String name) {
        return exports.instance(name);
    }

    /**
     * An exported instance as a Java interface that stands for its WIT interface, generated or written by hand. What the
     * guest's resources are to Java is closed by its {@code close()} method, or with the instance.
     *
     * @param name the export's name
     * @param type the interface
     * @throws IllegalArgumentException if there is no such export, or the interface differs from it; the message has every
     *     difference
     */
    public <T> T export(String name, Class<T> type) {
        return exports.instance(name).as(type);
    }

    /**
     * The exports of the component itself as a Java interface, such as the one that is generated for a world: its functions
     * are methods, each exported instance a method without parameters that returns another interface.
     *
     * @throws IllegalArgumentException if the interface differs from the exports; the message has every difference
     */
    public <T> T as(Class<T> type) {
        return javaExports.root(type);
    }

    /**
     * Makes calls that may together take no longer than this, by the wall clock. A deadline of the plan holds as well.
     *
     * <pre>{@code
     * String receipt = app.within(Duration.ofMillis(200), () -> checkout.call("cart-42"));
     * }</pre>
     *
     * @return what the calls gave
     * @throws dev.witloof.error.DeadlineException if they took longer; the instance is poisoned
     * @throws IllegalArgumentException if the time is no more than nothing, or more than a year
     * @throws IllegalStateException if the linker was given no scheduler, or the instance is closed or in use by another
     *     thread
     */
    public <T extends @Nullable Object, E extends Exception> T within(Duration deadline, Calls<T, E> calls) throws E {
        ScheduledExecutorService scheduler = store.limits()
                .scheduler()
                .orElseThrow(() -> new IllegalStateException(
                        component.name() + ": within: expected a linker with a scheduler, found one without"));
        long nanos = Limits.builder().deadline(deadline).build().most(Limit.DEADLINE);
        return store.entrance().within(nanos, scheduler, calls);
    }

    /**
     * Makes calls that another thread may cancel.
     *
     * <pre>{@code
     * Cancellation gone = new Cancellation();
     * request.onDisconnect(gone::cancel);
     * String receipt = app.cancellable(gone, () -> checkout.call("cart-42"));
     * }</pre>
     *
     * @return what the calls gave
     * @throws dev.witloof.error.CancelledException if they were cancelled; the instance is poisoned if one was on the way
     * @throws IllegalStateException if the instance is closed or in use by another thread
     */
    public <T extends @Nullable Object, E extends Exception> T cancellable(Cancellation cancellation, Calls<T, E> calls)
            throws E {
        return store.entrance().cancellable(cancellation, calls);
    }

    /** What another instance's import is given; a function is entered through this store. */
    RuntimeItem exported(String name) {
        return fromOutside(item(name));
    }

    /** What is exported under a name, for those in the same store. */
    RuntimeItem item(String name) {
        RuntimeItem item = items.get(name);
        if (item == null) {
            throw new IllegalArgumentException(component.name() + ": no export \"" + name + "\"");
        }
        return item;
    }

    private RuntimeItem fromOutside(@Nullable RuntimeItem item) {
        if (item instanceof FunctionInstance function) {
            return new ForeignFunction(function, store);
        }
        if (item instanceof RuntimeItem.Exports instance) {
            Map<String, RuntimeItem> items = new LinkedHashMap<>();
            instance.items().forEach((name, inner) -> items.put(name, fromOutside(inner)));
            return new RuntimeItem.Exports(items);
        }
        return Objects.requireNonNull(item);
    }

    /**
     * Whether a call would be let in now: the instance is not closed, has not trapped, and has no call on the way. Who lends
     * instances asks this when one comes back.
     */
    public boolean isUsable() {
        return store.isUsable();
    }

    /**
     * Has something done once when this instance has been closed, such as closing what was opened for it. Of several the
     * last added comes first; one that throws does not keep the others from being done.
     */
    public void onClose(Runnable action) {
        onClose.push(action);
    }

    /**
     * Ends the instance. Resources of backends that it still owns are given back; its own resources are not asked. Later
     * calls throw {@link IllegalStateException}. Closing again does nothing.
     *
     * @throws IllegalStateException if a call is on the way
     */
    @Override
    public void close() {
        RuntimeException first = store.close();
        for (Runnable action = onClose.poll(); action != null; action = onClose.poll()) {
            try {
                action.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else if (first != e) {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
