package dev.witloof.instance;

import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
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
    private final Frame frame;
    private final ExportedItems exports;
    private final Deque<Runnable> onClose = new ConcurrentLinkedDeque<>();

    ComponentInstance(Store store, Component component, Frame frame) {
        this.store = store;
        this.component = component;
        this.frame = frame;
        this.exports =
                new ExportedItems(component.name(), "", store, component.type().exports(), frame.exports);
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
     * An exported instance.
     *
     * @param name its name: an interface name such as {@code demo:named/session-service@0.1.0}, or a plain name
     * @throws IllegalArgumentException if there is none of this name; the message lists those that are there
     */
    public ExportedInstance instance(String name) {
        return exports.instance(name);
    }

    /** What another instance's import is given; a function is entered through this store. */
    RuntimeItem exported(String name) {
        RuntimeItem item = frame.exports.get(name);
        if (item == null) {
            throw new IllegalArgumentException(component.name() + ": no export \"" + name + "\"");
        }
        return fromOutside(item);
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
