package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What a backend reads is what stands in the file, with the type that it asks for. */
final class SettingsTest {

    /** What {@code reader} reads of an entry with these settings. */
    static <T> T read(String config, SecretResolver resolver, Function<Settings, T> reader) {
        List<T> read = new ArrayList<>();
        BackendRegistry registry = BackendRegistry.builder()
                .register("probe", settings -> {
                    read.add(reader.apply(settings));
                    return new Backends.Anything();
                })
                .build();
        Bindings.load(
                "probe.yaml",
                "version: 1\nbindings: [{name: a, backend: probe, config: " + config + "}]",
                registry,
                resolver);
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private static <T> T read(String config, Function<Settings, T> reader) {
        return read(config, SecretResolver.none(), reader);
    }

    @Test
    void textIsAsItIsWritten() {
        assertThat((Object) read("{a: 1.10}", s -> s.string("a"))).isEqualTo("1.10");
        assertThat((Object) read("{a: true}", s -> s.string("a"))).isEqualTo("true");
        assertThat((Object) read("{a: \"x\\ty\"}", s -> s.string("a"))).isEqualTo("x\ty");
        assertThat((Object) read("{a: ''}", s -> s.optionalString("a"))).isEqualTo(Optional.of(""));
        assertThat((Object) read("{}", s -> s.optionalString("a"))).isEqualTo(Optional.empty());
    }

    @Test
    void listsAreTexts() {
        assertThat((Object) read("{a: [x, 2]}", s -> s.strings("a"))).isEqualTo(List.of("x", "2"));
        assertThat((Object) read("{a: x}", s -> s.strings("a"))).isEqualTo(List.of("x"));
        assertThat((Object) read("{a: []}", s -> s.strings("a"))).isEqualTo(List.of());
        assertThat((Object) read("{}", s -> s.strings("a"))).isEqualTo(List.of());
    }

    @Test
    void numbersTruthTimesAndSizesAreRead() {
        assertThat((Object) read("{a: -12}", s -> s.integer("a"))).isEqualTo(-12L);
        assertThat((Object) read("{a: '12'}", s -> s.integer("a"))).isEqualTo(12L);
        assertThat((Object) read("{}", s -> s.optionalInteger("a"))).isEqualTo(Optional.empty());
        assertThat((Object) read("{a: true}", s -> s.bool("a"))).isEqualTo(true);
        assertThat((Object) read("{a: 'false'}", s -> s.bool("a"))).isEqualTo(false);
        assertThat((Object) read("{a: 250ms}", s -> s.duration("a"))).isEqualTo(Duration.ofMillis(250));
        assertThat((Object) read("{a: 5s}", s -> s.duration("a"))).isEqualTo(Duration.ofSeconds(5));
        assertThat((Object) read("{a: 10m}", s -> s.duration("a"))).isEqualTo(Duration.ofMinutes(10));
        assertThat((Object) read("{a: 1h}", s -> s.duration("a"))).isEqualTo(Duration.ofHours(1));
        assertThat((Object) read("{a: 2d}", s -> s.duration("a"))).isEqualTo(Duration.ofDays(2));
        assertThat((Object) read("{a: 65536}", s -> s.size("a"))).isEqualTo(65536L);
        assertThat((Object) read("{a: 64KiB}", s -> s.size("a"))).isEqualTo(65536L);
        assertThat((Object) read("{a: 10MB}", s -> s.size("a"))).isEqualTo(10_000_000L);
        assertThat((Object) read("{a: 1GiB}", s -> s.size("a"))).isEqualTo(1L << 30);
        assertThat(Quantity.size("999999999999999999GiB")).isEmpty();
    }

    @Test
    void pathsAreRead() {
        assertThat((Object) read("{a: /var/lib}", s -> s.path("a"))).isEqualTo(Path.of("/var/lib"));
        assertThat((Object) read("{a: ./b}", s -> s.optionalPath("a"))).isEqualTo(Optional.of(Path.of("./b")));
        assertThat((Object) read("{}", s -> s.optionalPath("a"))).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> read("{a: ''}", s -> s.path("a")))
                .hasMessageStartingWith("probe.yaml:2:50: expected a path, found \"\"\n");
        assertThatThrownBy(() -> read("{a: \"b\\0\"}", s -> s.path("a")))
                .hasMessageStartingWith("probe.yaml:2:50: expected a path, found \"b\\u{0}\"\n");
    }

