package dev.witloof.tests.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.configuration.Configuration;
import dev.witloof.error.ConfigurationException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.logging.LogsFactory;
import dev.witloof.messaging.InMemoryMessagingFactory;
import dev.witloof.secrets.SecretsFactory;
import dev.witloof.tests.guests.Guests;
import dev.witloof.value.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file may say of messages, logs and secrets. */
final class FactoriesTest {

    private static final String VALUE = "geheim-4711";

    private static final BackendRegistry REGISTRY = BackendRegistry.builder()
            .register("memory", new InMemoryMessagingFactory())
            .register("slf4j", new LogsFactory())
            .register("secrets", new SecretsFactory())
            .register("map", settings -> Configuration.of(settings.all()))
            .build();

    private static Bindings load(String text) {
        return Bindings.load("bindings.yaml", text, REGISTRY, (scheme, name) -> Optional.of(VALUE));
    }

    private static LinkPlan plan(String secrets) {
        return load("""
                        version: 1
                        bindings:
                          - {name: orders, interface: "wasi:logging/logging@0.1.0-draft", backend: slf4j, config: {logger: shop, maximumCharacters: 3}}
                          - {interface: "wasi:logging/logging@0.1.0-draft", backend: slf4j}
                          - {name: eu, interface: "wasi:config/store@0.2.0-rc.1", backend: map, config: {currency: EUR}}
                          - {name: us, interface: "wasi:config/store@0.2.0-rc.1", backend: map, config: {currency: USD}}
                          - interface: ["wasmcloud:secrets/store@1.0.0", "wasmcloud:secrets/reveal@1.0.0"]
                            backend: secrets
                            config: %s
                        """.formatted(secrets))
                .applyTo(Linker.builder())
                .build()
                .plan(Guests.component("c-settings/app.wasm"));
    }

    @Test
    void oneEntryServesInterfacesThatShareAResource() throws Exception {
        LinkPlan plan =
                plan("{secret.db: \"${secret:db}\", secret.root: \"${secret:root}\", keys: [db], reveal: true}");
        List<String> lines = Log.of(() -> {
            try (ComponentInstance app = plan.instantiate()) {
                assertThat(app.function("setting").call(true, "currency")).isEqualTo(Result.ok(Optional.of("EUR")));
                assertThat(app.function("setting").call(false, "currency")).isEqualTo(Result.ok(Optional.of("USD")));
                assertThat(app.function("reveal").call("db"))
                        .isInstanceOfSatisfying(
                                Result.Ok.class, ok -> assertThat(ok.value()).isEqualTo(VALUE.getBytes(UTF_8)));
                assertThat(app.function("known").call("root")).isEqualTo(Result.err("not found"));
                app.function("log").call(true, 4, "", "hello");
            }
        });

        assertThat(lines).containsExactly("ERROR shop.orders - hel… (2 more)");
        assertThat(plan.toString() + plan.toJson() + plan.configurationDigest()).doesNotContain(VALUE);
    }

    @Test
    void secretsOfAFolder(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("db"), VALUE);

        try (ComponentInstance app =
                plan("{folder: '" + folder + "', reveal: true}").instantiate()) {
            assertThat(app.function("known").call("db")).isEqualTo(Result.ok(null));
            assertThat(app.function("known").call("root")).isEqualTo(Result.err("not found"));
        }
    }

    @Test
    void messagesInMemory() {
        LinkPlan plan = load("""
                        version: 1
                        bindings:
                          - {name: [orders, audit], interface: "wasmcloud:messaging/consumer@0.2.0", backend: memory, config: {maximumBodyBytes: 1KiB, maximumPending: 7}}
                        """).applyTo(Linker.builder()).build().plan(Guests.component("c-messages/broker.wasm"));

        try (ComponentInstance app = plan.instantiate()) {
            assertThat(app.function("tell").call("a", new byte[1024], Optional.empty()))
                    .isEqualTo(Result.ok(null));
            assertThat(app.function("tell").call("a", new byte[1025], Optional.empty()))
                    .isEqualTo(Result.err("body: expected at most 1024 bytes, found 1025"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory|{maximumPending: 0}|maximumPending: expected 1 or more, found 0",
                "memory|{maximumBodyBytes: 0}|maximumBodyBytes: expected 1 or more, found 0",
                "slf4j|{maximumCharacters: 0}|maximumCharacters: expected 1 or more, found 0",
                "secrets|{}|expected either a folder or settings such as secret.db, found neither",
                "secrets|{folder: /run/secrets, secret.db: x}|expected either a folder or settings such as secret.db, found both",
                "secrets|{secret.db: x, revealing: true}|expected a setting that backend \"secrets\" reads, found \"revealing\"; did you mean reveal?"
            })
    void whatWillNotDoIsSaid(String id, String config, String reason) {
        assertThatThrownBy(() ->
                        load("version: 1\nbindings:\n  - {name: x, backend: " + id + ", config: " + config + "}\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason);
    }
}
