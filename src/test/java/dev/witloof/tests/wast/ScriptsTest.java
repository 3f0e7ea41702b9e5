package dev.witloof.tests.wast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.tests.Checkout;
import dev.witloof.type.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This project's own scripts, each about what some headings of CanonicalABI.md and Explainer.md say. */
final class ScriptsTest {

    private static final Path FOLDER = Checkout.here().root().resolve("src/test/resources/scripts");

    @BeforeEach
    void library() {
        Required.library();
    }

    static List<String> scripts() throws IOException {
        return Wast.scripts(FOLDER).stream()
                .map(script -> FOLDER.relativize(script).toString())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyCommandPasses(String script) throws IOException {
        List<Outcome> outcomes =
                new WastRunner(Features.DEFAULT).run(script, Files.readAllBytes(FOLDER.resolve(script)), Selection.ALL);

        assertThat(outcomes.stream()
                        .filter(outcome -> !outcome.passed())
                        .map(Outcome::toString)
                        .collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(outcomes).hasSizeGreaterThan(10);
    }
}
