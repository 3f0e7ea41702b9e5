package dev.witloof.testkit.guide;

import static dev.witloof.testkit.Given.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.testkit.Export;
import dev.witloof.testkit.Import;
import dev.witloof.testkit.Mock;
import dev.witloof.testkit.SessionService;
import dev.witloof.testkit.WitloofTest;
import org.junit.jupiter.api.Test;

/** The README's test. */
// README
@WitloofTest("guests/c-sessions/sessions.wasm")
class LookupTest {

    @Import("sessions")
    Mock sessions;

    @Import("cache")
    Mock cache;

    @Export("demo:named/session-service@0.1.0")
    SessionService service;

    @Test
    void whatIsCachedIsNotLookedUp() throws Exception {
        sessions.on("open").returns(sessions.resource("bucket").staysOpen());
        cache.on("open").with("hot").returns(cache.resource("bucket"));
        cache.on("[method]bucket.get").with("ada").returns(some(new byte[] {1, 2, 3}));
        assertThat(service.lookup("ada").orElseThrow().value()).containsExactly(1, 2, 3);
        sessions.called("[method]bucket.get").never();
    }
}
// README
