package dev.witloof.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.DeadlineException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.limit.Limits;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.wasi.filesystem.Access;
import dev.witloof.wasi.io.Selectors;
import dev.witloof.wasi.io.Sink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A deadline passes while a guest is in each kind of call that takes time; what it had of the embedder stays usable. */
@Timeout(60)
class DeadlinesTest {

    private static final Component STREAMS = Guest.component("c-streams/streams.wasm");

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();

    @AfterEach
    void end() {
        scheduler.shutdownNow();
        executor.shutdownNow();
        assertThat(Thread.interrupted()).isFalse();
    }

    private WasiBuilder given(String... arguments) {
        return Wasi.builder()
                .arguments(arguments)
                .stdin(InputStream.nullInputStream())
                .stdout(stdout)
                .stderr(stdout)
                .systemClocks()
                .random(new Random(1));
    }

    private Linker.Builder linker(WasiBuilder given) {
        return Linker.builder().bindAll(given.build()).scheduler(scheduler);
    }

    private Deployment deployment(WasiBuilder given) {
        return linker(given)
                .limits(Limits.builder().deadline(Duration.ofMillis(100)).build())
                .build()
                .plan(STREAMS)
                .start();
    }

    private static DeadlineException ends(Deployment deployment) {
        try (ComponentInstance instance = deployment.instantiate()) {
            DeadlineException trap = catchThrowableOfType(DeadlineException.class, () -> Command.run(instance));
            assertThat(trap.reason()).isEqualTo("deadline: expected an end within 100ms, found the call still running");
            assertThat(instance.isUsable()).isFalse();
            return trap;
        }
    }

    private static void ends(Deployment deployment, String importOnTheWay) {
        assertThat(ends(deployment).importOnTheWay()).contains(importOnTheWay);
    }

    private static void runs(Deployment deployment) {
        try (ComponentInstance instance = deployment.instantiate()) {
            assertThat(Command.run(instance)).isZero();
        }
    }

    @Test
    void aTimerThatIsWaitedFor() {
        try (Deployment deployment = deployment(given("streams", "sleep", "3600000"))) {
            ends(deployment, "\"wasi:io/poll@0.2.3\" [method]pollable.block");
            ends(deployment, "\"wasi:io/poll@0.2.3\" [method]pollable.block");
        }
    }

    /** The thread of the embedder goes on reading, and what it reads is the next one's. */
    @Test
    void inputThatAnotherThreadReads() throws IOException {
        try (PipedOutputStream end = new PipedOutputStream();
                PipedInputStream start = new PipedInputStream(end);
                Deployment deployment = deployment(given("streams", "copy").stdin(start, executor))) {
            ends(deployment, "\"wasi:io/streams@0.2.0\" [method]input-stream.blocking-read");
            end.write("later".getBytes(UTF_8));
            end.close();
            runs(deployment);
            assertThat(stdout).hasToString("later");
        }
    }

    @Test
    void inputThatIsReadInTheGuestsThread() throws IOException {
        try (PipedOutputStream end = new PipedOutputStream();
                PipedInputStream start = new PipedInputStream(end);
                Deployment deployment = deployment(given("streams", "copy").stdin(start))) {
            ends(deployment, "\"wasi:io/streams@0.2.0\" [method]input-stream.blocking-read");
            end.write("later".getBytes(UTF_8));
            end.close();
            runs(deployment);
            assertThat(stdout).hasToString("later");
        }
    }

