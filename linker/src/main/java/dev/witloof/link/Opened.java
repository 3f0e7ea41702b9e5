package dev.witloof.link;

import dev.witloof.name.ImportRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a start opened, to be closed in reverse. Used by one thread at a time. */
final class Opened {

    private record Held(Backend backend, List<ImportRef> imports, Backend.Started started) {}

    private final List<Held> held = new ArrayList<>();
    private final Sharing sharing;

    Opened(Sharing sharing) {
        this.sharing = sharing;
    }

    /** Starts a backend; what it gives is closed here. */
    Backend.@Nullable Started start(Backend backend, List<ImportRef> imports) throws Exception {
        Backend.Started started = sharing.start(backend, imports);
        if (started != null) {
            held.add(new Held(backend, List.copyOf(imports), started));
        }
        return started;
    }

    /** Asks everything, in the order of the starts. */
    List<Health> check() {
        List<Health> healths = new ArrayList<>();
        for (Held each : held) {
            long begin = System.nanoTime();
            Optional<Throwable> failure = Optional.empty();
            try {
                each.started().check();
            } catch (Exception thrown) {
                if (thrown instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                failure = Optional.of(thrown);
            }
            healths.add(new Health(
                    each.imports(),
                    each.backend().description(),
                    Duration.ofNanos(System.nanoTime() - begin),
                    failure));
        }
        return healths;
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
