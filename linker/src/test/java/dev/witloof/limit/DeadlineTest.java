package dev.witloof.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.error.DeadlineException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that do not come to their end are ended, and the thread that made them is none the worse for it. */
@Timeout(60)
final class DeadlineTest {

    private static final Limits SHORT =
            Limits.builder().deadline(Duration.ofMillis(100)).build();
    private static final HostFunction ZERO = (call, args) -> 0L;

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void shutDown() {
        scheduler.shutdownNow();
        assertThat(Thread.interrupted()).isFalse();
    }

    private ComponentInstance hostile(HostFunction log) {
        return Hostile.instance("hostile", SHORT, scheduler, log);
    }

    @ParameterizedTest
    @CsvSource({
        "hostile, spin",
        "hostile, spin-if",
        "hostile, spin-table",
        "hostile, spin-null",
        "hostile, spin-catch",
        "hostile, spin-tail",
        "hostile, spin-fill",
        "hostile, spin-post",
        "hostile, ask-on",
        "interpreted, spin",
        "interpreted, spin-if",
        "interpreted, spin-table",
        "interpreted, spin-null",
        "interpreted, spin-catch",
        "interpreted, spin-tail",
        "interpreted, spin-fill",
        "interpreted, spin-post",
        "interpreted, ask-on"
    })
    void anEndlessLoopIsEnded(String component, String function) {
        try (ComponentInstance app = Hostile.instance(component, SHORT, scheduler, ZERO)) {
            TrapException trap = Hostile.trap(app, function);
            assertThat(trap).isInstanceOf(DeadlineException.class);
            assertThat(trap.reason()).isEqualTo("deadline: expected an end within 100ms, found the call still running");
            assertThat(trap.export()).contains(function);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(Hostile.trap(app, "add", 1L, 2L))
                    .hasMessage("add: the instance trapped before: deadline: expected an end within 100ms,"
                            + " found the call still running")
                    .cause()
                    .isSameAs(trap);
        }
    }
}
