package dev.witloof.state;

import dev.witloof.core.CoreFunction;
import dev.witloof.error.TrapException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A resource type at run time. Each instantiation of a component makes types of its own, and each equals itself only.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#resource-state">CanonicalABI: resource state</a>
 */
public final class RuntimeResourceType {

    private String name;
    private final @Nullable InstanceState owner;
    private final @Nullable CoreFunction guestDestructor;
    private final @Nullable Consumer<Object> hostDestructor;
    private @Nullable Map<Object, Object> attachments;

    private RuntimeResourceType(
            String name,
            @Nullable InstanceState owner,
            @Nullable CoreFunction guestDestructor,
            @Nullable Consumer<Object> hostDestructor) {
        this.name = name;
        this.owner = owner;
        this.guestDestructor = guestDestructor;
        this.hostDestructor = hostDestructor;
    }

    /**
     * A resource type that a guest implements.
     *
     * @param name what messages call it
     * @param owner the instance that implements it
     * @param destructor called with the representation when an owning handle is dropped; {@code null} if there is none
     */
    public static RuntimeResourceType guest(String name, InstanceState owner, @Nullable CoreFunction destructor) {
        return new RuntimeResourceType(name, owner, destructor, null);
    }

    /**
     * A resource type that the host implements.
     *
     * @param name what messages call it
     * @param destructor called with the object when an owning handle is dropped
     */
    public static RuntimeResourceType host(String name, Consumer<Object> destructor) {
        return new RuntimeResourceType(name, null, null, destructor);
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** Lets messages call it by the name under which it is exported. */
    public void name(String exportedAs) {
        name = exportedAs;
    }

    /** The instance that implements the type; {@code null} if the host does. */
    public @Nullable InstanceState owner() {
        return owner;
    }

    /** Whether the host implements the type, so that its resources are Java objects. */
    public boolean isHost() {
        return owner == null;
    }

    /**
     * Ends a resource of the host.
     *
     * @throws TrapException if the destructor throws
     */
    public void destroy(Object object) {
        if (hostDestructor == null) {
            throw new IllegalStateException(name + ": a guest implements it, so it has no objects");
        }
        try {
            hostDestructor.accept(object);
        } catch (TrapException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new TrapException("destructor of " + name + ": " + e, e);
        }
    }

    /**
     * Ends a resource of a guest: enters its instance and calls its destructor, if it has one.
     *
     * @param caller the instance that drops the handle; {@code null} if Java does
     * @throws TrapException if the instance may not be entered now, by this thread or at all, or the destructor traps,
     *     after which the instance is poisoned
     */
    public void destroy(int rep, @Nullable InstanceState caller) {
        InstanceState instance = owner;
        if (instance == null) {
            throw new IllegalStateException(name + ": the host implements it, so it has no representations");
        }
        boolean outermost = instance.entrance().enterFromGuest();
        try {
            enterAndDestroy(instance, rep, caller);
        } finally {
            instance.entrance().leave(outermost);
        }
    }

    private void enterAndDestroy(InstanceState instance, int rep, @Nullable InstanceState caller) {
        instance.requireEnterable(caller, "destructor of " + name);
        if (guestDestructor == null) {
            return;
        }
        instance.enterFrom(caller);
        try {
            guestDestructor.call(rep & 0xFFFF_FFFFL);
            instance.entrance().requireGoingOn();
        } catch (Throwable thrown) {
            throw instance.trapped(thrown, null);
        }
        instance.leaveTo(caller);
    }

    /**
     * Keeps something that belongs to this type, as long as the type itself is kept.
     *
     * @param key by which {@link #attached} finds it; what was kept by it before is forgotten
     */
    public void attach(Object key, Object value) {
        if (attachments == null) {
            attachments = new HashMap<>();
        }
        attachments.put(key, value);
    }

    /** What was attached; {@code null} if nothing was. */
    public @Nullable Object attached(Object key) {
        return attachments == null ? null : attachments.get(key);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
