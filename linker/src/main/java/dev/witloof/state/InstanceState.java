package dev.witloof.state;

import dev.witloof.core.CoreTraps;
import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import org.jspecify.annotations.Nullable;

/**
 * A component instance as the Canonical ABI sees it.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#component-instances">CanonicalABI: component instances</a>
 */
public final class InstanceState {

    private final Entrance entrance;
    private final @Nullable InstanceState parent;
    private final int depth;
    private final HandleTable handles;
    private final Holdings holdings;
    private final @Nullable CallDepth callDepth;
    private boolean mayEnter = true;
    private boolean mayLeave = true;
    private @Nullable TrapException poisonedBy;

    /**
     * A new instance.
     *
     * @param entrance the door that it shares with all instances that it can reach
     * @param parent the instance whose component holds this one's; {@code null} for an outermost one
     * @param holdings what it holds together with those instances
     */
    public InstanceState(Entrance entrance, @Nullable InstanceState parent, Holdings holdings) {
        this.entrance = entrance;
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.holdings = holdings;
        this.callDepth = holdings.callDepth();
        this.handles = new HandleTable(holdings);
    }

    /** The door that it shares with all instances that it can reach. */
    public Entrance entrance() {
        return entrance;
    }

    /** The instance whose component holds this one's; {@code null} for an outermost one. */
    public @Nullable InstanceState parent() {
        return parent;
    }

    /** How many instances it is inside of. */
    public int depth() {
        return depth;
    }

    /** What it holds together with the other instances of its store. */
    public Holdings holdings() {
        return holdings;
    }

    /** Its table. */
    public HandleTable handles() {
        return handles;
    }

    /**
     * Whether a call from {@code caller} may enter: neither this instance nor one around it that the caller is not
     * itself inside is running.
     *
     * @param caller the instance that calls; {@code null} for the host
     */
    public boolean mayEnterFrom(@Nullable InstanceState caller) {
        for (InstanceState at = this; at != null && !isAround(at, caller); at = at.parent) {
            if (!at.mayEnter) {
                return false;
            }
        }
        return true;
    }

    /**
     * Checks that a call from {@code caller} may enter.
     *
     * @param what what is to be called, for the message
     * @throws TrapException if it may not, or if this instance has trapped before
     */
    public void requireEnterable(@Nullable InstanceState caller, String what) {
        requireSound(what);
        if (!mayEnterFrom(caller)) {
            // One around it may have trapped where this one was not on the way.
            for (InstanceState at = parent; at != null; at = at.parent) {
                at.requireSound(what);
            }
            throw new TrapException(
                    what + ": expected an instance that is not running, found one with a call on the way");
        }
    }

    /** Whether this instance is the other, or one of them is inside the other. */
    public boolean isRelatedTo(InstanceState other) {
        return isAround(this, other) || isAround(other, this);
    }

    /**
     * Enters from {@code caller}, which must be allowed to. After that it is {@linkplain #leaveTo left}, or
     * {@linkplain #poison poisoned}.
     *
     * @throws LimitException if too many calls are on the way
     */
    public void enterFrom(@Nullable InstanceState caller) {
        if (callDepth != null) {
            callDepth.enter();
        }
        for (InstanceState at = this; at != null && !isAround(at, caller); at = at.parent) {
            at.mayEnter = false;
        }
    }

    /** Leaves to {@code caller}, from which this instance was entered. */
    public void leaveTo(@Nullable InstanceState caller) {
        if (callDepth != null) {
            callDepth.leave();
        }
        for (InstanceState at = this; at != null && !isAround(at, caller); at = at.parent) {
            at.mayEnter = true;
        }
    }

    /**
     * Whether {@code caller} is {@code instance} or inside it. Those around an instance form a chain, so walking up from
     * the callee until this holds visits exactly the callee's chain without the caller's.
     */
    private static boolean isAround(InstanceState instance, @Nullable InstanceState caller) {
        for (InstanceState at = caller; at != null; at = at.parent) {
            if (at == instance) {
                return true;
            }
        }
        return false;
    }

    /** Whether guest code may call out now. */
    public boolean mayLeave() {
        return mayLeave;
    }

    /** Sets whether guest code may call out, around {@code realloc} and post-return. */
    public void mayLeave(boolean allowed) {
        mayLeave = allowed;
    }

    /**
     * Checks that guest code may call out.
     *
     * @throws TrapException if it may not, as in {@code realloc} and post-return, or if the call is being ended: by the
     *     next call out of the guest at the latest, also where host code swallows each interrupt
     */
    public void requireMayLeave() {
        entrance.requireGoingOn();
        if (!mayLeave) {
            throw new TrapException("call: expected none in realloc or post-return, found one");
        }
    }

    /** The trap after which this instance is of no use; {@code null} if there was none. */
    public @Nullable TrapException poisonedBy() {
        return poisonedBy;
    }

    /**
     * Ends a call because of what left code of this instance, which is poisoned.
     *
     * @param export the exported function that the embedder called, if it is known
     * @return what to throw
     * @throws Error what left the code, if it is an error of the virtual machine or of the host
     */
    public TrapException trapped(Throwable thrown, @Nullable String export) {
        try {
            TrapException trap = entrance.ended(CoreTraps.asTrap(thrown, export, null), export);
            poison(trap);
            return trap;
        } catch (Error fatal) {
            poison(new TrapException(fatal.toString(), fatal));
            throw fatal;
        }
    }

    /** Ends a call that trapped: marks this instance and those around it; the first trap stays the reason. */
    void poison(TrapException trap) {
        if (callDepth != null) {
            callDepth.leave();
        }
        for (InstanceState at = this; at != null; at = at.parent) {
            if (at.poisonedBy == null) {
                at.poisonedBy = trap;
            }
        }
    }

    private void requireSound(String what) {
        TrapException trap = poisonedBy;
        if (trap != null) {
            throw new TrapException(what + ": the instance trapped before: " + trap.reason(), trap);
        }
    }
}
