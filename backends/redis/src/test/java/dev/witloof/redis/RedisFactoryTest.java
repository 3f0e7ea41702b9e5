package dev.witloof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.error.ConfigurationException;
import dev.witloof.keyvalue.v0_2_0_draft2.Atomics;
import dev.witloof.link.Backend;
import dev.witloof.messaging.v0_2_0_draft.RequestReply;
import dev.witloof.messaging.wasmcloud.v0_2_0.Consumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a file of bindings may say of Redis. */
final class RedisFactoryTest {

    private static final SecretResolver SECRETS = new SecretResolver() {
        @Override
        public Optional<String> resolve(String scheme, String name) {
            return Optional.of(
                    name.equals("url") ? "redis://u:hunter-2-hunter@cache.example:7000/2" : "hunter-2-hunter");
        }

        @Override
        public Optional<Map<String, String>> resolveAll(String list, String name) {
            return Optional.empty();
        }
    };

    private static Backend made(String config) {
        List<Backend> made = new ArrayList<>();
        BackendRegistry registry = BackendRegistry.builder()
                .register("redis", settings -> {
                    made.add(new RedisFactory(Runnable::run).create(settings));
                    return made.get(0);
                })
                .build();
        Bindings.load(
                "bindings.yaml",
                "version: 1\nbindings: [{name: a, backend: redis, config: " + config + "}]",
                registry,
                SECRETS);
        return made.get(0);
    }

    @Test
    void itIsKeyValueAndMessaging() {
        assertThat(made("{}").serves()).contains(Atomics.class, Consumer.class, RequestReply.class);
    }

    @Test
    void everythingIsRead() {
        assertThat(
                        made("{address: 'cache.example:7000', user: u, password: '${secret:p}', database: 2, tls: true, prefix: 'a:',"
                                        + " buckets: [x, y], connectTimeout: 250ms, callTimeout: 1s, maximumConnections: 3}")
                                .description())
                .contains("Redis key-value at cache.example:7000")
                .doesNotContain("hunter");
        assertThat(made("{url: '${secret:url}'}").description())
                .contains("Redis key-value at cache.example:7000")
                .doesNotContain("hunter");
    }

    private static void refused(String config, String... problems) {
        assertThatThrownBy(() -> made(config))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(problems);
    }

    @Test
    void whatMakesNoSenseIsToldAtItsPlace() {
        refused(
                "{address: 'a b'}",
                "setting \"address\" of backend \"redis\": expected host:port, found something else");
        refused(
                "{url: 'http://x'}",
                "setting \"url\" of backend \"redis\": expected redis://user:password@host:port/database");
        refused(
                "{url: 'redis://x', address: y}",
                "setting \"address\" of backend \"redis\": expected url or address, found both");
        refused(
                "{database: -1, maximumConnections: 0, callTimeout: 0s, hosts: x}",
                "setting \"database\" of backend \"redis\": expected 0 or more, found -1",
                "\"maximumConnections\" of backend \"redis\": expected 1 or more, found 0",
                "\"callTimeout\" of backend \"redis\": expected longer than nothing, found PT0S",
                "expected a setting that backend \"redis\" reads, found \"hosts\"");
        for (String address : List.of("h:0", "h?x", "h#x", "::1", "u@h")) {
            refused(
                    "{address: '" + address + "'}",
                    "setting \"address\" of backend \"redis\": expected host:port, found something else");
        }
        refused(
                "{callTimeout: 200000000d}",
                "setting \"callTimeout\" of backend \"redis\": expected 36500 days or less, found 200000000");
        assertThat(made("{buckets: [x, x]}").description()).contains("127.0.0.1");
        refused("{address: '${secret:p}'}", "expected a value without a secret");
    }
}
