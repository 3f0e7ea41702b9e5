package dev.witloof.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.configuration.v0_2_0_rc_1.Store;
import dev.witloof.host.Tuple2;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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
}
