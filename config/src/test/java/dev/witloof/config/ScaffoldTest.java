package dev.witloof.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.link.Step;
import dev.witloof.name.ImportRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written for a component, filled in, links it. */
final class ScaffoldTest {

    static Stream<String> guests() throws IOException {
        Path guests = Path.of("../guests");
        try (Stream<Path> files = Files.walk(guests)) {
            return files
                    .filter(file -> file.toString().endsWith(".wasm")
                            && !file.toString().contains("/target/"))
                    .map(file -> guests.relativize(file).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("guests")
    void filledInItLinksEachGuest(String guest) {
        var component = Backends.component(guest);
        String text = Scaffold.of(component);
        String filled = text.replace("backend: " + Scaffold.BACKEND, "backend: anything");
        Linker.Builder linker = Linker.builder();
        component.imports().stream()
                .map(ImportRef::name)
                .filter(name ->
                        filled.contains("\n# import \"" + name + "\" has no version, and so it is bound in Java"))
                .forEach(name -> linker.bindInterface(name).to(new Backends.Anything()));
        LinkPlan plan = Backends.load(filled).applyTo(linker).build().plan(component);
        assertThat(plan.bindings())
                .hasSameSizeAs(component.imports())
                .allSatisfy(bound ->
                        assertThat(bound.boundTo()).isIn("anything", "Anything", "nothing (its type says all)"));
        assertThat(SchemaTest.violations(text)).isEmpty();
    }

    /** U+FFFE and U+FFFF may stand in an external-id, and not in YAML. */
    @Test
    void anExternalIdOfAnyCharactersLinks() throws IOException {
        String hex = HexFormat.of().formatHex(Files.readAllBytes(Path.of("../guests/wat-shop/shop.wasm")));
        String id = "\uffff\ufffe\n\u001b\u2028\"\\$${1234";
        String from = HexFormat.of().formatHex("session-db:eu-west-1".getBytes(UTF_8));
        String to = HexFormat.of().formatHex(id.getBytes(UTF_8));
        assertThat(to).hasSameSizeAs(from);
        Component component = Component.load(HexFormat.of().parseHex(hex.replace(from, to)));
        assertThat(component.imports().get(0).externalId()).contains(id);
        String filled = Scaffold.of(component).replace("backend: " + Scaffold.BACKEND, "backend: anything");
        LinkPlan plan = Backends.load(filled).applyTo(Linker.builder()).build().plan(component);
        assertThat(plan.bindings().get(0).step()).contains(Step.NAME_AND_EXTERNAL_ID);
    }

    @Test
    void eachImportIsExplained() {
        assertThat(Scaffold.of(Backends.component("wat-shop/shop.wasm"))).isEqualTo("""
                # Bindings of shop (sha256 8020ffe349cb02110112ff074e544b07260ff58599147c13d5b99a0c010748a0).
                # Replace each REPLACE-ME by the id of a registered backend, and add what it reads: config: {key: value}.
                version: 1
                bindings:

                # import "sessions" needs
                #   resource bucket
                #   open: func(identifier: string) -> result<bucket, error>
                #   [method]bucket.set: func(self: borrow<bucket>, key: string, value: list<u8>) -> result<_, error>
                #   [method]bucket.list-keys: func(self: borrow<bucket>, cursor: option<u64>) -> result<key-response, error>
                  - name: sessions
                    interface: "wasi:keyvalue/store@0.2.0-draft"
                    externalId: "session-db:eu-west-1"
                    backend: REPLACE-ME

                # import "cache" needs
                #   resource bucket
                #   open: func(identifier: string) -> result<bucket, error>
                #   [method]bucket.get: func(self: borrow<bucket>, key: string) -> result<option<list<u8>>, error>
                #   [method]bucket.set: func(self: borrow<bucket>, key: string, value: list<u8>) -> result<_, error>
                  - name: cache
                    interface: "wasi:keyvalue/store@0.2.0-draft"
                    backend: REPLACE-ME

                # import "audit" needs
                #   record: func(line: string)
                  - name: audit
                    backend: REPLACE-ME

                # import "wasi:config/store@0.2.0-rc.1" needs
                #   get: func(key: string) -> result<option<string>, error>
                  - interface: "wasi:config/store@0.2.0-rc.1"
                    backend: REPLACE-ME
                """);
    }

    @Test
    void aComponentWithoutImportsHasNoEntries() {
        var component = Backends.component("c-stores/stores.wasm");
        assertThat(Scaffold.of(component)).isEqualTo("""
                # Bindings of component (sha256 %s).
                # Replace each REPLACE-ME by the id of a registered backend, and add what it reads: config: {key: value}.
                version: 1
                bindings: []
                """.formatted(component.sha256()));
    }
}
