package dev.witloof.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.wit.Stability;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocsTest {

    private static String docs(String text) {
        return Docs.of(Optional.of(text), Stability.UNSTATED).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a & b < c > d | a &amp; b &lt; c &gt; d",
                "@param x and {@code} | &#64;param x and {&#64;code}",
                "me@example.org | me@example.org",
                "an end */ of it | an end *&#47; of it",
                "\\u002a/ | &#92;u002a/",
                "`code` and ``more`` | {@code code} and {@code more}",
                "`a{b}` | <code>a{b}</code>",
                "`*/` | <code>*&#47;</code>",
                "`x @y` | <code>x &#64;y</code>",
                "übel ☃ | &#252;bel &#9731;",
                "# A heading | A heading"
            })
    void nothingMeansAnythingToJava(String markdown, String javadoc) {
        assertThat(docs(markdown)).isEqualTo(javadoc + "\n");
    }

    @Test
    void controlCharactersAndLoneSurrogatesAreReplaced() {
        assertThat(docs("a\u0007b\ud800c\ufffed")).isEqualTo("a&#65533;b&#65533;c&#65533;d\n");
        assertThat(docs("\u202eback")).isEqualTo("&#8238;back\n");
    }

    @Test
    void paragraphsListsAndCode() {
        assertThat(docs("One\nmore.\n\nTwo:\n\n- a\n  b\n- c\n\nAfter.\n\n```rust\nx < y\n\n  @z\n```\nEnd."))
                .isEqualTo("""
                        One more.

                        <p>Two:
                        <ul>
                        <li>a b
                        <li>c
                        </ul>

                        <p>After.
                        <pre>
                        x &lt; y

                          &#64;z
                        </pre>

                        <p>End.
                        """);
    }

    @Test
    void gatesBecomeTags() {
        Stability gates = new Stability(Optional.of("0.2.0"), Optional.empty(), Optional.of("0.2.2"));

        assertThat(Docs.of(Optional.of("Old."), gates).toString())
                .isEqualTo("Old.\n\n@since 0.2.0\n@deprecated since 0.2.2\n");
        assertThat(Docs.of(Optional.empty(), gates).toString()).isEqualTo("@since 0.2.0\n@deprecated since 0.2.2\n");
        assertThat(Docs.of(Optional.empty(), Stability.UNSTATED).isEmpty()).isTrue();
    }
}
