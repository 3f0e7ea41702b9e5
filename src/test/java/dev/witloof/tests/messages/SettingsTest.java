package dev.witloof.tests.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.configuration.Configuration;
import dev.witloof.error.StartException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.Wrapper;
import dev.witloof.logging.Logs;
import dev.witloof.policy.LinkPolicy;
import dev.witloof.secrets.SecretSource;
import dev.witloof.secrets.SecretValue;
import dev.witloof.secrets.Secrets;
import dev.witloof.testkit.Recorder;
import dev.witloof.testkit.Replay;
import dev.witloof.tests.guests.Guests;
import dev.witloof.value.Result;
import dev.witloof.wrapper.Logging;
import dev.witloof.wrapper.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** A component with two logs, two sets of settings, and secrets. */
final class SettingsTest {

    private static final String VALUE = "geheim-4711";

    private static final SecretSource SOURCE = key -> switch (key) {
        case "db" -> Optional.of(SecretValue.text(VALUE));
        case "key" -> Optional.of(SecretValue.bytes(new byte[] {1, 2}));
        case "io" -> throw new IOException(VALUE);
        case "down" -> throw new IllegalStateException(VALUE);
        default -> Optional.empty();
    };

    private static Linker.Builder bound(Secrets secrets, Wrapper... wrappers) {
        return Linker.builder()
                .bind("eu", "us")
                .to(Configuration.byName()
                        .named("eu", Configuration.of(Map.of("currency", "EUR")))
                        .named("us", Configuration.ofEnvironment(Map.of("US_currency", "USD"), "US_"))
                        .build())
                .bind("orders")
                .to(Logs.slf4j())
                .bindAll(Logs.slf4j())
                .bindAll(secrets)
                .wrapAll(wrappers);
    }

    private static LinkPlan plan(Secrets secrets, Wrapper... wrappers) {
        return bound(secrets, wrappers).build().plan(Guests.component("c-settings/app.wasm"));
    }

    private static Secrets revealing() {
        return Secrets.builder(SOURCE).revealing().build();
    }

    @Test
    void eachNameHasItsLogger() throws Exception {
        List<String> lines = Log.of(() -> {
            try (ComponentInstance app = plan(revealing()).instantiate()) {
                app.function("log").call(true, 2, "cart", "hello");
                app.function("log").call(false, 3, "", "two\nlines {}");
                app.function("log").call(true, 5, "", "over");
                app.function("log").call(true, 1, "", "below the level");
            }
        });

        assertThat(lines)
                .containsExactly(
                        "INFO dev.witloof.guest.orders - context=cart hello",
                        "WARN dev.witloof.guest - two\\nlines {}",
                        "ERROR dev.witloof.guest.orders - CRITICAL over");
    }

    @Test
    void theLogWithoutAVersionToo() throws Exception {
        LinkPlan plan = Linker.builder()
                .bind("orders")
                .to(Logs.builder().logger("shop").build())
                .bindInterface("wasi:logging/logging")
                .to(Logs.slf4j())
                .build()
                .plan(Guests.component("c-settings/early.wasm"));

        List<String> lines = Log.of(() -> {
            try (ComponentInstance app = plan.instantiate()) {
                app.function("log").call(4, "", "hello");
            }
        });

        assertThat(lines).containsExactly("ERROR dev.witloof.guest - hello", "ERROR shop.orders - hello");
    }

    @Test
    void eachNameHasItsSettings() {
        try (ComponentInstance app = plan(revealing()).instantiate()) {
            assertThat(app.function("setting").call(true, "currency")).isEqualTo(Result.ok(Optional.of("EUR")));
            assertThat(app.function("setting").call(false, "currency")).isEqualTo(Result.ok(Optional.of("USD")));
            assertThat(app.function("setting").call(false, "country")).isEqualTo(Result.ok(Optional.empty()));
        }
    }

    @Test
    void aNameWithoutSettingsDoesNotStart() {
        LinkPlan plan = Linker.builder()
                .bind("eu", "us")
                .to(Configuration.byName()
                        .named("eu", Configuration.of(Map.of()))
                        .build())
                .bind("orders")
                .to(Logs.slf4j())
                .bindAll(Logs.slf4j())
                .bindAll(revealing())
                .build()
                .plan(Guests.component("c-settings/app.wasm"));

        assertThatThrownBy(plan::start).isInstanceOf(StartException.class);
    }

