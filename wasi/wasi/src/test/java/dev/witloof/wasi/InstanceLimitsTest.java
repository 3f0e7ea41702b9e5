package dev.witloof.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.witloof.error.LimitException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.link.Pool;
import dev.witloof.link.PoolLimits;
import dev.witloof.wasi.filesystem.Access;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one instance may take up of WASI, and that another has as much. */
@Timeout(60)
class InstanceLimitsTest {

    private static final Component STREAMS = Guest.component("c-streams/streams.wasm");
    private static final Component FILES = Guest.component("c-files/files.wasm");
    private static final Component OUTS = Guest.component("c-outs/outs.wasm");

    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    private WasiBuilder given(String... arguments) {
        return Wasi.builder()
                .arguments(arguments)
                .stdin(InputStream.nullInputStream())
                .stdout(stdout)
                .stderr(stderr)
                .systemClocks()
                .random(new Random(1));
    }

    @Test
    void outputEndsWithAnErrorAfterSoManyBytes() {
        ByteArrayOutputStream audit = new ByteArrayOutputStream();
        Linker linker = Linker.builder()
                .bindAll(Wasi.builder().stdout(stdout).build())
                .bind("audit")
                .to(Wasi.builder().stdout(audit).outputBytes(20).build())
                .bind("report")
                .to(Wasi.builder().stdout(OutputStream.nullOutputStream()).build())
                .build();
        try (Deployment deployment = linker.plan(OUTS).start();
                ComponentInstance much = deployment.instantiate();
                ComponentInstance other = deployment.instantiate()) {
            assertThat(much.function("emit").call("hello")).hasToString("ok(5)");
            assertThat(much.function("emit").call("again"))
                    .hasToString("err(\"output: expected at most 20 bytes, found more\")");
            assertThat(much.function("emit").call("again"))
                    .hasToString("err(\"output: expected at most 20 bytes, found more\")");
            assertThat(audit).hasToString("audit hello\naudit ag");
            assertThat(other.function("emit").call("other")).hasToString("ok(5)");
        }
        assertThat(audit).hasToString("audit hello\naudit agaudit other\n");
        assertThat(stdout).hasToString("plain hello\nplain other\n");
    }

    @Test
    void standardErrorCountsWithStandardOutput() {
        Wasi wasi = given("streams", "fill", "200000").outputBytes(100_003).build();
        assertThat(Command.run(STREAMS, wasi)).isEqualTo(1);
        assertThat(stdout.size()).isEqualTo(100_003);
        assertThat(stderr.size()).isZero();
    }

