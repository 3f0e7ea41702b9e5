package dev.witloof.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of values in the documentation is what is generated. */
class MappingTableTest {

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\|.*\\|.*\\|");
    private static final String WIT = """
            package a:b;
            interface i {
              record a-record { f: u8 }
              variant a-variant { c }
              enum an-enum { c }
              flags a-flags { c }
              resource a-resource;
              f: func(v: %s);
            }
            """;

    static Stream<List<String>> rows() throws IOException {
        String values = Files.readString(Path.of("../../docs/java-mapping.md"))
                .split("## Values\n")[1]
                .split("\n## ")[0];
        return values.lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> List.of(row.group(1), row.group(2)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachRow(List<String> row) {
        assertThat(Wit.file(Wit.generate(WIT.formatted(row.get(0))), "I.java"))
                .contains("    void f(" + row.get(1) + " v);\n");
    }

    @Test
    void everyLineOfTheTableIsARow() throws IOException {
        assertThat(rows()).hasSize(40);
    }
}
