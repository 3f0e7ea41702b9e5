package dev.witloof.cli;

import java.util.function.Supplier;

/**
 * Says on a terminal what takes longer than a second, and for how long it has: one line that is gone when the work is done.
 * Where nobody watches, nothing is written.
 */
final class Progress {

    private static final long FIRST = 1000;
    private static final String ERASE = "\r\u001b[K";

    private final Console console;
    private final String what;
    private boolean done;

    private Progress(Console console, String what) {
        this.console = console;
        this.what = what;
    }

    /** Does the work. */
    static <T> T during(Console console, String what, Supplier<T> work) {
        if (!console.terminals().err()) {
            return work.get();
        }
        Progress progress = new Progress(console, what);
        Thread thread = new Thread(progress::show, "witloof-progress");
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get();
        } finally {
            progress.end(thread);
        }
    }

    private synchronized void show() {
        long start = System.nanoTime();
        try {
            for (long seconds = 1; !done; seconds++) {
                long left = seconds * FIRST - (System.nanoTime() - start) / 1_000_000;
                while (!done && left > 0) {
                    wait(left);
                    left = seconds * FIRST - (System.nanoTime() - start) / 1_000_000;
                }
                if (!done) {
                    console.err().print(ERASE + what + ", " + seconds + " s");
                    console.err().flush();
                }
            }
            if (System.nanoTime() - start > FIRST * 1_000_000) {
                console.err().print(ERASE);
                console.err().flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Thread thread) {
        synchronized (this) {
            done = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
