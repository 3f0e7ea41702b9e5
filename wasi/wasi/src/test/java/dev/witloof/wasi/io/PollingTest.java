package dev.witloof.wasi.io;

import static dev.witloof.wasi.io.Failing.trap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PollingTest {

    private final Signal ended = new Signal();
    private final Polling poll = new Polling(ended);
    private final Selectors selectors = new Selectors();

    @AfterEach
    void close() {
        selectors.close();
    }

    /** Happens when another thread says so. */
    private static final class Switch extends Event {
        private final Signal changed = new Signal();
        private volatile boolean on;
        private volatile int asked;

        void on() {
            on = true;
            changed.send();
        }

        @Override
        public boolean ready() {
            asked++;
            return on;
        }

        @Override
        protected void arm(Wait wait) {
            wait.on(changed);
        }
    }

    private static final class Timer extends Event {
        private final long at;

        Timer(Duration in) {
            at = System.nanoTime() + in.toNanos();
        }

        @Override
        public boolean ready() {
            return at - System.nanoTime() <= 0;
        }

        @Override
        protected void arm(Wait wait) {
            wait.atMost(at - System.nanoTime());
        }
    }

    private Event readable(Pipe.SourceChannel channel) {
        return selectors.event(channel, SelectionKey.OP_READ);
    }

    private FutureTask<int[]> polling(Poll.Pollable... events) throws InterruptedException {
        FutureTask<int[]> task = new FutureTask<>(() -> poll.poll(List.of(events)));
        Thread thread = new Thread(task);
        thread.start();
        while (thread.getState() == Thread.State.NEW || !isAsleep(thread)) {
            Thread.sleep(1);
        }
        return task;
    }

    private static boolean isAsleep(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return !thread.isAlive()
                || stack.length > 0
                        && (stack[0].getMethodName().startsWith("park")
                                || stack[0].getClassName().startsWith("sun.nio.ch."));
    }

    private static int[] done(FutureTask<int[]> task)
            throws InterruptedException, ExecutionException, TimeoutException {
        return task.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatIsReadyIsReturnedInOrderWithoutWaiting() {
        Switch never = new Switch();
        assertThat(poll.poll(List.of(Event.always(), never, Event.always(), never)))
                .containsExactly(0, 2);
        assertThat(never.asked).isEqualTo(2);
    }

    @Test
    void anEmptyListIsATrap() {
        assertThat(trap(() -> poll.poll(List.of()))).isEqualTo("poll: expected at least one pollable, found none");
    }

    @Test
    void aPollableThatIsNoEventIsATrap() {
        Poll.Pollable foreign = new Poll.Pollable() {
            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public void block() {}
        };
        assertThat(trap(() -> poll.poll(List.of(foreign))))
                .isEqualTo("poll: expected pollables that extend dev.witloof.wasi.io.Event, found a "
                        + foreign.getClass().getName());
    }

    @Test
    void anotherThreadWakesTheWaitAndNothingIsAskedMeanwhile() throws Exception {
        Switch first = new Switch();
        Switch second = new Switch();
        FutureTask<int[]> task = polling(first, second);
        int asked = first.asked;
        Thread.sleep(50);
        assertThat(first.asked).isEqualTo(asked).isEqualTo(2);
        first.changed.send();
        Thread.sleep(20);
        assertThat(task.isDone()).isFalse();
        second.on();
        assertThat(done(task)).containsExactly(1);
    }

    @Test
    void aTimerWakesTheWait() {
        long before = System.nanoTime();
        assertThat(poll.poll(List.of(new Switch(), new Timer(Duration.ofMillis(50)), new Timer(Duration.ofHours(1)))))
                .containsExactly(1);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
        new Timer(Duration.ofMillis(5)).block();
    }

    @Test
    void channelsTimersAndOtherThreadsAreWaitedForAtOnce() throws Exception {
        Pipe one = Pipe.open();
        Pipe two = Pipe.open();
        one.source().configureBlocking(false);
        two.source().configureBlocking(false);
        Event first = readable(one.source());
        Event second = readable(two.source());
        Switch other = new Switch();
        Timer late = new Timer(Duration.ofHours(1));
        Poll.Pollable[] all = {first, late, second, other};

        FutureTask<int[]> task = polling(all);
        two.sink().write(ByteBuffer.wrap(new byte[3]));
        assertThat(done(task)).containsExactly(2);
        assertThat(first.ready()).isFalse();
        assertThat(second.ready()).isTrue();
        two.source().read(ByteBuffer.allocate(3));
        assertThat(second.ready()).isFalse();

        task = polling(all);
        other.on();
        assertThat(done(task)).containsExactly(3);

        Event[] both = {first, second};
        task = polling(both);
        one.sink().close();
        assertThat(done(task)).containsExactly(0);
        assertThat(poll.poll(List.of(new Timer(Duration.ofMillis(20)), second))).containsExactly(0);

        two.source().close();
        assertThat(second.ready()).isTrue();
        selectors.releaseClosed();
        one.source().close();
        two.sink().close();
    }

    /** Selectors of several owners in one wait: a channel that its owner closes afterwards is really closed. */
    @Test
    void channelsOfSeveralOwnersAreWaitedForAtOnce() throws Exception {
        Pipe one = Pipe.open();
        Pipe two = Pipe.open();
        one.source().configureBlocking(false);
        two.source().configureBlocking(false);
        try (Selectors others = new Selectors()) {
            Event[] both = {readable(one.source()), others.event(two.source(), SelectionKey.OP_READ)};
            FutureTask<int[]> task = polling(both);
            two.sink().write(ByteBuffer.wrap(new byte[3]));
            assertThat(done(task)).containsExactly(1);
            two.source().close();
            others.releaseClosed();
            assertThatThrownBy(() -> two.sink().write(ByteBuffer.wrap(new byte[3])))
                    .isInstanceOf(IOException.class)
                    .hasMessage("Broken pipe");
        }
        two.sink().close();
        one.source().close();
        one.sink().close();
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() throws Exception {
        for (Event event : List.of(new Switch(), readable(quietPipe()))) {
            StringBuilder result = new StringBuilder();
            Thread thread = new Thread(() -> result.append(trap(event::block))
                    .append(' ')
                    .append(Thread.currentThread().isInterrupted()));
            thread.start();
            while (!isAsleep(thread)) {
                Thread.sleep(1);
            }
            thread.interrupt();
            thread.join();
            assertThat(result).hasToString("interrupted true");
        }
    }

    private static Pipe.SourceChannel quietPipe() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        return pipe.source();
    }

    @Test
    void closingEndsEveryWait() throws Exception {
        FutureTask<int[]> sleeping = polling(new Switch());
        FutureTask<int[]> selecting = polling(new Switch(), readable(quietPipe()));
        ended.close();
        assertThat(trap(() -> rethrow(sleeping))).isEqualTo("what is waited for was closed");
        assertThat(trap(() -> rethrow(selecting))).isEqualTo("what is waited for was closed");
        assertThat(trap(() -> poll.poll(List.of(new Switch())))).isEqualTo("what is waited for was closed");
        assertThat(poll.poll(List.of(Event.always()))).containsExactly(0);
        assertThat(ended.isClosed()).isTrue();
    }

    @Test
    void closingTheSelectorsEndsTheWaitsForChannels() throws Exception {
        Event event = readable(quietPipe());
        FutureTask<int[]> task = polling(event);
        selectors.close();
        assertThat(trap(() -> rethrow(task))).isEqualTo("waiting for channels: they were closed");
        assertThat(trap(event::ready)).isEqualTo("waiting for channels: they were closed");
    }

    private static void rethrow(FutureTask<int[]> task) throws Throwable {
        try {
            done(task);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
