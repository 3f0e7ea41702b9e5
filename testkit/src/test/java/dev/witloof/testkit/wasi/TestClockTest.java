package dev.witloof.testkit.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.wasi.clocks.TimerClock;
import dev.witloof.wasi.io.Poll;
import dev.witloof.wasi.io.Polling;
import dev.witloof.wasi.io.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TestClockTest {

    private final Signal ended = new Signal();

    private static Poll.Pollable in(TestClock clock, Duration duration) {
        return new TimerClock(clock, new Signal()).subscribeDuration(duration.toNanos());
    }

    @Test
    void standsStillUntilItIsMoved() {
        TestClock clock = TestClock.manual();
        assertThat(clock.now()).isZero();
        assertThat(clock).hasToString("2001-01-01T00:00:00Z");
        clock.advance(Duration.ofMillis(1500));
        assertThat(clock.now()).isEqualTo(1_500_000_000L);
        assertThat(clock.instant()).isEqualTo(Instant.parse("2001-01-01T00:00:01.500Z"));
        clock.setInstant(Instant.EPOCH);
        clock.advance(Duration.ofSeconds(1));
        assertThat(clock.now()).isEqualTo(2_500_000_000L);
        assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(1));
        assertThatThrownBy(() -> clock.advance(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("clock: expected a duration of 0 or more, found PT-0.001S");
    }

    @Test
    void ofSeveralTimersAGuestSkipsToTheFirst() {
        TestClock clock = TestClock.skipping();
        List<Poll.Pollable> timers =
                List.of(in(clock, Duration.ofHours(2)), in(clock, Duration.ofHours(1)), in(clock, Duration.ofHours(1)));
        assertThat(new Polling(ended).poll(timers)).containsExactly(1, 2);
        assertThat(clock.now()).isEqualTo(Duration.ofHours(1).toNanos());
        timers.get(0).block();
        assertThat(clock.instant()).isEqualTo(Instant.parse("2001-01-01T02:00:00Z"));
    }

    @Test
    void whatHasHappenedIsNotSkippedOver() {
        TestClock clock = TestClock.skipping();
        Poll.Pollable due = in(clock, Duration.ZERO);
        assertThat(new Polling(ended).poll(List.of(in(clock, Duration.ofHours(1)), due)))
                .containsExactly(1);
        assertThat(clock.now()).isZero();
    }

    @Test
    void aGuestSleepsUntilTheClockHasComeFarEnough() throws Exception {
        TestClock clock = TestClock.manual();
        Poll.Pollable timer = in(clock, Duration.ofHours(1));
        FutureTask<Long> sleeping = new FutureTask<>(() -> {
            timer.block();
            return clock.now();
        });
        new Thread(sleeping).start();
        clock.awaitSleeper();
        clock.advance(Duration.ofMinutes(59));
        clock.awaitSleeper();
        assertThat(sleeping.isDone()).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(sleeping.get(20, TimeUnit.SECONDS)).isEqualTo(3_600_000_000_000L);
    }

    @Test
    void forEverIsNotSkipped() throws Exception {
        TestClock clock = TestClock.skipping();
        FutureTask<Void> sleeping = new FutureTask<>(
                () -> {
                    new Polling(ended).poll(List.of(new TimerClock(clock, ended).subscribeInstant(-1)));
                },
                null);
        new Thread(sleeping).start();
        clock.awaitSleeper();
        assertThat(clock.now()).isZero();
        ended.close();
        assertThatThrownBy(() -> sleeping.get(20, TimeUnit.SECONDS))
                .hasRootCauseMessage("what is waited for was closed");
    }
}
