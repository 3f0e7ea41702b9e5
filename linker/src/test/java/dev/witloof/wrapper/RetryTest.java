package dev.witloof.wrapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.TrapException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.Wrapper;
import dev.witloof.value.Result;
import dev.witloof.wrapper.Sessions.Kind;
import dev.witloof.wrapper.Sessions.MapStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called again, and what is not. */
class RetryTest {
    private static final byte[] PROFILE = "Ada Lovelace".getBytes(UTF_8);

    private final MapStore sessions = new MapStore();
    private final MapStore cache = new MapStore();

    private LinkPlan wrapped(Kind kind, Wrapper... wrappers) {
        return Sessions.plan(kind, sessions, cache, linker -> linker.wrap(wrappers));
    }

    private static Retry retry(int times, String... functions) {
        return Retry.times(times)
                .functions("open", functions)
                .errors("other")
                .exceptions(IllegalStateException.class)
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void retryCallsAgainWhatIsListedAndNoOftenerThanAsked(Kind kind) {
        try (ComponentInstance app = wrapped(kind, retry(2)).instantiate()) {
            cache.failures = 2;
            assertThat(Sessions.login(app, "ada", PROFILE)).isEqualTo(Result.ok(null));
            assertThat(cache.log).containsExactly("open hot", "open hot", "open hot", "set ada", "close");
            cache.log.clear();
            cache.failures = 3;
            Sessions.lookup(app, "ada");
            assertThat(cache.log).startsWith("open hot", "open hot", "open hot").hasSizeLessThan(7);
            cache.failures = 0;
            cache.log.clear();
            cache.meanwhile = () -> {
                throw new IllegalStateException("gone");
            };
            assertThatThrownBy(() -> Sessions.lookup(app, "ada")).isInstanceOf(TrapException.class);
            assertThat(cache.log).containsExactly("open hot", "open hot", "open hot");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasInterruptedIsNotCalledAgain(boolean thrown) {
        AtomicInteger calls = new AtomicInteger();
        try (ComponentInstance app = Linker.builder()
                .bind("cache")
                .toFunctions(f -> f.function("open", (call, args) -> {
                    calls.incrementAndGet();
                    if (thrown) {
                        throw new InterruptedException("stop");
                    }
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("gone");
                }))
                .wrap(Retry.times(3)
                        .functions("open")
                        .exceptions(Exception.class)
                        .build())
                .bind("sessions")
                .toFunctions(f -> f.function("open", (call, args) -> Result.err(null)))
                .build()
                .plan(Things.guess())
                .instantiate()) {
            assertThatThrownBy(() -> app.function("guess").call("any"))
                    .isInstanceOf(TrapException.class)
                    .hasRootCauseInstanceOf(InterruptedException.class);
            assertThat(calls).hasValue(1);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void retryWaitsOnTheCallersThreadAndEndsWithItsInterrupt() {
        Retry retry = Retry.times(5)
                .functions("open")
                .errors("other")
                .waiting(Duration.ofMinutes(1), Duration.ofMinutes(5))
                .build();
        try (ComponentInstance app = wrapped(Kind.UNTYPED, retry).instantiate()) {
            cache.failures = 1;
            cache.meanwhile = Thread.currentThread()::interrupt;
            assertThatThrownBy(() -> Sessions.login(app, "ada", PROFILE))
                    .isInstanceOf(TrapException.class)
                    .hasRootCauseInstanceOf(InterruptedException.class);
            assertThat(cache.log).containsExactly("open hot");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void retryRefusesWhatItCannotDo() {
        assertThatThrownBy(() -> Retry.times(0)).hasMessage("retry: expected at least 1 time, found 0");
        assertThatThrownBy(() -> Retry.times(1).errors("other").build())
                .hasMessage("retry: expected functions, found none");
        assertThatThrownBy(() -> Retry.times(1).functions("open").build())
                .hasMessage("retry: expected errors or exceptions, found none");
        assertThatThrownBy(() -> Retry.times(1).waiting(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .hasMessage("retry: expected a first wait of 0 to PT1S, found PT2S");
    }

    @Test
    void aCallIsNotMadeTwiceWithWhatItGivesAway() {
        Linker linker = Linker.builder()
                .bind("left")
                .toFunctions(RetryTest::things)
                .wrap(Retry.times(1).functions("take").errors("other").build())
                .bind("right")
                .toFunctions(RetryTest::things)
                .build();
        UnlinkableException refused =
                catchThrowableOfType(UnlinkableException.class, () -> linker.plan(Things.component()));
        assertThat(refused.getMessage()
                        .replaceAll("RetryTest.java:\\d+", "RetryTest.java:1")
                        .replaceAll("sha256 [0-9a-f]{8}", "sha256 00000000"))
                .isEqualTo("""
                        component (sha256 00000000…) cannot be linked: 1 problem in 2 imports

                        1) unfit wrapper: import "left", bound to functions (RetryTest.java:1)
                             retry 1 time: take takes what the guest gives away, so it cannot be called twice""");
    }

    private static void things(dev.witloof.link.Functions.Builder f) {
        f.function("[constructor]thing", (call, args) -> args[0])
                .function("[method]thing.get", (call, args) -> args[0])
                .function("take", (call, args) -> null);
    }
}