    @Test
    void numbersForBuildersStayWhatNoneTakes() {
        assertThat(Settings.toInt(12)).isEqualTo(12);
        assertThat(Settings.toInt(1L << 32)).isEqualTo(Integer.MAX_VALUE);
        assertThat(Settings.toInt(-1L << 32)).isEqualTo(Integer.MIN_VALUE);
    }

    @Test
    void numbersAreWrittenInPlainDigits() {
        assertThat((Object) read("{a: +9223372036854775807}", s -> s.integer("a")))
                .isEqualTo(Long.MAX_VALUE);
        for (String other : List.of("\u0663", "9223372036854775808", "0x1F", "1e3", "-")) {
            assertThatThrownBy(() -> read("{a: '" + other + "'}", s -> s.integer("a")))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith("probe.yaml:2:50: expected a whole number, found \"" + other + "\"\n");
        }
    }

    @Test
    void keysAreThereWithoutBeingRead() {
        assertThat((Object) read("{b: 1, a: 2}", s -> List.of(s.keys(), s.all())))
                .isEqualTo(List.of(java.util.Set.of("a", "b"), Map.of("a", "2", "b", "1")));
    }

    @Test
    void referencesAreResolvedEachOnce() {
        Map<String, Integer> asked = new LinkedHashMap<>();
        SecretResolver resolver = (scheme, name) -> {
            asked.merge(scheme + " " + name, 1, Integer::sum);
            return Optional.of("<" + name + ">");
        };
        String config =
                "{a: 'x ${env:HOST}:${file:/run/port}', b: '${env:HOST}', c: '$${env:HOST}', d: '$', e: '$$${f'}";
        assertThat((Object) read(config, resolver, Settings::all))
                .isEqualTo(
                        Map.of("a", "x <HOST>:</run/port>", "b", "<HOST>", "c", "${env:HOST}", "d", "$", "e", "$${f"));
        assertThat(asked).isEqualTo(Map.of("env HOST", 1, "file /run/port", 1));
    }

    @Test
    void aSecretIsReadAsOne() {
        SecretResolver resolver = (scheme, name) -> Optional.of("s3cret");
        String config = "{url: 'redis://:${secret:password}@host', plain: open}";
        List<Secret> read = read(
                config,
                resolver,
                s -> List.of(s.secret("url"), s.optionalSecret("plain").orElseThrow()));
        assertThat(read.get(0).reveal()).isEqualTo("redis://:s3cret@host");
        assertThat(read.get(1).reveal()).isEqualTo("open");
        assertThat(read).hasToString("[***, ***]");
    }

    @Test
    void secretsAreComparedAndNeverShown() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("b"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a");
        assertThat(Secret.of("a")).hasToString("***").isNotInstanceOf(java.io.Serializable.class);
    }

    @Test
    void theRegistryRefusesWhatItCannotMean() {
        BackendRegistry.Builder builder = BackendRegistry.builder().register("a", s -> new Backends.Anything());
        assertThatThrownBy(() -> builder.register("a", s -> new Backends.Anything()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("register: expected each id once, found \"a\" again");
        assertThatThrownBy(() -> builder.register("", s -> new Backends.Anything()))
                .hasMessage("register: expected an id, found none");
        assertThatThrownBy(() -> builder.byDefault("wasi:keyvalue/store@0.2.0-draft", "a"))
                .hasMessage("byDefault: expected an interface without its version, once, found"
                        + " \"wasi:keyvalue/store@0.2.0-draft\": it has a version");
        assertThatThrownBy(() -> builder.export("store", s -> {}))
                .hasMessage(
                        "export: expected an interface without its version, once, found \"store\": \"store\" is not a"
                                + " valid extern name: expected namespace:package/interface");
        builder.byDefault("wasi:keyvalue/store", "b");
        assertThatThrownBy(() -> builder.byDefault("wasi:keyvalue/store", "a"))
                .hasMessage(
                        "byDefault: expected an interface without its version, once, found \"wasi:keyvalue/store\": it"
                                + " is there already");
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("byDefault: expected a registered id for wasi:keyvalue/store, found \"b\"");
    }
}
