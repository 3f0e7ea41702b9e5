package dev.witloof.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.CancelledException;
import dev.witloof.error.DeadlineException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.limit.Cancellation;
import dev.witloof.limit.Limits;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.wasi.clocks.MonotonicTime;
import dev.witloof.wasi.io.Sink;
import dev.witloof.wasi.io.Source;
import dev.witloof.wasi.io.Wait;
import dev.witloof.wrapper.CallCounts;
import dev.witloof.wrapper.Timing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** A guest that imports four releases of WASI at once and uses its streams in every way. */
@Timeout(60)
class StreamsGuestTest {

    private static final Component STREAMS = Guest.component("c-streams/streams.wasm");

    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    private WasiBuilder given(String... arguments) {
        List<String> all = new ArrayList<>(List.of("streams"));
        all.addAll(Arrays.asList(arguments));
        return Wasi.builder()
                .arguments(all)
                .stdin(InputStream.nullInputStream())
                .stdout(stdout)
                .stderr(stderr)
                .systemClocks()
                .random(new Random(1));
    }

    private static int run(WasiBuilder given) {
        return Command.run(STREAMS, given.build());
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(5).nextBytes(bytes);
        return bytes;
    }

    @Test
    void copiesFromAnOldReleaseToANewOne() {
        byte[] bytes = random(300_000);
        assertThat(run(given("copy").stdin(new ByteArrayInputStream(bytes)))).isZero();
        assertThat(stdout.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void skipsAndCopiesTheRest() {
        byte[] bytes = random(100_000);
        assertThat(run(given("copy", "90001").stdin(new ByteArrayInputStream(bytes))))
                .isZero();
        assertThat(stdout.toByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 90_001, 100_000));
    }

    @Test
    void splices() {
        byte[] bytes = random(300_000);
        assertThat(run(given("splice").stdin(new ByteArrayInputStream(bytes)))).isZero();
        assertThat(stdout.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void theSourceHasBackWhatTheGuestHasACopyOf() {
        List<byte[]> given = new ArrayList<>(List.of(new byte[3], new byte[2], new byte[1]));
        List<byte[]> pieces = List.copyOf(given);
        List<byte[]> back = new ArrayList<>();
        Source source = new Source() {
            @Override
            public byte @Nullable [] read(int most) {
                return given.isEmpty() ? null : given.remove(0);
            }

            @Override
            public void reuse(byte[] bytes) {
                back.add(bytes);
            }
        };
        assertThat(run(given("drain").stdin(source))).isZero();
        assertThat(stdout).hasToString("6\n");
        assertThat(back).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(back.get(i)).isSameAs(pieces.get(i));
        }
        back.clear();
        given.addAll(pieces);
        assertThat(run(given("splice").stdin(source))).isZero();
        assertThat(back).isEmpty();
    }

    @Test
    void prints() {
        assertThat(run(given("print", "3", "20"))).isZero();
        assertThat(stdout.toByteArray()).isEqualTo(new byte[60]);
    }

    @Test
    void fillsAndDrains() {
        assertThat(run(given("fill", "200000"))).isZero();
        assertThat(stdout.toByteArray()).isEqualTo(new byte[200_000]);
        stdout.reset();
        assertThat(run(given("drain").stdin(new ByteArrayInputStream(random(200_001)))))
                .isZero();
        assertThat(stdout).hasToString("200001\n");
    }

    @Test
    void writesZeroes() {
        assertThat(run(given("zeroes", "5001"))).isZero();
        assertThat(stdout.toByteArray()).isEqualTo(new byte[5001]);
    }

    @Test
    void readsWithoutBlockingWhatItWasToldIsThere() {
        assertThat(run(given("polled").stdin(new ByteArrayInputStream(random(100_500)))))
                .isZero();
        assertThat(stdout).hasToString("100500 bytes, 0 empty reads\n");
    }

    @Test
    void readsWithoutBlockingWhatAnotherThreadReadsAhead() {
        List<Runnable> tasks = new ArrayList<>();
        Executor executor = task -> {
            tasks.add(task);
            new Thread(task).start();
        };
        assertThat(run(given("polled").stdin(new ByteArrayInputStream(random(200_000)), executor)))
                .isZero();
        assertThat(stdout).hasToString("200000 bytes, 0 empty reads\n");
        assertThat(tasks).hasSize(200_000 / 65_536 + 2);
    }

    @Test
    void aGuestWaitsForInputThatComesLater() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (PipedOutputStream end = new PipedOutputStream();
                PipedInputStream start = new PipedInputStream(end)) {
            FutureTask<Integer> task = new FutureTask<>(() -> run(given("copy").stdin(start, executor)));
            new Thread(task).start();
            for (String part : List.of("one ", "two ", "three")) {
                Thread.sleep(20);
                end.write(part.getBytes(UTF_8));
                end.flush();
            }
            end.close();
            assertThat(task.get(20, TimeUnit.SECONDS)).isZero();
            assertThat(stdout).hasToString("one two three");
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void whatTheReadingThreadMeetsIsTheGuestsError() {
        List<Exception> met =
                List.of(new IOException("torn"), new InterruptedIOException(), new IllegalStateException("odd"));
        for (Exception each : met) {
            InputStream failing = new InputStream() {
                @Override
                public int read() throws IOException {
                    return read(new byte[1], 0, 1);
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    if (each instanceof IOException failure) {
                        throw failure;
                    }
                    throw (RuntimeException) each;
                }
            };
            assertThat(run(given("polled").stdin(failing, Runnable::run))).isEqualTo(1);
        }
        Executor shutDown = task -> {
            throw new RejectedExecutionException();
        };
        assertThat(run(given("polled").stdin(InputStream.nullInputStream(), shutDown)))
                .isEqualTo(1);
        assertThat(stderr).hasToString("""
                        failed: torn
                        failed: InterruptedIOException
                        failed: odd
                        failed: nobody reads it any more
                        """);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void sleeps() {
        assertThat(run(given("sleep", "30"))).isZero();
        assertThat(stdout).hasToString("not ready ready 1\n");
    }

    /** A clock that moves only by being waited for. */
    private static final class Patient implements MonotonicTime {
        private final AtomicLong now = new AtomicLong(7);

        @Override
        public long now() {
            return now.get();
        }

        @Override
        public long resolution() {
            return 40;
        }

        @Override
        public void arm(Wait wait, long instant) {
            wait.skip(instant - now(), () -> now.set(instant));
        }
    }

    @Test
    void aClockThatIsGivenIsTheGuestsTime() {
        long before = System.nanoTime();
        Patient clock = new Patient();
        assertThat(run(given("sleep", "3600000").monotonicClock(clock))).isZero();
        assertThat(stdout).hasToString("not ready ready 1\n");
        assertThat(clock.now()).isEqualTo(3_600_000_000_007L);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMinutes(1));

        stdout.reset();
        assertThat(run(given("time").monotonicClock(clock).wallClock(() -> Instant.ofEpochSecond(1_000_000_007, 12))))
                .isZero();
        assertThat(stdout).hasToString("1000000007.12 40\n");
    }

    @Test
    void aTimeBeforeTheEpochIsATrap() {
        assertThatThrownBy(() -> run(given("time").wallClock(() -> Instant.ofEpochSecond(-1))))
                .isInstanceOf(TrapException.class)
                .hasMessageStartingWith(
                        "export \"wasi:cli/run@0.2.0\" run: import \"wasi:clocks/wall-clock@0.2.12\" now: "
                                + "now: expected a time since 1970-01-01T00:00:00Z, found 1969-12-31T23:59:59Z");
    }

    @Test
    void randomNumbersAreThoseOfTheGenerator() {
        Random same = new Random(42);
        same.nextBytes(new byte[100]);
        String number = Long.toUnsignedString(same.nextLong());
        assertThat(run(given("random", "100").random(new Random(42)))).isZero();
        assertThat(stdout).hasToString("100 " + number + "\n");
        assertThat(trap(given("random", "16777217")))
                .isEqualTo("get-random-bytes: expected at most 16777216 bytes, found 16777217");
    }

    @Test
    void exitsWithACode() {
        assertThat(run(given("exit", "0"))).isZero();
        assertThat(run(given("exit", "77"))).isEqualTo(77);
        assertThat(run(given("exit", "255"))).isEqualTo(255);
        assertThat(run(given("fail"))).isEqualTo(1);
    }

    private static String trap(WasiBuilder given) {
        return catchThrowableOfType(TrapException.class, () -> run(given)).reason();
    }

    @Test
    void whatTheInterfaceForbidsIsATrap() {
        assertThat(run(given("room"))).isZero();
        assertThat(stdout).hasToString("65536\n");
        assertThat(trap(given("unasked")))
                .isEqualTo("write: expected at most 0 bytes, as check-write allowed, found 1");
        assertThat(trap(given("too-many")))
                .isEqualTo("write: expected at most 65536 bytes, as check-write allowed, found 65537");
        assertThat(trap(given("blocking-too-many")))
                .isEqualTo("blocking-write-and-flush: expected at most 4096 bytes, found 4097");
        assertThat(trap(given("poll-nothing"))).isEqualTo("poll: expected at least one pollable, found none");
        assertThat(trap(given("drop-and-write"))).isEqualTo("handle 1: unknown");
    }

    @Test
    void aFailureOfTheHostsStreamIsToldToTheGuest() {
        Sink full = bytes -> {
            throw new IOException("no space left");
        };
        assertThat(run(given("zeroes", "0").stdout(full))).isZero();
        assertThat(run(given("copy").stdout(full).stdin(new ByteArrayInputStream(new byte[9]))))
                .isEqualTo(1);
        assertThat(stderr).hasToString("failed: no space left\n");
    }

    private FutureTask<TrapException> waiting(ThrowingRun call) throws InterruptedException {
        FutureTask<TrapException> task = new FutureTask<>(() -> catchThrowableOfType(TrapException.class, call::run));
        Thread thread = new Thread(task, "waiting");
        thread.start();
        awaitSleep(thread);
        return task;
    }

    private static void awaitSleep(Thread thread) throws InterruptedException {
        while (thread.isAlive()
                && thread.getState() != Thread.State.WAITING
                && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
    }

    /** A call that may throw anything. */
    private interface ThrowingRun {
        void run() throws Exception;
    }

    @Test
    void aGuestThatWaitsForEverIsCancelled() throws Exception {
        Linker linker = Linker.builder().bindAll(given("for-ever").build()).build();
        try (ComponentInstance instance = linker.plan(STREAMS).instantiate()) {
            Cancellation gone = new Cancellation();
            FutureTask<TrapException> task = waiting(() -> instance.cancellable(gone, () -> Command.run(instance)));
            gone.cancel();
            TrapException trap = task.get(20, TimeUnit.SECONDS);
            assertThat(trap).isInstanceOf(CancelledException.class);
            assertThat(trap.importOnTheWay()).contains("\"wasi:io/poll@0.2.3\" [method]pollable.block");
        }
    }

    @Test
    void aGuestThatWaitsForEverHasADeadline() {
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        try {
            Linker linker = Linker.builder()
                    .bindAll(given("for-ever").build())
                    .limits(Limits.builder().deadline(Duration.ofMillis(50)).build())
                    .scheduler(scheduler)
                    .build();
            try (ComponentInstance instance = linker.plan(STREAMS).instantiate()) {
                assertThatThrownBy(() -> Command.run(instance)).isInstanceOf(DeadlineException.class);
            }
            assertThat(Thread.interrupted()).isFalse();
        } finally {
            scheduler.shutdownNow();
        }
    }

    /** On virtual threads, where there are any: more guests wait at once than there are processors. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void guestsWaitOnVirtualThreads() throws Exception {
        Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
        Deployment deployment = Linker.builder()
                .bindAll(given("for-ever").build())
                .build()
                .plan(STREAMS)
                .start();
        List<FutureTask<TrapException>> waiting = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ComponentInstance instance = deployment.instantiate();
            FutureTask<TrapException> task =
                    new FutureTask<>(() -> catchThrowableOfType(TrapException.class, () -> Command.run(instance)));
            waiting.add(task);
            Thread thread = (Thread) start.invoke(null, task);
            awaitSleep(thread);
        }
        assertThatThrownBy(deployment::close).isInstanceOf(IllegalStateException.class);
        for (FutureTask<TrapException> each : waiting) {
            assertThat(each.get(20, TimeUnit.SECONDS).reason()).isEqualTo("what is waited for was closed");
        }
    }

    @Test
    void wrappersStandAroundWasiAsAroundAnything() {
        byte[] bytes = random(70_000);
        CallCounts counts = new CallCounts();
        Linker linker = Linker.builder()
                .bindAll(given("polled").stdin(new ByteArrayInputStream(bytes)).build())
                .wrapAll(Timing.to(counts))
                .build();
        try (ComponentInstance instance = linker.plan(STREAMS).instantiate()) {
            assertThat(Command.run(instance)).isZero();
        }
        assertThat(stdout).hasToString("70000 bytes, 0 empty reads\n");
        assertThat(counts.byName().get("wasi:io/streams@0.2.12").errors()).isEqualTo(1);

        Linker exiting = Linker.builder()
                .bindAll(given("exit", "9").build())
                .wrapAll(Timing.to(counts))
                .build();
        try (ComponentInstance instance = exiting.plan(STREAMS).instantiate()) {
            assertThat(Command.run(instance)).isEqualTo(9);
        }
        assertThat(counts.byName().get("wasi:cli/exit@0.2.12").thrown()).isEqualTo(1);
    }

    @Test
    void closingTheDeploymentEndsTheWait() throws Exception {
        Deployment deployment = Linker.builder()
                .bindAll(given("for-ever").build())
                .build()
                .plan(STREAMS)
                .start();
        ComponentInstance instance = deployment.instantiate();
        FutureTask<TrapException> task = waiting(() -> Command.run(instance));
        assertThatThrownBy(deployment::close)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("the instance cannot be closed while a call is on the way in thread \"waiting\"");
        assertThat(task.get(20, TimeUnit.SECONDS).reason()).isEqualTo("what is waited for was closed");
        instance.close();
    }
}
