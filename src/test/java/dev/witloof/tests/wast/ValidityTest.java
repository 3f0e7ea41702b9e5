package dev.witloof.tests.wast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.instance.Component;
import dev.witloof.tests.Checkout;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the specification, each by small components that keep it and that break it. The scripts stand in
 * {@code src/test/resources/validity}, one for a heading; the text of an assertion is the whole message. A first line
 * {@code ;; gates: …} names features that are open, or with a minus closed, beyond the default.
 */
final class ValidityTest {

    private static final Checkout CHECKOUT = Checkout.here();
    private static final String FOLDER = "src/test/resources/validity/";
    private static final String GATES = ";; gates: ";

    @BeforeAll
    static void library() {
        Required.library();
    }

    @TestFactory
    Stream<DynamicContainer> headings() {
        List<String> scripts = CHECKOUT.files(".wast").stream()
                .filter(file -> file.startsWith(FOLDER))
                .toList();
        assertThat(scripts).hasSizeGreaterThan(15);
        return scripts.stream().map(ValidityTest::script);
    }

    private static DynamicContainer script(String file) {
        String text = CHECKOUT.text(file);
        Features features = features(text.lines().findFirst().orElse(""));
        List<Command> commands = commands(file, text);
        return dynamicContainer(
                file.substring(FOLDER.length()), commands.stream().map(command -> test(command, features)));
    }

    private static List<Command> commands(String file, String text) {
        try {
            return ScriptLibrary.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableScriptException e) {
            throw new AssertionError(file + ":" + e.line() + ": " + e.getMessage(), e);
        }
    }

    private static Features features(String line) {
        Features features = Features.DEFAULT;
        if (line.startsWith(GATES)) {
            for (String gate : line.substring(GATES.length()).split(", ")) {
                features = gate.startsWith("-")
                        ? features.without(Feature.valueOf(gate.substring(1)))
                        : features.with(Feature.valueOf(gate));
            }
        }
        return features;
    }

    private static DynamicTest test(Command command, Features features) {
        byte[] binary = command.binary()
                .orElseThrow(() -> new AssertionError("line " + command.line() + ": no binary: " + command.refused()));
        return dynamicTest("line " + command.line(), () -> {
            switch (command.kind()) {
                case "module_definition" ->
                    assertThat(Component.load(binary, features)).isNotNull();
                case "assert_invalid" -> assertRefused(InvalidException.class, binary, features, command.message());
                case "assert_malformed" -> assertRefused(MalformedException.class, binary, features, command.message());
                default -> throw new AssertionError("no case: " + command.kind());
            }
        });
    }

    private static void assertRefused(Class<?> kind, byte[] binary, Features features, String message) {
        assertThatThrownBy(() -> Component.load(binary, features))
                .isExactlyInstanceOf(kind)
                .hasMessage(message);
    }
}
