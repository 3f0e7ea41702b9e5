package dev.witloof.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.DeadlineException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How late a call is ended: within 1.2 times its deadline, or 50 ms if that is more. On a machine that is busy with other
 * things any one call may be later, so the best of several counts.
 */
@Timeout(120)
final class DeadlineTimesTest {

    private static final int ATTEMPTS = 10;
    private static final HostFunction SLEEPING = (call, args) -> {
        Thread.sleep(60_000);
        return 0L;
    };

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void shutDown() {
        scheduler.shutdownNow();
    }

    private Duration timeOf(String component, String function, Duration deadline) {
        Limits limits = Limits.builder().deadline(deadline).build();
        try (ComponentInstance app = Hostile.timed(component, limits, scheduler, SLEEPING)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> app.function(function).call()).isInstanceOf(DeadlineException.class);
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private void assertInTime(String component, String function, int millis) {
        Duration deadline = Duration.ofMillis(millis);
        Duration most = Duration.ofMillis(Math.max(50, millis * 12L / 10));
        Duration least = timeOf(component, function, deadline);
        for (int i = 1; i < ATTEMPTS && least.compareTo(most) > 0; i++) {
            Duration again = timeOf(component, function, deadline);
            least = again.compareTo(least) < 0 ? again : least;
        }
        assertThat(least).isBetween(deadline, most);
    }

    @ParameterizedTest
    @CsvSource({
        "hostile, spin, 5",
        "hostile, spin, 250",
        "hostile, spin-fill, 250",
        "hostile, spin-catch, 250",
        "interpreted, spin-if, 5",
        "interpreted, spin-if, 250",
        "interpreted, spin-tail, 250",
        "hostile, ask, 5",
        "hostile, ask, 250"
    })
    void aCallIsEndedInTime(String component, String function, int millis) {
        assertInTime(component, function, millis);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void aCallOnAVirtualThreadIsEndedInTime() throws Exception {
        ExecutorService virtual = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        for (String function : new String[] {"spin", "ask"}) {
            virtual.submit(() -> {
                        assertInTime("hostile", function, 250);
                        assertThat(Thread.currentThread().isInterrupted()).isFalse();
                        Thread.currentThread().interrupt();
                        assertThat(Hostile.trap(
                                                Hostile.timed(
                                                        "hostile",
                                                        Limits.builder()
                                                                .deadline(Duration.ofHours(1))
                                                                .build(),
                                                        scheduler,
                                                        SLEEPING),
                                                "spin")
                                        .reason())
                                .isEqualTo("interrupted");
                        assertThat(Thread.interrupted()).isTrue();
                    })
                    .get();
        }
        virtual.shutdown();
    }
}
