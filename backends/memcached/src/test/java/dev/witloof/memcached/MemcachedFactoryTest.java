package dev.witloof.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.config.BackendRegistry;
import dev.witloof.config.Bindings;
import dev.witloof.config.SecretResolver;
import dev.witloof.error.ConfigurationException;
import dev.witloof.link.Backend;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a file of bindings may say of Memcached. */
final class MemcachedFactoryTest {

    private static Backend made(String config) {
        List<Backend> made = new ArrayList<>();
        BackendRegistry registry = BackendRegistry.builder()
                .register("memcached", settings -> {
                    made.add(new MemcachedFactory().create(settings));
                    return made.get(0);
                })
                .build();
        Bindings.load(
                "bindings.yaml",
                "version: 1\nbindings: [{name: a, backend: memcached, config: " + config + "}]",
                registry,
                SecretResolver.none());
        return made.get(0);
    }

    @Test
    void everythingIsRead() {
        assertThat(made("{}").description()).isEqualTo("Memcached key-value at 127.0.0.1:11211");
        assertThat(made("{address: 'cache.example:7000', user: u, password: p, prefix: 'a:', buckets: [x, y],"
                                + " connectTimeout: 250ms, callTimeout: 1s, connections: 3, tls: false}")
                        .description())
                .isEqualTo("Memcached key-value at cache.example:7000");
    }

    private static void refused(String config, String... problems) {
        assertThatThrownBy(() -> made(config))
                .isInstanceOf(ConfigurationException.class)
                .message()
                .contains(problems);
    }

    @Test
    void tlsIsRefusedByName() {
        refused(
                "{tls: true}",
                "bindings.yaml:2:",
                "setting \"tls\" of backend \"memcached\":"
                        + " expected no TLS, which the client library xmemcached does not speak, found true");
    }

    @Test
    void whatMakesNoSenseIsToldAtItsPlace() {
        refused(
                "{address: 'a b', connections: 0, callTimeout: 0s, user: x, hosts: y}",
                "setting \"address\" of backend \"memcached\": expected host:port, found something else",
                "setting \"connections\" of backend \"memcached\": expected 1 or more, found 0",
                "setting \"callTimeout\" of backend \"memcached\": expected a millisecond or more, found PT0S",
                "setting \"user\" of backend \"memcached\": expected user and password, found one of them",
                "expected a setting that backend \"memcached\" reads, found \"hosts\"");
        for (String address : List.of("h:0", "h?x", "h#x", "::1", "u@h")) {
            refused(
                    "{address: '" + address + "'}",
                    "setting \"address\" of backend \"memcached\": expected host:port, found something else");
        }
        refused(
                "{callTimeout: 200000000d}",
                "setting \"callTimeout\" of backend \"memcached\": expected 36500 days or less, found 200000000");
        assertThat(made("{buckets: [x, x]}").description()).isEqualTo("Memcached key-value at 127.0.0.1:11211");
        refused(
                "{connections: -4294967295}",
                "setting \"connections\" of backend \"memcached\": expected 1 or more, found -2147483648");
    }
}
