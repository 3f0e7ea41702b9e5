package dev.witloof.wit.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.name.ImportRef;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.WorldItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuestDecodeTest {

    private final WitParser parser = WitParser.create();

    /** Each line is {@code file | imports | exports}. */
    static List<String> guests() throws IOException {
        return Files.readAllLines(Path.of("../guests/imports.txt"));
    }

    @ParameterizedTest
    @MethodSource("guests")
    void decodesTheImportsAndExportsThatTheListHas(String line) {
        String[] parts = line.split(" \\| ");
        WitWorld world = parser.decode(Guests.bytes(parts[0])).componentWorld().orElseThrow();
        assertThat(line(world.imports())).isEqualTo(parts[1].replace("%", ""));
        assertThat(line(world.exports())).isEqualTo(parts[2]);
    }

    private static String line(List<WorldItem> items) {
        String line = items.stream().map(GuestDecodeTest::one).collect(Collectors.joining(", "));
        return line.isEmpty() ? "-" : line;
    }

    private static String one(WorldItem item) {
        return item.accept(new WorldItem.Visitor<>() {
            @Override
            public String anInterface(WorldItem.OfInterface i) {
                return i.key()
                        + (i.isPlain()
                                ? i.implementsName().map(name -> ": " + name).orElse("")
                                : "");
            }

            @Override
            public String function(WorldItem.OfFunction f) {
                return f.function().toString();
            }

            @Override
            public String type(WorldItem.OfType t) {
                return "type " + t.key();
            }
        });
    }

    static Stream<String> everyBinary() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../guests"))) {
            return files
                    .filter(file -> file.toString().endsWith(".wasm")
                            && !file.toString().contains("target"))
                    .map(file ->
                            Path.of("../guests").relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("everyBinary")
    void printsWhatItDecodesSoThatItCanBeParsed(String guest) {
        WitPackages decoded = parser.decode(Guests.bytes(guest));
        WitPackages parsed = parser.parseText(parser.print(Guests.bytes(guest)));
        WitWorld world = decoded.componentWorld().orElseThrow();
        assertThat(parsed.world("root").importRefs()).containsExactlyInAnyOrderElementsOf(world.importRefs());
        assertThat(parsed.packages()).hasSameSizeAs(decoded.packages());
    }

    @Test
    void keepsTheExternalIdOfAComponent() {
        WitWorld world =
                parser.decode(Guests.bytes("c-outs/outs.wasm")).componentWorld().orElseThrow();
        assertThat(world.importRefs().stream().map(ImportRef::toString))
                .containsExactly(
                        "import \"wasi:io/error@0.2.12\"",
                        "import \"wasi:io/streams@0.2.12\"",
                        "import \"audit\", implements wasi:cli/stdout@0.2.12, external-id \"file:audit.log\"",
                        "import \"report\", implements wasi:cli/stdout@0.2.12",
                        "import \"wasi:cli/stdout@0.2.12\"");
    }
}
