package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.witloof.config.Bindings;
import dev.witloof.config.Scaffold;
import dev.witloof.config.SecretResolver;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.link.Linker;
import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The tools treat names like the linker does, because they call it. */
class ToolsAskTheLinkerTest {

    /** Named, unnamed, both of one interface, with an external-id, without an interface. */
    private static final List<String> GUESTS = List.of(
            "c-sessions/sessions.wasm",
            "dummies/d2.wasm",
            "bench-micro/micro.wasm",
            "c-outs/outs.wasm",
            "wat-shop/shop.wasm",
            "wat-mirror/mirror.wasm",
            "wat-nested/nested.wasm");

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> L15_toolsTreatNamesLikeTheLinker() {
        return GUESTS.stream().map(guest -> dynamicTest(guest, () -> sameNames(guest)));
    }

    private static void sameNames(String guest) throws IOException {
        Path file = Outcome.guest(guest, folder);
        Component component = Component.load(file);

        String shown = Outcome.of("inspect", file.toString()).out();
        for (ImportRef ref : component.imports()) {
            String line = "\nimport " + ref.name()
                    + (ref.isNamed() ? ref.implementsName().map(i -> ": " + i).orElse("") : "");
            assertThat(shown).contains(line);
        }
        assertThat(shown.lines().filter(line -> line.startsWith("import ")))
                .hasSize(component.imports().size());

        Path bindings = folder.resolve("bindings.yaml");
        for (String backend : List.of("in-memory", "map")) {
            Files.writeString(bindings, Scaffold.of(component).replace(Scaffold.BACKEND, backend));
            Outcome planned = Outcome.of("plan", file.toString(), "--bindings", bindings.toString());
            Linker linker = Bindings.load(bindings, Backends.registry(), SecretResolver.none())
                    .applyTo(Linker.builder())
                    .build();
            try {
                planned.is(0, linker.plan(component) + "\n", "");
            } catch (UnlinkableException e) {
                planned.is(2, "", e.getMessage() + "\n");
            }
        }
    }
}
