package dev.witloof.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.InvalidException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNameTest {

    @Test
    void aLabelIsAPlainName() {
        assertThat(ExternName.parse("get-JSON"))
                .isEqualTo(new PlainName(PlainName.Kind.LABEL, new Label("get-JSON"), Optional.empty()))
                .hasToString("get-JSON");
    }

    @Test
    void annotationsTieAFunctionToAResource() {
        assertThat(ExternName.parse("[constructor]bucket"))
                .isEqualTo(new PlainName(PlainName.Kind.CONSTRUCTOR, new Label("bucket"), Optional.empty()))
                .hasToString("[constructor]bucket");
        assertThat(ExternName.parse("[method]bucket.get"))
                .isEqualTo(new PlainName(PlainName.Kind.METHOD, new Label("bucket"), Optional.of(new Label("get"))))
                .hasToString("[method]bucket.get");
        assertThat(ExternName.parse("[static]bucket.from"))
                .isEqualTo(new PlainName(PlainName.Kind.STATIC, new Label("bucket"), Optional.of(new Label("from"))))
                .hasToString("[static]bucket.from");
    }

    @ParameterizedTest
    @CsvSource({
        "Foo, label \"Foo\" is not in kebab case",
        "'', label \"\" is not in kebab case",
        "[constructor], label \"\" is not in kebab case",
        "[constructor]a.b, label \"a.b\" is not in kebab case",
        "[method]a, expected resource.member after [method]",
        "[method]a., label \"\" is not in kebab case",
        "[method].a, label \"\" is not in kebab case",
        "[static]a.b.c, label \"b.c\" is not in kebab case",
        "'[getter]a', 'expected [constructor], [method] or [static]'",
        "'[', 'expected [constructor], [method] or [static]'"
    })
    void otherTextIsRefused(String text, String reason) {
        assertThatThrownBy(() -> ExternName.parse(text))
                .isInstanceOf(InvalidException.class)
                .hasMessage("\"" + text + "\" is not a valid extern name: " + reason);
    }

    @Test
    void theFormFromBeforeTheReleaseIsRefusedWithItsRemedy() {
        assertThatThrownBy(() -> ExternName.parse("[implements=<wasi:keyvalue/store>]cache"))
                .isInstanceOf(InvalidException.class)
                .hasMessage("\"[implements=<wasi:keyvalue/store>]cache\" is a name in a form that was used before its"
                        + " release; rebuild the component with wasm-tools 1.249 or later, which writes `implements`"
                        + " as an attribute");
    }
}
