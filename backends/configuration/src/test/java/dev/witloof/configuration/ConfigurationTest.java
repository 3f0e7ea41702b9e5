package dev.witloof.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.configuration.v0_2_0_rc_1.Store;
import dev.witloof.host.Tuple2;
import dev.witloof.link.Backend;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private final Map<String, String> map = new LinkedHashMap<>(Map.of("greeting", "hello"));

    @Test
    void givesWhatTheMapHas() {
        map.put("empty", "");
        Configuration configuration = Configuration.of(map);

        assertThat(configuration.get("greeting")).contains("hello");
        assertThat(configuration.get("empty")).contains("");
        assertThat(configuration.get("Greeting")).isEmpty();
        assertThat(configuration.getAll())
                .containsExactly(new Tuple2<>("greeting", "hello"), new Tuple2<>("empty", ""));
    }

    @Test
    void isACopy() {
        Configuration configuration = Configuration.of(map);
        map.put("greeting", "bye");
        map.put("later", "here");

        assertThat(configuration.get("greeting")).contains("hello");
        assertThat(configuration.get("later")).isEmpty();
        assertThat(configuration.getAll()).containsExactly(new Tuple2<>("greeting", "hello"));
    }

    @Test
    void refusesNull() {
        assertThatThrownBy(() -> Configuration.of(Collections.singletonMap("password", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("setting \"password\": expected a value, found null");
        assertThatThrownBy(() -> Configuration.of(Collections.singletonMap(null, "value")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("settings: expected keys, found null");
    }

    @Test
    void saysWhatItServesAndNothingOfItsValues() {
        Configuration configuration = Configuration.of(Map.of("password", "geheim"));

        assertThat(configuration.serves()).containsExactly(Store.class);
        assertThat(configuration.description()).isEqualTo("configuration");
        assertThat(configuration.toString()).doesNotContain("geheim");
    }

    @Test
    void takesWhatBeginsWithThePrefix() {
        Properties defaults = new Properties();
        defaults.setProperty("guest.currency", "EUR");
        Properties properties = new Properties(defaults);
        properties.setProperty("guest.greeting", "hello");
        properties.setProperty("guest.", "no key");
        properties.setProperty("other.password", "geheim");
        Map<String, String> environment = Map.of("GUEST_GREETING", "hello", "GUEST_", "no key", "PASSWORD", "geheim");

        assertThat(Configuration.ofProperties(properties, "guest.").getAll())
                .containsExactly(new Tuple2<>("currency", "EUR"), new Tuple2<>("greeting", "hello"));
        assertThat(Configuration.ofEnvironment(environment, "GUEST_").getAll())
                .containsExactly(new Tuple2<>("GREETING", "hello"));
        assertThat(Configuration.ofEnvironment(environment, "X_").getAll()).isEmpty();
    }

    private static ImportRef named(String name) {
        return new ImportRef(
                name,
                "instance",
                new NameAttributes(Optional.of("wasi:config/store@0.2.0-rc.1"), Optional.empty(), Optional.empty()));
    }

    private static final ImportRef UNNAMED = new ImportRef(
            "wasi:config/store@0.2.0-rc.1",
            "instance",
            new NameAttributes(Optional.empty(), Optional.empty(), Optional.empty()));

    @Test
    void eachNameHasItsOwn() throws Exception {
        Configuration eu = Configuration.of(Map.of("currency", "EUR"));
        Configuration rest = Configuration.of(Map.of("currency", "USD"));
        ConfigurationByName byName =
                Configuration.byName().named("eu", eu).unnamed(rest).build();

        try (Backend.Started started = byName.start(List.of(named("eu"), UNNAMED))) {
            assertThat(started.implementation(named("eu"))).isSameAs(eu);
            assertThat(started.implementation(UNNAMED)).isSameAs(rest);
        }
        assertThat(byName.serves()).containsExactly(Store.class);
        assertThat(byName.description()).isEqualTo("configuration by name");
    }

    @Test
    void L24_aNameWithoutSettingsIsNotStarted() {
        Configuration eu = Configuration.of(Map.of("currency", "EUR"));

        assertThatThrownBy(() -> Configuration.byName()
                        .named("eu", eu)
                        .unnamed(eu)
                        .build()
                        .start(List.of(named("us"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("import \"us\": expected settings for it, found those for \"eu\", the unnamed import");
        assertThatThrownBy(() -> Configuration.byName().named("eu", eu).build().start(List.of(UNNAMED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "import \"wasi:config/store@0.2.0-rc.1\": expected settings for it, found those for \"eu\"");
    }

    @Test
    void namesAreSaidOnce() {
        Configuration eu = Configuration.of(Map.of());

        assertThatThrownBy(() -> Configuration.byName().named("eu", eu).named("eu", eu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("named: expected each name once, found \"eu\" again");
        assertThatThrownBy(() -> Configuration.byName().unnamed(eu).unnamed(eu))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unnamed: expected to be said once, found again");
        assertThatThrownBy(() -> Configuration.byName().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("configuration by name: expected settings, found none");
    }
}
