package dev.witloof.tests.guests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.name.ImportRef;
import dev.witloof.tests.Checkout;
import dev.witloof.wit.WitWorld;
import dev.witloof.wit.parser.WitParser;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Java reads in a component's binary, beside what wasm-tools reads there and what the list says. */
final class ImportsTest {

    private static final WitParser PARSER = WitParser.create();

    static List<String> guests() {
        return Guests.all();
    }

    @ParameterizedTest
    @MethodSource("guests")
    void L15_javaAndWasmToolsSeeTheSame(String guest) {
        byte[] bytes = Guests.bytes(guest);
        Component component = Component.load(bytes);
        WitWorld world = PARSER.decode(bytes).componentWorld().orElseThrow();

        assertThat(component.imports()).isEqualTo(world.importRefs());
        assertThat(component.exports()).isEqualTo(world.exportRefs());
    }

    @Test
    void theListNamesTheImportsOfEachGuest() {
        String seen = Guests.all().stream()
                .map(guest -> guest + " | " + imports(Guests.component(guest)))
                .collect(Collectors.joining("\n"));
        String listed = Checkout.here()
                .text("guests/imports.txt")
                .lines()
                .map(line -> line.substring(0, line.lastIndexOf(" | ")).replace("%", ""))
                .sorted()
                .collect(Collectors.joining("\n"));

        assertThat(seen).isEqualTo(listed);
    }

    private static String imports(Component component) {
        return component.imports().isEmpty()
                ? "-"
                : component.imports().stream().map(ImportsTest::listed).collect(Collectors.joining(", "));
    }

    private static String listed(ImportRef ref) {
        return (ref.kind().equals("type") ? "type " : "")
                + ref.name()
                + ref.implementsName().map(name -> ": " + name).orElse("");
    }
}
