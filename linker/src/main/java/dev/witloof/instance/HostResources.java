package dev.witloof.instance;

import dev.witloof.state.HandleTable;
import dev.witloof.state.InstanceState;
import dev.witloof.state.ResourceHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resources of the host that instances own when they come to their end. */
final class HostResources {

    private HostResources() {}

    /**
     * Calls the destructor of every one, in the order of the tables. One that throws does not keep the others from being
     * called; what the first threw is thrown at the end, with the others' errors suppressed in it.
     */
    static void giveBack(List<InstanceState> states) {
        RuntimeException first = null;
        for (InstanceState state : states) {
            for (HandleTable.Element element : state.handles().drain()) {
                first = drop(element, first);
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException drop(HandleTable.Element element, @Nullable RuntimeException first) {
        if (element instanceof ResourceHandle handle
                && handle.isOwn()
                && handle.type().isHost()) {
            try {
                handle.type().destroy(handle.object());
            } catch (RuntimeException e) {
                if (first == null) {
                    return e;
                }
                first.addSuppressed(e);
            }
        }
        return first;
    }
}
