package dev.witloof.instance;

import dev.witloof.host.HostParent;
import dev.witloof.state.Entrance;
import dev.witloof.state.HandleTable;
import dev.witloof.state.InstanceState;
import dev.witloof.state.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * The resources that instances still own when they come to their end and that somebody else implements: the host, or
 * instances behind another door. Of those each has as long as a call of the instances that end may take.
 */
final class Leftovers {

    private Leftovers() {}

    /**
     * Calls the destructor of every one, in the order of the tables. One that throws does not keep the others from being
     * called; what the first threw is thrown at the end, with the others' errors suppressed in it.
     *
     * @param own the door of the instances that end: what they implement themselves ends with them
     */
    static void giveBack(Iterable<InstanceState> states, Entrance own) {
        RuntimeException first = null;
        for (InstanceState state : states) {
            for (HandleTable.Element element : state.handles().drain()) {
                first = drop(element, own, first);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException drop(
            HandleTable.Element element, Entrance own, @Nullable RuntimeException first) {
        if (element instanceof ResourceHandle handle && handle.isOwn() && isMissed(handle, own)) {
            try {
                if (handle.type().isHost()) {
                    giveBackToHost(handle);
                } else {
                    own.inTime(() -> handle.drop(null));
                }
            } catch (RuntimeException e) {
                if (first == null) {
                    return e;
                }
                first.addSuppressed(e);
            }
        }
        return first;
    }

    private static void giveBackToHost(ResourceHandle handle) {
        if (handle.object() instanceof HostParent parent) {
            parent.abandon();
        } else {
            handle.drop(null);
        }
    }

    /** Whether who implements the resource still has it, and can be asked to end it. */
    private static boolean isMissed(ResourceHandle handle, Entrance own) {
        InstanceState implementer = handle.type().owner();
        return implementer == null
                || implementer.entrance() != own
                        && !implementer.entrance().isClosed()
                        && implementer.poisonedBy() == null;
    }
}
