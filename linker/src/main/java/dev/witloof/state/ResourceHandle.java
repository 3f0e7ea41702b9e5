package dev.witloof.state;

import dev.witloof.error.TrapException;
import org.jspecify.annotations.Nullable;

/**
 * A handle to a resource in the table of an instance.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#resource-state">CanonicalABI: resource state</a>
 */
public final class ResourceHandle implements HandleTable.Element {

    private final RuntimeResourceType type;
    private final int rep;
    private final @Nullable Object object;
    private final BorrowScope.@Nullable Task scope;
    private int lends;

    private ResourceHandle(
            RuntimeResourceType type, int rep, @Nullable Object object, BorrowScope.@Nullable Task scope) {
        this.type = type;
        this.rep = rep;
        this.object = object;
        this.scope = scope;
    }

    /** An owning handle to a resource that a guest implements. */
    public static ResourceHandle own(RuntimeResourceType type, int rep) {
        return new ResourceHandle(type, rep, null, null);
    }

    /** An owning handle to a resource that the host implements. */
    public static ResourceHandle own(RuntimeResourceType type, Object object) {
        return new ResourceHandle(type, 0, object, null);
    }

    /** A handle to a guest's resource, borrowed until it is dropped; {@code scope} counts it. */
    public static ResourceHandle borrow(RuntimeResourceType type, int rep, BorrowScope.Task scope) {
        scope.addBorrow();
        return new ResourceHandle(type, rep, null, scope);
    }

    /** A handle to a host's resource, borrowed until it is dropped; {@code scope} counts it. */
    public static ResourceHandle borrow(RuntimeResourceType type, Object object, BorrowScope.Task scope) {
        scope.addBorrow();
        return new ResourceHandle(type, 0, object, scope);
    }

    /** The type of the resource. */
    public RuntimeResourceType type() {
        return type;
    }

    /** What the guest that implements the resource knows it by; 0 for a resource of the host. */
    public int rep() {
        return rep;
    }

    /** The resource itself, where the host implements it. */
    public Object object() {
        if (object == null) {
            throw new IllegalStateException(kind() + ": a guest implements it, so there is no object");
        }
        return object;
    }

    /** Whether dropping the handle ends the resource. */
    public boolean isOwn() {
        return scope == null;
    }

    /** Whether a call that has not returned borrows from this handle. */
    public boolean isLent() {
        return lends != 0;
    }

    void lend() {
        lends++;
    }

    void giveBack() {
        lends--;
    }

    /**
     * What {@code resource.drop} does once the handle is out of the table: an owning one ends the resource, a borrowed
     * one is given back to the call that it was made for.
     *
     * @param caller the instance that drops the handle; {@code null} if Java does
     * @throws TrapException if the destructor traps, or its instance may not be entered now
     */
    public void drop(@Nullable InstanceState caller) {
        if (scope != null) {
            scope.dropBorrow();
        } else if (object != null) {
            type.destroy(object);
        } else {
            type.destroy(rep, caller);
        }
    }

    /** The name of the resource's type. */
    @Override
    public String kind() {
        return type.name();
    }
}
