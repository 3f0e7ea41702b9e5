package dev.witloof.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void whatCanBeSeenStays() {
        String text = "shop é 日本 \ud83d\ude00 a\\b \"c\"";
        assertThat(Printable.plain(text)).isEqualTo(text);
        assertThat(Printable.quoted("shop é")).isEqualTo("\"shop é\"");
        assertThat(Printable.quoted("a\\b \"c\"")).isEqualTo("\"a\\\\b \\\"c\\\"\"");
    }

    @Test
    void whatCannotBeSeenOrTurnsTheTextIsEscaped() {
        assertThat(Printable.plain("a\nb\r\t\u001b[0m\u007f\u0085\u2028\u202e\ufeff"))
                .isEqualTo("a\\nb\\u{d}\\u{9}\\u{1b}[0m\\u{7f}\\u{85}\\u{2028}\\u{202e}\\u{feff}");
    }

    @Test
    void whatIsNoCharacterIsEscaped() {
        assertThat(Printable.plain("\ufffe\uffff\ufdd0\ufdef\udbff\udfff"))
                .isEqualTo("\\u{fffe}\\u{ffff}\\u{fdd0}\\u{fdef}\\u{10ffff}");
        assertThat(Printable.plain("\ufffd\ufdcf\ufdf0")).isEqualTo("\ufffd\ufdcf\ufdf0");
    }
}
