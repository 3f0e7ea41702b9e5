package dev.witloof.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.witloof.bindings.OptionStyle;
import dev.witloof.bindings.UnsignedStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StylesTest {

    @Test
    void eachStyleHasAWord() {
        assertThat(List.of(Styles.optionStyle("optional"), Styles.optionStyle("nullable")))
                .containsExactly(OptionStyle.values());
        assertThat(List.of(Styles.unsignedStyle("wide"), Styles.unsignedStyle("raw-bits")))
                .containsExactly(UnsignedStyle.values());
    }

    @Test
    void anotherWordIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Styles.optionStyle("Optional"))
                .withMessage("optionStyle: expected optional or nullable, found \"Optional\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Styles.unsignedStyle("bits"))
                .withMessage("unsignedStyle: expected wide or raw-bits, found \"bits\"");
    }

    @Test
    void packagesArePairs() {
        assertThat(Styles.javaPackages(List.of("a:b=x.y", "a:b@1.0.0 = x.z")))
                .containsExactly(entry("a:b", "x.y"), entry("a:b@1.0.0", "x.z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Styles.javaPackages(List.of("a:b")))
                .withMessage("javaPackages: expected a pair such as acme:shop=com.acme.shop, found \"a:b\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Styles.javaPackages(List.of("a:b=x", "a:b=y")))
                .withMessage("javaPackages: expected one Java package for a:b, found a second one: a:b=y");
    }
}
