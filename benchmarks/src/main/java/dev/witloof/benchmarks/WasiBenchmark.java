package dev.witloof.benchmarks;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.wasi.Command;
import dev.witloof.wasi.Wasi;
import dev.witloof.wasi.WasiBuilder;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A hundred megabytes through a guest's standard streams, which are files, in pieces of 64 KiB; the same by a loop in Java; and
 * a small command from its plan to its end.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-XX:+AlwaysPreTouch"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class WasiBenchmark {

    private static final int BYTES = 100_000_000;
    private static final int PIECE = 1 << 16;

    private final byte[] piece = new byte[PIECE];

    private Path full;
    private Path empty;
    private Component streams;
    private Component hello;

    /** Writes the file that is read. */
    @Setup
    public void prepare() throws IOException {
        full = Files.createTempFile("full", null);
        empty = Files.createTempFile("empty", null);
        Files.write(full, new byte[BYTES]);
        streams = Component.load(Guest.bytes("c-streams/streams.wasm"));
        hello = Component.load(Guest.bytes("rust-wasi/min.p2.wasm"));
    }

    /** Removes both files. */
    @TearDown
    public void remove() throws IOException {
        Files.delete(full);
        Files.delete(empty);
    }

    private static WasiBuilder given(String... arguments) {
        return Wasi.builder()
                .arguments(arguments)
                .stdin(InputStream.nullInputStream())
                .stdout(OutputStream.nullOutputStream())
                .stderr(OutputStream.nullOutputStream())
                .systemClocks()
                .random(new Random(1))
                .noDirectories();
    }

    private static int run(Component component, WasiBuilder given) {
        LinkPlan plan = Linker.builder().bindAll(given.build()).build().plan(component);
        try (Deployment deployment = plan.start();
                ComponentInstance instance = deployment.instantiate()) {
            return Command.run(instance);
        }
    }

    /** The guest writes. */
    @Benchmark
    public int guestWrites() throws IOException {
        try (OutputStream out = new FileOutputStream(empty.toFile())) {
            return run(streams, given("streams", "fill", String.valueOf(BYTES)).stdout(out));
        }
    }

    /** A loop writes as much. */
    @Benchmark
    public int javaWrites() throws IOException {
        try (OutputStream out = new FileOutputStream(empty.toFile())) {
            for (int left = BYTES; left > 0; left -= PIECE) {
                out.write(piece, 0, Math.min(left, PIECE));
            }
            return BYTES;
        }
    }

    /** The guest reads. */
    @Benchmark
    public int guestReads() throws IOException {
        try (InputStream in = new FileInputStream(full.toFile())) {
            return run(streams, given("streams", "drain").stdin(in));
        }
    }

    /** A loop reads as much. */
    @Benchmark
    public long javaReads() throws IOException {
        try (InputStream in = new FileInputStream(full.toFile())) {
            long total = 0;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                total += read;
            }
            return total;
        }
    }

    /** A command that was compiled before is planned, started, run and closed. */
    @Benchmark
    public int smallCommand() {
        return run(hello, given("hello"));
    }
}
