package dev.witloof.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs something in several threads at once. */
final class Together {

    private Together() {}

    /** What one of the threads does. */
    interface Part {
        void run(int thread) throws Exception;
    }

    /**
     * Waits for all of them; all begin at once.
     *
     * @throws Exception the first failure
     */
    static void run(int threads, Part part) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch ready = new CountDownLatch(threads);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(pool.submit(() -> {
                    ready.countDown();
                    ready.await();
                    part.run(thread);
                    return thread;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AssertionError assertion) {
                throw assertion;
            }
            throw failed;
        } finally {
            pool.shutdownNow();
        }
    }
}
