package dev.witloof.wit.parser;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Runs a call on a thread with a stack that is deep enough for its input, and waits for it.
 *
 * <p>The native parser recurses along chains of interfaces, worlds and packages; on a stack of 1 MiB, a text of 350 KB
 * overflows it, which ends the JVM. A link of such a chain costs up to 1,200 bytes of stack and takes 25 bytes of text or
 * more, which bring 1,600. The stack is reserved, not used, until the recursion gets there.
 */
final class DeepStack {

    private static final long BASE = 8L << 20;
    private static final long PER_INPUT_BYTE = 64;

    private DeepStack() {}

    static <T> T call(int inputBytes, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "witloof-wit-parser", BASE + PER_INPUT_BYTE * inputBytes, false);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // The native call cannot be ended early, and what it uses must outlive it.
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw rethrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