    @Test
    void filesTakeSoManyBytes() throws IOException {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path left = Files.createDirectory(memory.getPath("/left"));
            Path right = Files.createDirectory(memory.getPath("/right"));
            Files.writeString(left.resolve("f"), "x".repeat(200_000));
            Files.writeString(left.resolve("g"), "x".repeat(7));
            Linker linker = Linker.builder()
                    .bindAll(Wasi.builder().noDirectories().build())
                    .bind("left")
                    .to(Wasi.builder().directory(left, "/", Access.READ).build())
                    .bind("right")
                    .to(Wasi.builder()
                            .directory(right, "/", Access.READ_WRITE)
                            .fileBytes(200_006)
                            .build())
                    .build();
            try (Deployment deployment = linker.plan(FILES).start();
                    ComponentInstance much = deployment.instantiate();
                    ComponentInstance other = deployment.instantiate()) {
                assertThat(much.function("copy").call("f")).hasToString("ok(200000)");
                assertThat(much.function("copy").call("g")).hasToString("ok(6)");
                assertThat(much.function("copy").call("g")).hasToString("err(" + ErrorCode.QUOTA.ordinal() + ")");
                assertThat(right.resolve("g")).isEmptyFile();
                assertThat(other.function("copy").call("f")).hasToString("ok(200000)");
            }
        }
    }

    @Test
    void inAPoolWhoLeaksLosesOnlyItsOwn() throws Exception {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path left = Files.createDirectory(memory.getPath("/left"));
            Files.writeString(left.resolve("f"), "four");
            Linker linker = Linker.builder()
                    .bindAll(Wasi.builder().noDirectories().build())
                    .bind("left")
                    .to(Wasi.builder()
                            .directory(left, "/", Access.READ)
                            .openFiles(5)
                            .build())
                    .bind("right")
                    .to(Wasi.builder()
                            .directory(Files.createDirectory(memory.getPath("/right")), "/", Access.READ_WRITE)
                            .build())
                    .build();
            String full = "err(" + ErrorCode.INSUFFICIENT_MEMORY.ordinal() + ")";
            try (Deployment deployment = linker.plan(FILES).start();
                    Pool pool = deployment.pool(PoolLimits.builder().size(2).build())) {
                try (Pool.Lease leaking = pool.borrow();
                        Pool.Lease other = pool.borrow()) {
                    assertThat(leaking.instance().function("leak").call("f"))
                            .hasToString("(5, " + ErrorCode.INSUFFICIENT_MEMORY.ordinal() + ")");
                    assertThat(leaking.instance().function("copy").call("f")).hasToString(full);
                    assertThat(other.instance().function("copy").call("f")).hasToString("ok(4)");
                    leaking.retire();
                }
                try (Pool.Lease first = pool.borrow();
                        Pool.Lease second = pool.borrow()) {
                    assertThat(first.instance().function("copy").call("f")).hasToString("ok(4)");
                    assertThat(second.instance().function("copy").call("f")).hasToString("ok(4)");
                }
            }
        }
    }

    private static LimitException exceeds(WasiBuilder given) {
        long begin = System.nanoTime();
        Linker linker = Linker.builder().bindAll(given.build()).build();
        try (ComponentInstance instance = linker.plan(STREAMS).instantiate()) {
            LimitException trap = catchThrowableOfType(LimitException.class, () -> Command.run(instance));
            assertThat(trap.reason()).isEqualTo("host time: expected at most 50ms in calls of the host, found more");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
            assertThat(instance.isUsable()).isFalse();
            assertThatThrownBy(() -> Command.run(instance)).isInstanceOf(TrapException.class);
            return trap;
        }
    }

    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void aWaitEndsWhenTheTimeInTheHostIsUsedUp() {
        LimitException trap = exceeds(given("streams", "sleep", "3600000").hostTime(SHORT));
        assertThat(trap.importOnTheWay()).contains("\"wasi:io/poll@0.2.3\" [method]pollable.block");
        assertThat(stdout).hasToString("not ready ");
        exceeds(given("streams", "for-ever").hostTime(SHORT));
    }

    @Test
    void soDoesAWaitForInput() throws IOException {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (PipedOutputStream end = new PipedOutputStream();
                PipedInputStream start = new PipedInputStream(end)) {
            LimitException trap =
                    exceeds(given("streams", "copy").stdin(start, executor).hostTime(SHORT));
            assertThat(trap.importOnTheWay()).contains("\"wasi:io/streams@0.2.0\" [method]input-stream.blocking-read");
            exceeds(given("streams", "polled").stdin(start, executor).hostTime(SHORT));
        } finally {
            executor.shutdownNow();
        }
    }

    /** Java's own waits come back first. */
    @Test
    void writesCountThatWaitInJava() {
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int one) {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                stdout.write(bytes, from, length);
            }
        };
        exceeds(given("streams", "fill", "10000000").stdout(slow).hostTime(SHORT));
        assertThat(stdout.size()).isBetween(65_536, 65_536 * 3);
    }

    @Test
    void whoNeedsLittleTimeIsNotEnded() {
        assertThat(Command.run(
                        STREAMS,
                        given("streams", "sleep", "5")
                                .hostTime(Duration.ofMinutes(1))
                                .build()))
                .isZero();
        assertThat(stdout).hasToString("not ready ready 1\n");
    }

    @Test
    void limitsThatAreNoneAreRefused() {
        WasiBuilder builder = Wasi.builder();
        assertThatThrownBy(() -> builder.openFiles(-1)).hasMessage("open files: expected 0 or more, found -1");
        assertThatThrownBy(() -> builder.sockets(-1)).hasMessage("sockets: expected 0 or more, found -1");
        assertThatThrownBy(() -> builder.outputBytes(-2)).hasMessage("output bytes: expected 0 or more, found -2");
        assertThatThrownBy(() -> builder.fileBytes(-3)).hasMessage("file bytes: expected 0 or more, found -3");
        assertThatThrownBy(() -> builder.hostTime(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("host time: expected more than 0 and at most 292 years, found PT0S");
        assertThatThrownBy(() -> builder.hostTime(Duration.ofDays(365_000)))
                .hasMessage("host time: expected more than 0 and at most 292 years, found PT8760000H");
    }
}
