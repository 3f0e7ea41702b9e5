package dev.witloof.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.InvalidException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a-b-c",
                "a1-2-3",
                "A",
                "A-B-C",
                "A1-2-3",
                "a11-w0rds",
                "A11-4CR0NYMS",
                "m1x3d-4CR0NYMS",
                "users-DB",
                "is-XML",
                "from",
                "a-1b",
                "a-1B"
            })
    void labelsAreKebabCase(String text) {
        assertThat(Label.isLabel(text)).isTrue();
        assertThat(new Label(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "a-", "-a", "a--b", "1-2-3", "1cache", "userDB", "Foo", "a_b", "a b", "a.b", "é", "a-é",
                "%from", "a1B", "a-1bC", "a\0b", "a\n"
            })
    void whatIsNotKebabCaseIsRefused(String text) {
        assertThat(Label.isLabel(text)).isFalse();
        assertThatThrownBy(() -> new Label(text))
                .isInstanceOf(InvalidException.class)
                .hasMessage("\"" + text + "\" is not in kebab case");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a-B", "1a", "", "a-"})
    void wordsHaveNoUpperCase(String text) {
        assertThat(Label.isWords(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wasi", "a-1", "key-value-2"})
    void wordsMayHaveDigits(String text) {
        assertThat(Label.isWords(text)).isTrue();
    }
}