    @Test
    void secretsAreKnownAndRevealed() {
        try (ComponentInstance app = plan(revealing()).instantiate()) {
            assertThat(app.function("known").call("db")).isEqualTo(Result.ok(null));
            assertThat(app.function("known").call("none")).isEqualTo(Result.err("not found"));
            assertThat(app.function("known").call("io"))
                    .isEqualTo(Result.err("io: reading failed: java.io.IOException"));
            assertThat(app.function("known").call("down"))
                    .isEqualTo(Result.err("upstream: the source failed: java.lang.IllegalStateException"));
            assertThat(revealed(app, "db")).isEqualTo(VALUE.getBytes(UTF_8));
            assertThat(revealed(app, "key")).isEqualTo(new byte[] {1, 2});
        }
    }

    private static Object revealed(ComponentInstance app, String key) {
        return ((Result.Ok<?, ?>) app.function("reveal").call(key)).value();
    }

    @Test
    void whatIsNotRevealedDoesNotLink() {
        assertThatThrownBy(() -> plan(Secrets.builder(SOURCE).build()))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageContaining("unbound: import \"wasmcloud:secrets/reveal@1.0.0\"");
    }

    @Test
    void aPolicyMayRefuseToReveal() {
        assertThatThrownBy(() -> bound(revealing())
                        .policy(LinkPolicy.builder()
                                .deny(rule -> rule.interfaceName("wasmcloud:secrets/reveal"))
                                .build())
                        .build()
                        .plan(Guests.component("c-settings/app.wasm")))
                .isInstanceOf(UnlinkableException.class)
                .hasMessageContaining("denied by policy: import \"wasmcloud:secrets/reveal@1.0.0\"");
    }

    @Test
    void L20_noSecretInLogsRecordingsAndTraps() throws Exception {
        List<String> calls = new ArrayList<>();
        Recorder recorder = Recorder.create();
        LinkPlan plan = plan(
                revealing(),
                Logging.at(Level.ERROR).withValues(),
                Recording.to(call -> calls.add(call.toString())),
                recorder);
        List<String> traps = new ArrayList<>();

        List<String> lines = Log.of(() -> {
            try (ComponentInstance app = plan.instantiate()) {
                app.function("reveal").call("db");
                assertThatThrownBy(() -> app.function("reveal-and-trap").call())
                        .isInstanceOfSatisfying(TrapException.class, trap -> traps.add(trap.toString()));
            }
        });

        assertThat(calls)
                .containsExactly(
                        "\"wasmcloud:secrets/store@1.0.0\" get(\"db\") -> ok(<handle 1>)",
                        "\"wasmcloud:secrets/reveal@1.0.0\" reveal(<handle 1>) -> ***",
                        "\"wasmcloud:secrets/reveal@1.0.0\" reveal(<handle 1>) -> ***",
                        "\"wasmcloud:secrets/store@1.0.0\" [resource-drop]secret(<handle 1>)");
        assertThat(recorder.toString()).isEqualTo("""
                wasmcloud:secrets/store@1.0.0 get("db") -> ok("#1")
                wasmcloud:secrets/reveal@1.0.0 reveal("#1") -> _
                wasmcloud:secrets/reveal@1.0.0 reveal("#1") -> _
                """);
        assertThat(lines).hasSize(4).element(2).asString().contains("reveal: (<handle 1>), ok, ***,");
        assertThat(traps).hasSize(1);
        assertThat(String.join("\n", lines) + calls + recorder + traps + plan + plan.toJson())
                .doesNotContain(VALUE)
                .doesNotContain(VALUE.substring(0, 6));
    }

    @Test
    void aReplayIsToldWhatIsRevealed() {
        Recorder recorder = Recorder.create();
        try (ComponentInstance app = plan(revealing(), recorder).instantiate()) {
            app.function("reveal").call("db");
        }
        var component = Guests.component("c-settings/app.wasm");
        Replay told = Replay.of(component, recorder.toString()).revealing("for a test");
        try (ComponentInstance app =
                told.bindTo(Linker.builder()).build().plan(component).instantiate()) {
            assertThat(revealed(app, "db")).isEqualTo("for a test".getBytes(UTF_8));
            told.verify();
        }
        Replay untold = Replay.of(component, recorder.toString());
        try (ComponentInstance app =
                untold.bindTo(Linker.builder()).build().plan(component).instantiate()) {
            assertThatThrownBy(() -> app.function("reveal").call("db"))
                    .isInstanceOf(TrapException.class)
                    .hasMessageContaining("expected a value for the secret that"
                            + " wasmcloud:secrets/reveal@1.0.0 reveal(\"#1\") gave, which was not recorded;"
                            + " say it by revealing(…)");
        }
    }
}
