package dev.witloof.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.wit.parser.WitParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A component's own types, decoded by the linker, give the source that they give when the WIT parser decodes them. */
class SameSourceTest {

    private static final Path GUESTS = Path.of("../../guests");

    static List<Path> guests() throws IOException {
        try (Stream<Path> files = Files.walk(GUESTS)) {
            return files.filter(file -> file.toString().endsWith(".wasm"))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("guests")
    void bothDecodersGiveTheSame(Path guest) throws IOException {
        Generator generator = Generator.of(GeneratorSettings.defaults());

        List<SourceFile> ours = generator.generate(Component.load(guest));

        assertThat(ours)
                .isNotEmpty()
                .isEqualTo(generator.generate(WitParser.create().decode(Files.readAllBytes(guest))));
        Compiled.of(ours);
    }
}
