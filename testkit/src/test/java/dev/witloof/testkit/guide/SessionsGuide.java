package dev.witloof.testkit.guide;

import static dev.witloof.testkit.Given.any;
import static dev.witloof.testkit.Given.none;
import static dev.witloof.testkit.Given.some;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.host.ResultException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Linker;
import dev.witloof.testkit.Export;
import dev.witloof.testkit.Import;
import dev.witloof.testkit.Mock;
import dev.witloof.testkit.MockResource;
import dev.witloof.testkit.Mocks;
import dev.witloof.testkit.Recorder;
import dev.witloof.testkit.Replay;
import dev.witloof.testkit.SessionService;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five tests of a session service that keeps the truth in one store and a cache in another; the guide shows them. */
abstract class SessionsGuide {

    static final String SERVICE = "demo:named/session-service@0.1.0";

    private static final byte[] PROFILE = {1, 2, 3};

    @Import("sessions")
    Mock sessions;

    @Import("cache")
    Mock cache;

    private void opens() {
        MockResource bucket = sessions.resource("bucket", "main").staysOpen();
        sessions.on("open").with("main").returns(bucket);
        cache.on("open")
                .with("hot")
                .returns(cache.resource("bucket", "hot").staysOpen())
                .optional();
    }

    @BeforeEach
    void nothingWasCalled(Mocks mocks) {
        assertThat(mocks.calls()).isEmpty();
    }

    @Test
    void readsThroughTheCache(@Export(SERVICE) SessionService service, Mocks mocks) throws Exception {
        opens();
        cache.on("[method]bucket.get").with("ada").returns(none());
        sessions.on("[method]bucket.get").with("ada").returns(some(PROFILE));
        cache.on("[method]bucket.set").with("ada", PROFILE);

        assertThat(service.lookup("ada").orElseThrow().origin()).isEqualTo(SessionService.Origin.STORE);

        mocks.inOrder(
                cache.called("[method]bucket.get"),
                sessions.called("[method]bucket.get"),
                cache.called("[method]bucket.set").with("ada", any()));
    }

    @Test
    void worksWhileTheCacheIsDown(@Export(SERVICE) SessionService service) throws Exception {
        opens();
        cache.on("[method]bucket.get").fails("access-denied");
        cache.on("[method]bucket.set").fails("access-denied");
        sessions.on("[method]bucket.get").with("ada").returns(some(PROFILE));

        assertThat(service.lookup("ada").orElseThrow().value()).isEqualTo(PROFILE);
    }

    @Test
    void saysWhenTheStoreDenies(@Export(SERVICE) SessionService service) {
        opens();
        sessions.on("[method]bucket.set").fails("access-denied");

        assertThatThrownBy(() -> service.login("ada", PROFILE))
                .isInstanceOf(ResultException.class)
                .hasMessage("sessions.set: access denied");
        cache.called("[method]bucket.set").never();
    }

    @Test
    void asksWhatItAskedBefore(Component component) throws Exception {
        Recorder recorder = Recorder.create();
        Linker real = Linker.builder()
                .bind("sessions")
                .to(KeyValue.inMemory())
                .wrap(recorder)
                .bind("cache")
                .to(KeyValue.inMemory())
                .wrap(recorder)
                .build();
        try (ComponentInstance app = real.plan(component).instantiate()) {
            app.export(SERVICE, SessionService.class).login("ada", PROFILE);
        }

        Replay replay = Replay.of(component, recorder.toString());
        try (ComponentInstance app =
                replay.bindTo(Linker.builder()).build().plan(component).instantiate()) {
            app.export(SERVICE, SessionService.class).login("ada", PROFILE);
            replay.verify();
        }
    }

    @Test
    void findsWhoIsLoggedInAndNobodyElse(Component component) throws Exception {
        Random random = new Random(7);
        Map<String, byte[]> expected = new TreeMap<>();
        Linker stores = Linker.builder()
                .bind("sessions")
                .to(KeyValue.inMemory())
                .bind("cache")
                .to(KeyValue.inMemory())
                .build();
        try (ComponentInstance app = stores.plan(component).instantiate()) {
            SessionService service = app.export(SERVICE, SessionService.class);
            for (int i = 0; i < 1000; i++) {
                String user = "user " + random.nextInt(10);
                if (random.nextBoolean()) {
                    byte[] profile = new byte[random.nextInt(100)];
                    random.nextBytes(profile);
                    service.login(user, profile);
                    expected.put(user, profile);
                } else if (random.nextBoolean()) {
                    assertThat(service.logout(user)).isEqualTo(expected.remove(user) != null);
                }
                byte[] found =
                        service.lookup(user).map(SessionService.Hit::value).orElse(null);
                assertThat(found).isEqualTo(expected.get(user));
            }
        }
    }
}
