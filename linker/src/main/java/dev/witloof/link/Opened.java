package dev.witloof.link;

import dev.witloof.name.ImportRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a start opened, to be closed in reverse. Used by one thread at a time. */
final class Opened {

    private record Held(Backend backend, Backend.Started started) {}

    private final List<Held> held = new ArrayList<>();
    private final Sharing sharing;

    Opened(Sharing sharing) {
        this.sharing = sharing;
    }

    /** Starts a backend; what it gives is closed here. */
    Backend.@Nullable Started start(Backend backend, List<ImportRef> imports) throws Exception {
        Backend.Started started = sharing.start(backend, imports);
        if (started != null) {
            held.add(new Held(backend, started));
        }
        return started;
    }

    /**
     * Closes everything, last first; a failure stops nothing. An interrupt cuts none of it short: it is there again
     * afterwards.
     *
     * @return what failed, in that order
     */
    List<Throwable> close() {
        List<Throwable> failures = new ArrayList<>();
        boolean interrupted = Thread.interrupted();
        for (int i = held.size() - 1; i >= 0; i--) {
            try {
                sharing.close(held.get(i).backend(), held.get(i).started());
            } catch (InterruptedException failure) {
                interrupted = true;
                failures.add(failure);
            } catch (Throwable failure) {
                failures.add(failure);
            }
            interrupted |= Thread.interrupted();
        }
        held.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return failures;
    }
}
