package dev.witloof.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A guest that keeps strings as UTF-16, between Java interfaces; one of them is a lambda. */
class TextTest {

    /** {@code shout}. */
    @FunctionalInterface
    public interface Shout {
        CharSequence up(String s);
    }

    /** The world's own functions. */
    public interface Both {

        String join(String a, String b);

        Tuple2<Long, int[]> count(String s);
    }

    @ParameterizedTest
    @EnumSource(AdapterKind.class)
    void stringsTravel(AdapterKind kind) {
        Linker linker = Linker.builder()
                .adapters(kind)
                .bind("loud")
                .to(Shout.class, s -> s.toUpperCase(Locale.ROOT) + "!")
                .bind("quiet")
                .to(Shout.class, s -> new StringBuilder(s).reverse())
                .build();
        try (ComponentInstance app =
                linker.plan(SessionsTest.guest("c-utf16/text-utf16.wasm")).instantiate()) {
            Both both = app.as(Both.class);
            assertThat(both.join("abc", "xyz")).isEqualTo("ABC!|zyx");
            assertThat(both.join("é", "日本")).isEqualTo("É!|本日");
            Tuple2<Long, int[]> counted = both.count("a😀é");
            assertThat(counted.v0()).isEqualTo(4);
            assertThat(counted.v1()).containsExactly('a', 0x1F600, 'é');
        }
    }
}
