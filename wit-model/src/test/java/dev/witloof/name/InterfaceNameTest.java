package dev.witloof.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.InvalidException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceNameTest {

    @Test
    void aNameHasItsParts() {
        InterfaceName name = InterfaceName.parse("wasi:keyvalue/store@0.2.0-draft");
        assertThat(name.namespaces()).containsExactly("wasi");
        assertThat(name.pkg()).isEqualTo("keyvalue");
        assertThat(name.projections()).containsExactly("store");
        assertThat(name.version()).contains(InterfaceVersion.read("0.2.0-draft").get());
        assertThat(name.unversioned()).isEqualTo("wasi:keyvalue/store");
        assertThat(name.packageName()).isEqualTo("wasi:keyvalue");
        assertThat(name.isNested()).isFalse();
        assertThat(name).hasToString("wasi:keyvalue/store@0.2.0-draft");
    }

    @Test
    void namesMayNest() {
        InterfaceName name = InterfaceName.parse("a:b:c/d/E-f@1.0.0");
        assertThat(name.namespaces()).isEqualTo(List.of("a", "b"));
        assertThat(name.pkg()).isEqualTo("c");
        assertThat(name.projections()).isEqualTo(List.of("d", "E-f"));
        assertThat(name.isNested()).isTrue();
        assertThat(name).hasToString("a:b:c/d/E-f@1.0.0");
        assertThat(InterfaceName.parse("a:b/c/d").isNested()).isTrue();
        assertThat(InterfaceName.parse("a:b/c").isNested()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo:bar/BAZ", "a-1:b-2/c", "a:b/c@1.0.0+build.1", "a:b/c@1", "a:b/c@0.2"})
    void validNames(String text) {
        assertThat(ExternName.parse(text)).isInstanceOf(InterfaceName.class).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "a:b, expected namespace:package/interface",
        "a:, expected namespace:package/interface",
        "a/b:c, expected namespace:package/interface",
        "a@1.0.0:b/c, expected namespace:package/interface",
        ":b/c, namespace \"\" is not in lower-case kebab case",
        "A:b/c, namespace \"A\" is not in lower-case kebab case",
        "a::b/c, namespace \"\" is not in lower-case kebab case",
        "a:B/c, package \"B\" is not in lower-case kebab case",
        "a:/c, package \"\" is not in lower-case kebab case",
        "a:b/, interface \"\" is not in kebab case",
        "a:b/cD, interface \"cD\" is not in kebab case",
        "a:b/c:d, interface \"c:d\" is not in kebab case",
        "a:b/c/, interface \"\" is not in kebab case",
        "a:b/c@, \"\" is not a version",
        "a:b/c@1.0, \"1.0\" is not a version",
        "a:b/c@0, \"0\" is not a version",
        "a:b/c@1.0.0@2, \"1.0.0@2\" is not a version"
    })
    void otherTextIsRefused(String text, String reason) {
        assertThatThrownBy(() -> InterfaceName.parse(text))
                .isInstanceOf(InvalidException.class)
                .hasMessage("\"" + text + "\" is not a valid extern name: " + reason);
    }

    @Test
    void aZeroCharacterIsNoSeparator() {
        assertThatThrownBy(() -> InterfaceName.parse("a:b\0c/d"))
                .isInstanceOf(InvalidException.class)
                .hasMessage(
                        "\"a:b\0c/d\" is not a valid extern name: package \"b\0c\" is not in lower-case kebab case");
    }

    @ParameterizedTest
    @CsvSource({
        "a:b/c, a:b/c, true",
        "a:b/c@1.0.0, a:b/c@1.2.0, true",
        "a:b/c@1.0.0, a:b/c, false",
        "a:b/c@1.0.0, a:b/d@1.0.0, false",
        "a:b/c@1.0.0, a:x/c@1.0.0, false",
        "a:b/c@1.0.0, x:b/c@1.0.0, false"
    })
    void matchingIsSymmetric(String one, String two, boolean expected) {
        assertThat(InterfaceName.parse(one).matches(InterfaceName.parse(two))).isEqualTo(expected);
        assertThat(InterfaceName.parse(two).matches(InterfaceName.parse(one))).isEqualTo(expected);
    }

    @Test
    void anotherVersionOfTheSameInterface() {
        InterfaceName name = InterfaceName.parse("a:b/c");
        assertThat(name.withVersion(InterfaceVersion.read("0.2.1").get())).hasToString("a:b/c@0.2.1");
    }
}
