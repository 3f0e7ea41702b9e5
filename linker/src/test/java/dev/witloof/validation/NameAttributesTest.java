package dev.witloof.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.binary.ComponentDecoder;
import dev.witloof.error.InvalidException;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the text format of wasm-tools cannot say: attributes given twice, version suffixes, values. */
final class NameAttributesTest {

    private static final Features CANONICAL = Features.DEFAULT.with(Feature.CANONICAL_INTERFACE_NAMES);
    private static final int IMPLEMENTS = 0;
    private static final int VERSION_SUFFIX = 1;
    private static final int EXTERNAL_ID = 2;

    @Test
    void eachAttributeStandsOnce() {
        refuses(
                importing("x", IMPLEMENTS, "a:b/c", IMPLEMENTS, "a:b/d"),
                Features.DEFAULT,
                "import at 0x10, import \"x\": expected each attribute once, found implements twice");
        refuses(
                importing("x", EXTERNAL_ID, "eu", IMPLEMENTS, "a:b/d", EXTERNAL_ID, "eu"),
                Features.DEFAULT,
                "import at 0x10, import \"x\": expected each attribute once, found external-id twice");
        refuses(
                importing("a:b/c@1", VERSION_SUFFIX, ".2.3", VERSION_SUFFIX, ".2.3"),
                CANONICAL,
                "import at 0x10, import \"a:b/c@1\": expected each attribute once, found versionsuffix twice");
    }

    @Test
    void versionSuffixesNeedTheirGate() {
        refuses(
                importing("a:b/c@0.0.1", VERSION_SUFFIX, "-rc"),
                Features.DEFAULT,
                "import at 0x10, import \"a:b/c@0.0.1\": a version suffix needs the feature \"canonical interface names\","
                        + " whose gate is closed");
    }

    @Test
    void versionSuffixesCompleteACanonicalVersion() {
        assertThat(validate(importing("a:b/c@1", VERSION_SUFFIX, ".2.3"), CANONICAL)
                        .imports()
                        .get(0)
                        .interfaceName()
                        .orElseThrow())
                .hasToString("a:b/c@1.2.3");
        assertThat(validate(importing("a:b/c@0.0.1", VERSION_SUFFIX, "-rc.1+x"), CANONICAL)
                        .imports()
                        .get(0)
                        .interfaceName()
                        .orElseThrow())
                .hasToString("a:b/c@0.0.1-rc.1+x");
    }

    @Test
    void versionSuffixesThatCompleteNothing() {
        refuses(
                importing("a:b/c@1.2.3", VERSION_SUFFIX, "-rc"),
                CANONICAL,
                "import at 0x10, import \"a:b/c@1.2.3\": a version suffix needs a canonical version before it");
        refuses(
                importing("a:b/c", VERSION_SUFFIX, "1.2.3"),
                CANONICAL,
                "import at 0x10, import \"a:b/c\": a version suffix needs a canonical version before it");
        refuses(
                importing("x", VERSION_SUFFIX, ".2.3"),
                CANONICAL,
                "import at 0x10, import \"x\": a version suffix needs a canonical version before it");
        refuses(
                importing("a:b/c@1", VERSION_SUFFIX, ".02.3"),
                CANONICAL,
                "import at 0x10, import \"a:b/c@1\": \"1.02.3\" is not a semantic version");
        refuses(
                importing("a:b/c@0", VERSION_SUFFIX, ".2"),
                CANONICAL,
                "import at 0x10, import \"a:b/c@0\": \"a:b/c@0\" is not a valid extern name: \"0\" is not a version");
    }

    @Test
    void valuesAreRefusedByName() {
        byte[] imported = component(out -> section(out, 10, 1, 0, 1, 'v', 2, 1, 0x7d));
        refuses(imported, Features.ALL, "import at 0xb: values are not supported (feature \"values\")");
        byte[] defined = component(out -> section(out, 12, 1, 0x7d, 1, 7));
        refuses(defined, Features.ALL, "value at 0xb: values are not supported (feature \"values\")");
    }

    private static void refuses(byte[] component, Features features, String message) {
        assertThatThrownBy(() -> validate(component, features))
                .isInstanceOf(InvalidException.class)
                .hasMessage(message);
    }

    private static ValidComponent validate(byte[] component, Features features) {
        return ComponentValidation.validate(ComponentDecoder.decode(component), features);
    }

    /** A component that imports an empty instance under a name with attributes, each its kind and its text. */
    private static byte[] importing(String name, Object... attributes) {
        return component(out -> {
            section(out, 7, 1, 0x42, 0);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(1);
            body.write(2);
            text(body, name);
            body.write(attributes.length / 2);
            for (int i = 0; i < attributes.length; i += 2) {
                body.write((int) attributes[i]);
                text(body, (String) attributes[i + 1]);
            }
            body.write(5);
            body.write(0);
            out.write(10);
            out.write(body.size());
            out.writeBytes(body.toByteArray());
        });
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private static void section(ByteArrayOutputStream out, int id, int... body) {
        out.write(id);
        out.write(body.length);
        for (int b : body) {
            out.write(b);
        }
    }

    private static byte[] component(Consumer<ByteArrayOutputStream> sections) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0});
        sections.accept(out);
        return out.toByteArray();
    }
}