    /** As a deadline does, the end of the deployment ends a wait. */
    @Test
    void inputThatIsWaitedForWhileTheDeploymentIsClosed() throws Exception {
        try (PipedOutputStream end = new PipedOutputStream();
                PipedInputStream start = new PipedInputStream(end)) {
            for (String how : List.of("copy", "polled")) {
                Deployment deployment = linker(given("streams", how).stdin(start, executor))
                        .build()
                        .plan(STREAMS)
                        .start();
                ComponentInstance instance = deployment.instantiate();
                FutureTask<TrapException> ended =
                        new FutureTask<>(() -> catchThrowableOfType(TrapException.class, () -> Command.run(instance)));
                Thread waiting = new Thread(ended);
                waiting.start();
                while (waiting.getState() != Thread.State.WAITING) {
                    Thread.sleep(1);
                }
                assertThatThrownBy(deployment::close).isInstanceOf(IllegalStateException.class);
                assertThat(ended.get(20, TimeUnit.SECONDS).reason()).isEqualTo("what is waited for was closed");
                instance.close();
            }
        }
    }

    /** Such as the system's input: the call ends when it comes back, and what it brought is lost with the guest. */
    @Test
    void inputThatKnowsNoInterrupts() {
        CountDownLatch interrupted = new CountDownLatch(1);
        InputStream deaf = new InputStream() {
            @Override
            public int read() {
                return read(new byte[1], 0, 1);
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                while (interrupted.getCount() > 0) {
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                }
                bytes[from] = 'x';
                return 1;
            }
        };
        try (Deployment deployment = deployment(given("streams", "copy").stdin(deaf))) {
            assertThat(ends(deployment).importOnTheWay()).isEmpty();
        }
        assertThat(stdout.size()).isZero();
    }

    /** By a channel that the guest opened: Java closes it, and no other. */
    @Test
    void aFileThatIsReadAndWritten(@TempDir Path folder) throws IOException {
        Path left = Files.createDirectory(folder.resolve("left"));
        Path right = Files.createDirectory(folder.resolve("right"));
        try (RandomAccessFile large = new RandomAccessFile(left.resolve("large").toFile(), "rw")) {
            large.setLength(1L << 40);
        }
        Files.writeString(left.resolve("small"), "four");
        Linker linker = linker(given().noDirectories())
                .optional()
                .bind("left")
                .to(Wasi.builder().directory(left, "/", Access.READ).build())
                .bind("right")
                .to(Wasi.builder().directory(right, "/", Access.READ_WRITE).build())
                .build();
        try (Deployment deployment =
                linker.plan(Guest.component("c-files/files.wasm")).start()) {
            try (ComponentInstance instance = deployment.instantiate()) {
                DeadlineException trap = catchThrowableOfType(
                        DeadlineException.class,
                        () -> instance.within(
                                Duration.ofMillis(100),
                                () -> instance.function("copy").call("large")));
                assertThat(trap.reason())
                        .isEqualTo("deadline: expected an end within 100ms, found the call still running");
                assertThat(instance.isUsable()).isFalse();
            }
            try (ComponentInstance instance = deployment.instantiate()) {
                assertThat(instance.function("copy").call("small")).hasToString("ok(4)");
            }
        }
    }

    @Test
    void outputThatNobodyTakes() throws IOException {
        try (PipedInputStream start = new PipedInputStream();
                PipedOutputStream end = new PipedOutputStream(start);
                Deployment deployment =
                        deployment(given("streams", "fill", "100000").stdout(end))) {
            ends(deployment, "\"wasi:io/streams@0.2.12\" [method]output-stream.write");
            assertThat(start.available()).isEqualTo(1024);
            start.readNBytes(1024);
            end.write(7);
            assertThat(start.read()).isEqualTo(7);
        }
    }

    /** By a wait for room, which leaves the channel as it is. */
    @Test
    void outputThatAChannelDoesNotTake() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.sink().configureBlocking(false);
        try (Selectors selectors = new Selectors();
                Pipe.SourceChannel start = pipe.source();
                Pipe.SinkChannel end = pipe.sink();
                Deployment deployment =
                        deployment(given("streams", "fill", "10000000").stdout(Sink.of(end, selectors)))) {
            ends(deployment, "\"wasi:io/poll@0.2.12\" [method]pollable.block");
            assertThat(end.isOpen()).isTrue();
            ByteBuffer bytes = ByteBuffer.allocate(1000);
            assertThat(start.read(bytes)).isEqualTo(1000);
        }
    }
}
