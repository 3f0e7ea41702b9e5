package dev.witloof.testkit.guide;

import static dev.witloof.testkit.Given.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.testkit.Bind;
import dev.witloof.testkit.Export;
import dev.witloof.testkit.Import;
import dev.witloof.testkit.Mock;
import dev.witloof.testkit.SessionService;
import dev.witloof.testkit.WitloofTest;
import dev.witloof.testkit.wasi.TestWasi;
import org.junit.jupiter.api.Test;

/** The guide's test of a component that imports WASI beside its stores. */
@WitloofTest("guests/rust-sessions/sessions.wasm32-wasip2.wasm")
class WasiAndMocksTest {

    @Bind
    TestWasi wasi = TestWasi.create();

    @Import("sessions")
    Mock sessions;

    @Import("cache")
    Mock cache;

    @Export("demo:named/session-service@0.1.0")
    SessionService service;

    @Test
    void printsNothing() throws Exception {
        cache.on("open").returns(cache.resource("bucket").staysOpen());
        cache.on("[method]bucket.get").with("ada").returns(some(new byte[] {1, 2, 3}));

        assertThat(service.lookup("ada")).isPresent();
        assertThat(wasi.stderr()).isEmpty();
        sessions.called("open").never();
    }
}
