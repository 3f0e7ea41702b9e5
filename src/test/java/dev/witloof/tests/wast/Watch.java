package dev.witloof.tests.wast;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Interrupts the thread that runs a script where a command takes too long: a guest that never returns is one failure. */
final class Watch implements AutoCloseable {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "wast-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration limit;

    Watch(Duration limit) {
        this.limit = limit;
    }

    /** Work that is watched. */
    interface Work<T> {
        T run();
    }

    /** Does what takes no longer than the limit, or is interrupted then. The thread is not interrupted afterwards. */
    <T> T during(Work<T> work) {
        Object lock = new Object();
        boolean[] over = new boolean[1];
        Thread worker = Thread.currentThread();
        ScheduledFuture<?> alarm = timer.schedule(
                () -> {
                    synchronized (lock) {
                        if (!over[0]) {
                            worker.interrupt();
                        }
                    }
                },
                limit.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            return work.run();
        } finally {
            synchronized (lock) {
                over[0] = true;
            }
            if (!alarm.cancel(false)) {
                Thread.interrupted();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
