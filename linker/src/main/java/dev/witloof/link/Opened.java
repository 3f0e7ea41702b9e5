package dev.witloof.link;

import java.util.ArrayList;
import java.util.List;

/** What a start opened, to be closed in reverse. Used by one thread at a time. */
final class Opened {

    private final List<Backend.Started> started = new ArrayList<>();

    void add(Backend.Started backend) {
        started.add(backend);
    }

    /** Closes everything, last first; a failure stops nothing. What failed, in that order. */
    List<Throwable> close() {
        List<Throwable> failures = new ArrayList<>();
        for (int i = started.size() - 1; i >= 0; i--) {
            try {
                started.get(i).close();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                failures.add(interrupted);
            } catch (Throwable failure) {
                failures.add(failure);
            }
        }
        started.clear();
        return failures;
    }
}
