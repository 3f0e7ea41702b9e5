package dev.witloof.wasi;

import dev.witloof.instance.Component;
import dev.witloof.link.Backend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A command that runs in a thread of its own while its output is read line by line. */
final class RunningGuest {

    private final BufferedReader output;
    private final FutureTask<Integer> task;

    private RunningGuest(BufferedReader output, FutureTask<Integer> task) {
        this.output = output;
        this.task = task;
    }

    static RunningGuest start(Component component, WasiBuilder wasi) {
        return start(wasi, given -> Command.run(component, given));
    }

    /** Starts one in a virtual thread. */
    static RunningGuest startVirtual(Component component, WasiBuilder wasi) {
        return start(wasi, given -> Command.run(component, given), task -> {
            try {
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /**
     * Starts one.
     *
     * @param running runs it with what it is given, and returns its exit code
     */
    static RunningGuest start(WasiBuilder wasi, Function<Backend, Integer> running) {
        return start(wasi, running, task -> {
            Thread thread = new Thread(task, "guest");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static RunningGuest start(WasiBuilder wasi, Function<Backend, Integer> running, Executor threads) {
        try {
            PipedInputStream in = new PipedInputStream(1 << 16);
            PipedOutputStream out = new PipedOutputStream(in);
            FutureTask<Integer> task = new FutureTask<>(() -> {
                try (out) {
                    return running.apply(wasi.stdout(out).build());
                }
            });
            threads.execute(task);
            return new RunningGuest(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), task);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String line() {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number after the one word of a line. */
    int number(String word) {
        String line = line();
        if (!line.startsWith(word + " ")) {
            throw new AssertionError("expected " + word + ", found " + line);
        }
        return Integer.parseInt(line.substring(word.length() + 1));
    }

    int code() throws Exception {
        return task.get(30, TimeUnit.SECONDS);
    }
}
