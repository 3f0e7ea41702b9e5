package dev.witloof.value;

import dev.witloof.error.TrapException;
import dev.witloof.state.BorrowScope;
import dev.witloof.state.InstanceState;
import dev.witloof.state.RuntimeResourceType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A handle, held by Java, to a resource that a guest implements. An owned one must be closed, which calls the guest's
 * destructor, or be given away as an argument, which closes it too; a borrowed one ends with the call that it came in.
 *
 * <p>Compares by identity. Belongs to the thread that its instance belongs to.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#handle-types">Explainer: handle types</a>
 */
public final class ResourceValue implements AutoCloseable, BorrowScope.Lender {

    private final RuntimeResourceType type;
    private final int rep;
    private final @Nullable BorrowScope scope;
    private boolean closed;
    private int lends;

    private ResourceValue(RuntimeResourceType type, int rep, @Nullable BorrowScope scope) {
        this.type = type;
        this.rep = rep;
        this.scope = scope;
    }

    /** A handle that Java owns. */
    public static ResourceValue own(RuntimeResourceType type, int rep) {
        return new ResourceValue(type, rep, null);
    }

    /** A handle that is valid until a call is over. */
    public static ResourceValue borrow(RuntimeResourceType type, int rep, BorrowScope scope) {
        return new ResourceValue(type, rep, scope);
    }

    /** The type of the resource. */
    public RuntimeResourceType type() {
        return type;
    }

    /** Whether Java owns the handle. */
    public boolean isOwn() {
        return scope == null;
    }

    /** Whether the handle can still be used. */
    public boolean isOpen() {
        return !closed && (scope == null || !scope.isEnded());
    }

    /**
     * What the guest knows the resource by.
     *
     * @throws IllegalStateException if the handle is closed, or its call is over
     */
    public int rep() {
        if (closed) {
            throw new IllegalStateException(type.name() + ": expected an open handle, found one that is closed");
        }
        if (scope != null && scope.isEnded()) {
            throw new IllegalStateException(
                    type.name() + ": expected a handle of a call on the way, found one of a call that is over");
        }
        return rep;
    }

    /**
     * Gives the handle away: it is closed afterwards, without the destructor.
     *
     * @return what the guest knows the resource by
     * @throws IllegalStateException if the handle is not an open one that Java owns, or is lent
     */
    public int giveAway() {
        int given = rep();
        if (scope != null) {
            throw new IllegalStateException(type.name() + ": expected an owned handle, found a borrowed one");
        }
        if (lends != 0) {
            throw new IllegalStateException(
                    type.name() + ": expected a handle that is not lent, found one lent to a call");
        }
        closed = true;
        return given;
    }

    /** Undoes {@link #giveAway}, because what the handle was given for did not come about. */
    public void takeBack() {
        closed = false;
    }

    /**
     * Lends the handle until the call of {@code task} is over.
     *
     * @return what the guest knows the resource by
     * @throws IllegalStateException if the handle is closed, or its call is over
     */
    public int lendTo(BorrowScope.Task task) {
        int lent = rep();
        if (scope == null) {
            task.addLender(this);
            lends++;
        }
        return lent;
    }

    @Override
    public void giveBack() {
        lends--;
    }

    /**
     * Drops the handle. An owned one ends the resource, exactly once: closing again does nothing. A borrowed one is not
     * Java's to end: nothing happens but that it can no longer be used. The same goes for one whose instance is closed,
     * with which the resource ended.
     *
     * @throws IllegalStateException if the handle is lent to a call, or its instance is in use by another thread
     * @throws TrapException if the guest's destructor traps or its instance is running
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        if (scope != null) {
            closed = true;
            return;
        }
        InstanceState implementer = Objects.requireNonNull(type.owner());
        if (implementer.entrance().isClosed()) {
            closed = true;
            return;
        }
        boolean outermost = implementer.entrance().enter();
        try {
            type.destroy(giveAway(), null);
        } finally {
            implementer.entrance().leave(outermost);
        }
    }

    /** The type's name and what became of the handle; WAVE has no text for handles. */
    @Override
    public String toString() {
        return type.name() + (isOpen() ? isOwn() ? " (owned)" : " (borrowed)" : " (closed)");
    }
}
