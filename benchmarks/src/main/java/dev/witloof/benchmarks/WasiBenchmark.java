package dev.witloof.benchmarks;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.value.Result;
import dev.witloof.wasi.Command;
import dev.witloof.wasi.Wasi;
import dev.witloof.wasi.WasiBuilder;
import dev.witloof.wasi.filesystem.Access;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * A hundred megabytes through a guest's standard streams and file systems, which are real files, in pieces of 64 KiB; small pieces
 * that are flushed, as programs print; each beside the same by a loop in Java. And how long a small command takes from its plan,
 * or from its bytes, to its end, beside the engine's part in that.
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
    private static final int FLUSHED = 1 << 12;
    private static final int LINES = 100_000;
    private static final int LINE = 20;

    private final byte[] piece = new byte[PIECE];

    private Path left;
    private Path right;
    private Path full;
    private Path empty;
    private Component streams;
    private Component files;
    private Component hello;
    private byte[] helloBytes;
    private List<byte[]> helloModules;
    private int helloMain;

    /** Writes the file that is read. */
    @Setup
    public void prepare() throws IOException {
        left = Files.createTempDirectory("left");
        right = Files.createTempDirectory("right");
        full = left.resolve("full");
        empty = right.resolve("empty");
        Files.write(full, new byte[BYTES]);
        streams = Component.load(Guest.bytes("c-streams/streams.wasm"));
        files = Component.load(Guest.bytes("c-files/files.wasm"));
        helloBytes = Guest.bytes("rust-wasi/min.p2.wasm");
        hello = Component.load(helloBytes);
        helloModules = CoreModules.of(helloBytes);
        helloMain = helloModules.stream().mapToInt(each -> each.length).max().orElseThrow();
    }

    /** Removes what was written. */
    @TearDown
    public void remove() throws IOException {
        Files.delete(full);
        Files.deleteIfExists(empty);
        Files.deleteIfExists(right.resolve("full"));
        Files.delete(left);
        Files.delete(right);
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

    /** The guest writes. */
    @Benchmark
    public int guestWrites() throws IOException {
        try (OutputStream out = new FileOutputStream(empty.toFile())) {
            return Command.run(
                    streams,
                    given("streams", "fill", String.valueOf(BYTES)).stdout(out).build());
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
            return Command.run(streams, given("streams", "drain").stdin(in).build());
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

    /** A guest copies a file from one file system to another. */
    @Benchmark
    public long guestCopies() throws IOException {
        Linker linker = Linker.builder()
                .bindAll(Wasi.builder().noDirectories().build())
                .bind("left")
                .to(Wasi.builder().directory(left, "/", Access.READ).build())
                .bind("right")
                .to(Wasi.builder().directory(right, "/", Access.READ_WRITE).build())
                .build();
        try (ComponentInstance instance = linker.plan(files).instantiate()) {
            return instance.function("copy").call("full") instanceof Result.Ok<?, ?> done ? (Long) done.value() : -1;
        }
    }

    /** A loop copies as much. */
    @Benchmark
    public long javaCopies() throws IOException {
        try (InputStream in = Files.newInputStream(left.resolve("full"));
                OutputStream out = Files.newOutputStream(right.resolve("full"))) {
            long total = 0;
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                out.write(piece, 0, read);
                total += read;
            }
            return total;
        }
    }

    /** The guest writes as much in the largest pieces that are written and flushed at once. */
    @Benchmark
    public int guestFlushes() throws IOException {
        return prints(BYTES / FLUSHED, FLUSHED);
    }

    /** A loop writes and flushes as much. */
    @Benchmark
    public int javaFlushes() throws IOException {
        return writes(BYTES / FLUSHED, FLUSHED);
    }

    /** The guest prints 100,000 lines of 20 bytes. */
    @Benchmark
    public int guestLines() throws IOException {
        return prints(LINES, LINE);
    }

    /** A loop prints as many. */
    @Benchmark
    public int javaLines() throws IOException {
        return writes(LINES, LINE);
    }

    private int prints(int times, int size) throws IOException {
        try (OutputStream out = new FileOutputStream(empty.toFile())) {
            return Command.run(
                    streams,
                    given("streams", "print", String.valueOf(times), String.valueOf(size))
                            .stdout(out)
                            .build());
        }
    }

    private int writes(int times, int size) throws IOException {
        try (OutputStream out = new FileOutputStream(empty.toFile())) {
            for (int i = 0; i < times; i++) {
                out.write(piece, 0, size);
                out.flush();
            }
            return times;
        }
    }

    /** A command that was run before is planned, started, run and closed. */
    @Benchmark
    public int smallCommand() {
        return Command.run(hello, given("hello").build());
    }

    /** A command is loaded, planned, started, run and closed. */
    @Benchmark
    public int loadedCommand() {
        return Command.run(Component.load(helloBytes), given("hello").build());
    }

    /** The engine's part of that: it parses, validates and compiles. */
    @Benchmark
    public void engineAlone(Blackhole sink) {
        for (byte[] module : helloModules) {
            WasmModule parsed = Parser.parse(module);
            // The others are its shim and its fixup, which are not compiled.
            sink.consume(
                    module.length < helloMain
                            ? parsed
                            : MachineFactoryCompiler.builder(parsed)
                                    .withInterpreterFallback(InterpreterFallback.FAIL)
                                    .compile());
        }
    }
}
