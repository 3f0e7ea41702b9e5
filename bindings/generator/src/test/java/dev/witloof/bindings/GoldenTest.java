package dev.witloof.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.witloof.wit.parser.WitParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written, to the letter. {@code -Dwitloof.golden=write} writes the files anew; what changed is then to be read. */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    static Stream<Arguments> packages() {
        return Stream.of(
                arguments("sessions", Path.of("../../guests/c-sessions/wit")),
                arguments("names", GOLDEN.resolve("names")),
                arguments("values", GOLDEN.resolve("values")),
                arguments("resources", GOLDEN.resolve("resources")),
                arguments("world", GOLDEN.resolve("world")));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void writesWhatItWrote(String name, Path wit) throws IOException {
        List<SourceFile> files =
                Generator.of(settings(name, false)).generate(WitParser.create().parse(wit));

        Compiled.of(files);
        String text = files.stream()
                .map(file -> "==== " + file.path() + "\n" + file.text())
                .collect(Collectors.joining("\n"));
        Path golden = GOLDEN.resolve(name + ".txt");
        if ("write".equals(System.getProperty("witloof.golden"))) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void withAdaptersItCompilesToo(String name, Path wit) throws IOException {
        List<SourceFile> files =
                Generator.of(settings(name, true)).generate(WitParser.create().parse(wit));

        Compiled.of(files);
        assertThat(files).anyMatch(file -> file.path().endsWith("Adapters.java"));
        // What is written beside them does not change.
        assertThat(files)
                .containsAll(Generator.of(settings(name, false))
                        .generate(WitParser.create().parse(wit)));
    }

    private static GeneratorSettings settings(String name, boolean adapters) {
        GeneratorSettings.Builder settings = GeneratorSettings.builder().adapters(adapters);
        return (name.equals("world") ? settings.world("shop") : settings).build();
    }
}
