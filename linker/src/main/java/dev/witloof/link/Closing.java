package dev.witloof.link;

import java.util.ArrayList;
import java.util.List;

/** Closes several things: the last first, each of them whatever the others do, and tells of all that failed at once. */
@SuppressWarnings("try") // an interrupt is for whoever closes
final class Closing {

    private final List<Throwable> failures = new ArrayList<>();

    /** Closes these in reverse order. */
    void close(AutoCloseable... inOrder) {
        for (int i = inOrder.length - 1; i >= 0; i--) {
            try {
                inOrder[i].close();
            } catch (Exception | Error failure) {
                failures.add(failure);
            }
        }
    }

    /** What failed elsewhere. */
    void failed(List<Throwable> more) {
        failures.addAll(more);
    }

    /**
     * After everything was closed.
     *
     * @param title what was closed
     * @throws IllegalStateException if something failed, with the first failure as the cause and the others suppressed
     */
    void end(String title) {
        if (failures.isEmpty()) {
            return;
        }
        Throwable first = failures.get(0);
        IllegalStateException failure = new IllegalStateException(
                title + ": " + Text.count(failures.size(), "failure") + " while closing; the first: "
                        + Finding.threw(first).substring("threw ".length()),
                first);
        failures.stream().skip(1).forEach(failure::addSuppressed);
        throw failure;
    }
}
