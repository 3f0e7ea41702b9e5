package dev.witloof.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The session service of several languages, with its stores and its exports as Java interfaces. */
class SessionsTest {

    static final String SERVICE = "demo:named/session-service@0.1.0";

    static Component guest(String path) {
        try (InputStream in = SessionsTest.class.getResourceAsStream("/guests/" + path)) {
            return Component.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> guests() {
        return Stream.of(
                        "c-sessions/sessions.wasm",
                        "as-sessions/sessions.wasm",
                        "rust-sessions/sessions.wasm32-unknown-unknown.wasm",
                        "rust-bindgen/sessions.wasm",
                        "js-sessions/sessions.wasm")
                .flatMap(guest -> Stream.of(AdapterKind.values()).map(kind -> Arguments.of(guest, kind)));
    }

    private static Linker.Builder linker(AdapterKind kind) {
        return Linker.builder().adapters(kind);
    }

    @ParameterizedTest
    @MethodSource("guests")
    void runsWithInterfaces(String guest, AdapterKind kind) throws Exception {
        List<String> log = new ArrayList<>();
        MapStore sessions = new MapStore("sessions", log);
        MapStore cache = new MapStore("cache", log);
        Linker linker = linker(kind)
                .bind("sessions")
                .to(Store.class, sessions)
                .bind("cache")
                .to(Store.class, cache)
                .build();
        try (ComponentInstance app = linker.plan(guest(guest)).instantiate()) {
            SessionService service = app.export(SERVICE, SessionService.class);
            service.login("ada", "Ada Ω".getBytes(UTF_8));
            SessionService.Hit hit = service.lookup("ada").orElseThrow();
            assertThat(hit.origin()).isEqualTo(SessionService.Origin.CACHE);
            assertThat(hit.value()).asString(UTF_8).isEqualTo("Ada Ω");
            cache.contents("hot").clear();
            assertThat(service.lookup("ada").orElseThrow().origin()).isEqualTo(SessionService.Origin.STORE);
            assertThat(service.lookup("nobody")).isEmpty();
            assertThatThrownBy(() -> service.login("bad", new byte[0]))
                    .isExactlyInstanceOf(ResultException.class)
                    .hasMessage("sessions.set: access denied");
            assertThatThrownBy(() -> service.lookup("boom"))
                    .isExactlyInstanceOf(ResultException.class)
                    .hasMessageContaining("boom é😀");
            service.login("bob", new byte[100_000]);
            service.login("çelik", new byte[0]);
            assertThat(service.users()).containsExactly("ada", "bob", "çelik");
            assertThat(service.logout("ada")).isTrue();
            assertThat(service.logout("ada")).isFalse();
            assertThat(service.users()).containsExactly("bob", "çelik");
        }
        assertThat(sessions.contents("main").keySet()).containsExactly("bob", "çelik");
        assertThat(log).contains("sessions.open main", "cache.close hot", "sessions.list-keys 2");
    }
}
