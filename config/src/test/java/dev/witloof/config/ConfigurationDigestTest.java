package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Linker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The digest of a plan's configuration sees the settings of backends, and lets no secret be found by trying. */
final class ConfigurationDigestTest {

    private static final BackendRegistry REGISTRY = Backends.builder()
            .register("redis", settings -> {
                settings.strings("hosts");
                settings.optionalString("address");
                settings.optionalSecret("password");
                return new Backends.Anything();
            })
            .build();

    private static String digest(String backend, String config, String resolved) {
        SecretResolver resolver = new SecretResolver() {
            @Override
            public Optional<String> resolve(String scheme, String name) {
                return Optional.of(resolved);
            }

            @Override
            public Optional<Map<String, String>> resolveAll(String list, String name) {
                return Optional.of(Map.of(list.equals("secretFrom") ? "password" : "address", resolved));
            }
        };
        String entry =
                "{namespace: wasi, package: keyvalue, version: 0.2.0-draft, interfaces: [store], name: %s, config: {%s}%s}";
        String text = backend.isEmpty()
                ? "hostInterfaces: ["
                        + String.format(entry, "sessions", "backend: redis", ", " + config) + ", "
                        + String.format(entry, "cache", "backend: redis", "") + "]"
                : "version: 1\nbindings:\n"
                        + "  - {name: sessions, backend: " + backend + ", config: {" + config + "}}\n"
                        + "  - {name: cache, backend: redis}\n";
        return Bindings.load("bindings.yaml", text, REGISTRY, resolver)
                .applyTo(Linker.builder())
                .build()
                .plan(Backends.component("c-sessions/sessions.wasm"))
                .configurationDigest();
    }

    private static String redis(String config) {
        return digest("redis", config, "a");
    }

    @Test
    void filesThatDifferOnlyInASettingDiffer() {
        Map<String, String> byDigest = new LinkedHashMap<>();
        for (String config : List.of(
                "",
                "address: a",
                "address: b",
                "hosts: a",
                "hosts: [a]",
                "hosts: [a, b]",
                "hosts: ['a, b']",
                "hosts: [b, a]",
                "address: " + "a".repeat(100) + "b",
                "address: " + "a".repeat(100) + "c",
                "address: '${env:a}'",
                "address: '${env:b}'",
                "address: '$${env:a}'",
                "password: '${secret:a}'",
                "password: '${secret:b}'")) {
            assertThat(byDigest.put(redis(config), config)).as(config).isNull();
        }
    }

    @Test
    void theOrderOfSettingsAndHowTheyAreQuotedDoNotMatter() {
        assertThat(redis("hosts: [\"a\"], address: 'a'")).isEqualTo(redis("address: a, hosts: [a]"));
    }

    @Test
    void L20_noValueOfASecretIsInTheDigest() {
        assertThat(digest("redis", "password: '${secret:a}'", "one"))
                .isEqualTo(digest("redis", "password: '${secret:a}'", "two"));
        assertThat(digest("redis", "address: 'x ${env:a}'", "one"))
                .isEqualTo(digest("redis", "address: 'x ${env:a}'", "two"));
        // A secret that stands in the file itself, or around a reference.
        assertThat(redis("password: one")).isEqualTo(redis("password: two")).isNotEqualTo(redis(""));
        assertThat(redis("password: 'one ${env:a}'")).isEqualTo(redis("password: 'two ${env:a}'"));
    }

    @Test
    void sourcesOfSettingsAreNamedAndNotRead() {
        for (String list : List.of("configFrom", "secretFrom")) {
            String source = list + ": [{name: a}]";
            assertThat(digest("", source, "one"))
                    .isEqualTo(digest("", source, "two"))
                    .isNotEqualTo(digest("", list + ": [{name: b}]", "one"));
        }
    }
}
