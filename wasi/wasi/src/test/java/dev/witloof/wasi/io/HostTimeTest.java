package dev.witloof.wasi.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.LimitException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Time in calls of the host, and bytes. */
@Timeout(30)
class HostTimeTest {

    private static final String USED_UP = "host time: expected at most 30ms in calls of the host, found more";

    /** What nobody ever makes ready. */
    private static final class Never extends Event {
        @Override
        public boolean ready() {
            return false;
        }

        @Override
        protected void arm(Wait wait) {}
    }

    private static void spend(HostTime time) {
        long until = System.nanoTime() + 5_000_000;
        time.of(() -> {
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return time;
        });
    }

    @Test
    void allCallsCountTogetherAndOneWithinAnotherOnce() {
        HostTime time = HostTime.of(Duration.ofHours(1));
        long before = time.left();
        time.of(() -> {
            spend(time);
            spend(time);
            return time;
        });
        assertThat(before - time.left())
                .isBetween(5_000_000L, Duration.ofMinutes(1).toNanos());
        long after = time.left();
        assertThat(time.left()).isEqualTo(after);
    }

    @Test
    void whatTakesLongerIsToldWhenItComesBackAndNothingBeginsAfterwards() {
        HostTime time = HostTime.of(Duration.ofMillis(4));
        assertThatThrownBy(() -> spend(time))
                .isInstanceOf(LimitException.class)
                .hasMessage("host time: expected at most 4ms in calls of the host, found more");
        assertThat(time.left()).isZero();
        assertThatThrownBy(() -> time.of(() -> {
                    throw new AssertionError("begun");
                }))
                .isInstanceOf(LimitException.class);
    }

    @Test
    void whatFailsCountsAsWell() {
        HostTime time = HostTime.of(Duration.ofHours(1));
        assertThatThrownBy(() -> time.<Object, IOException>of(() -> {
                    throw new IOException("torn");
                }))
                .hasMessage("torn");
        assertThat(time.left()).isLessThan(Duration.ofHours(1).toNanos());
    }

    @Test
    void pollEndsWithIt() {
        HostTime time = HostTime.of(Duration.ofMillis(30));
        assertThatThrownBy(() -> new Polling(new Signal(), time).poll(List.of(new Never(), new Never())))
                .isInstanceOf(LimitException.class)
                .hasMessage(USED_UP);
        assertThat(new Polling(new Signal(), time).poll(List.of(Event.always())))
                .containsExactly(0);
    }

    @Test
    void everyWaitForAnEventOfItsEndsWithIt() {
        HostTime time = HostTime.of(Duration.ofMillis(30));
        Event event = time.around(new Never());
        assertThatThrownBy(event::block).isInstanceOf(LimitException.class).hasMessage(USED_UP);
        assertThatThrownBy(event::block).isInstanceOf(LimitException.class).hasMessage(USED_UP);
    }

    @Test
    void sourcesAndSinksStayWhatTheyAreWithoutALimit() {
        HostTime time = HostTime.unlimited();
        Source source = Source.of(new byte[1]);
        Sink sink = Sink.of(new ByteArrayOutputStream());
        Event event = Event.always();
        assertThat(time.around(source)).isSameAs(source);
        assertThat(time.around(sink)).isSameAs(sink);
        assertThat(time.around(event)).isSameAs(event);
        assertThat(time.left()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void severalSinksTakeFromOneAllotment() throws Exception {
        Allotment bytes = Allotment.of(10);
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        ByteArrayOutputStream second = new ByteArrayOutputStream();
        SinkStream one = SinkStream.of(Sink.of(first).limited(bytes));
        SinkStream two = SinkStream.of(Sink.of(second).limited(bytes));
        assertThat(one.checkWrite()).isEqualTo(10);
        assertThat(two.checkWrite()).isEqualTo(10);
        one.write(new byte[7]);
        assertThatThrownBy(() -> two.write(new byte[4]))
                .isInstanceOfSatisfying(
                        Streams.StreamErrorException.class,
                        failure ->
                                assertThat(text(failure)).isEqualTo("output: expected at most 10 bytes, found more"));
        assertThat(first.size()).isEqualTo(7);
        assertThat(second.size()).isEqualTo(3);
        assertThatThrownBy(two::checkWrite)
                .isInstanceOfSatisfying(
                        Streams.StreamErrorException.class,
                        failure -> assertThat(failure.error()).isInstanceOf(Streams.StreamError.Closed.class));
        assertThatThrownBy(one::checkWrite)
                .isInstanceOfSatisfying(
                        Streams.StreamErrorException.class,
                        failure ->
                                assertThat(text(failure)).isEqualTo("output: expected at most 10 bytes, found more"));
    }

    private static String text(Streams.StreamErrorException failure) {
        return ((Streams.StreamError.LastOperationFailed) failure.error())
                .value()
                .toDebugString();
    }

    @Test
    void anAllotmentGivesWhatItHas() {
        Allotment two = Allotment.of(2);
        assertThat(two.take()).isTrue();
        assertThat(two.take()).isTrue();
        assertThat(two.take()).isFalse();
        two.release();
        assertThat(two.take()).isTrue();
        two.release();
        two.release();
        assertThatThrownBy(two::release)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("allotment: expected one that was taken, found none");
        assertThat(two.takeUpTo(5)).isEqualTo(2);
        assertThat(two.left()).isZero();
        assertThat(two.isLimited()).isTrue();
        assertThat(Allotment.unlimited().isLimited()).isFalse();
        assertThatThrownBy(() -> Allotment.of(-1)).hasMessage("allotment: expected 0 or more, found -1");
    }
}
