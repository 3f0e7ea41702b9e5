package dev.witloof.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.ComponentBinary;
import dev.witloof.component.Definition;
import dev.witloof.component.ExternNameAttributes;
import dev.witloof.component.ExternTypeRef;
import dev.witloof.name.NameAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real components; their counts are those that {@code wasm-tools objdump} prints. */
class GuestsTest {

    private static <D extends Definition> List<D> definitions(ComponentBinary component, Class<D> kind) {
        return component.definitions().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toList());
    }

    @Test
    void allDecode() {
        Map<String, byte[]> guests = Guests.all();
        assertThat(guests).hasSizeGreaterThanOrEqualTo(23);
        guests.forEach((name, bytes) -> {
            ComponentBinary component = ComponentDecoder.decode(bytes);
            assertThat(component.source().length()).as(name).isEqualTo(bytes.length);
            assertThat(definitions(component, Definition.ExportDefinition.class))
                    .as(name)
                    .isNotEmpty();
            int last = 0;
            for (Definition definition : component.definitions()) {
                assertThat(definition.offset()).as(name).isGreaterThan(last);
                last = definition.offset();
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c-sessions/sessions.wasm | Alias=31, Canonical=15, Component=1, CoreInstance=6, CoreModule=3, Export=1, Import=2, Instance=1, Type=15",
                "wat-nested/nested.wasm | Alias=2, Component=1, Export=2, Import=2, Instance=2, Type=1",
                "rust-wasi/hello.p2.wasm | Alias=74, Canonical=38, Component=1, CoreInstance=23, CoreModule=3, Export=1, Import=18, Instance=1, Type=20",
                "js-sessions/sessions.wasm | Alias=20, Component=2, Export=2, Import=2, Instance=2, Type=2",
                "as-sessions/sessions.wasm | Alias=27, Canonical=15, Component=1, CoreInstance=6, CoreModule=3, Export=1, Import=2, Instance=1, Type=15",
                "wat-mirror/mirror.wasm | Alias=10, Canonical=7, CoreInstance=4, CoreModule=2, Export=2, Import=2, Instance=1, Type=4"
            })
    void definitionsOfEachKind(String guest, String counts) {
        Map<String, Integer> found = new TreeMap<>();
        for (Definition definition :
                ComponentDecoder.decode(Guests.guest(guest)).definitions()) {
            found.merge(definition.getClass().getSimpleName().replace("Definition", ""), 1, Integer::sum);
        }
        assertThat(found.toString()).isEqualTo("{" + counts + "}");
    }

    @Test
    void namedImportsHaveTheirAttributes() {
        List<Definition.ImportDefinition> imports = definitions(
                ComponentDecoder.decode(Guests.guest("c-sessions/sessions.wasm")), Definition.ImportDefinition.class);
        NameAttributes store =
                new NameAttributes(Optional.of("wasi:keyvalue/store@0.2.0-draft"), Optional.empty(), Optional.empty());
        assertThat(imports).extracting(i -> i.name().name()).containsExactly("sessions", "cache");
        assertThat(imports).extracting(i -> i.name().nameAttributes()).containsExactly(store, store);
        assertThat(imports)
                .extracting(Definition.ImportDefinition::type)
                .containsExactly(new ExternTypeRef.Instance(0), new ExternTypeRef.Instance(1));
        assertThat(imports).extracting(Definition.ImportDefinition::offset).containsExactly(0x198, 0x2c7);
    }

    @Test
    void namedExportsHaveTheirAttributes() {
        List<Definition.ExportDefinition> exports = definitions(
                ComponentDecoder.decode(Guests.guest("c-stores/stores.wasm")), Definition.ExportDefinition.class);
        ExternNameAttributes.Attribute store =
                new ExternNameAttributes.Attribute.Implements("wasi:keyvalue/store@0.2.0-draft");
        assertThat(exports)
                .extracting(Definition.ExportDefinition::name)
                .containsExactly(
                        new ExternNameAttributes("live", List.of()),
                        new ExternNameAttributes("hot", List.of(store)),
                        new ExternNameAttributes("cold", List.of(store)));
    }

    /** Names and interfaces together, several of one interface, and none. */
    @Test
    void importedInstances() {
        Map<String, String> found = new TreeMap<>();
        Guests.all().forEach((name, bytes) -> {
            List<String> imports = new ArrayList<>();
            for (Definition.ImportDefinition i :
                    definitions(ComponentDecoder.decode(bytes), Definition.ImportDefinition.class)) {
                if (i.type() instanceof ExternTypeRef.Instance) {
                    imports.add(i.name().name()
                            + i.name()
                                    .nameAttributes()
                                    .implementsName()
                                    .map(n -> ": " + n)
                                    .orElse(""));
                }
            }
            found.put(name, String.join(", ", imports));
        });
        assertThat(found)
                .containsEntry(
                        "c-outs/outs.wasm",
                        "wasi:io/error@0.2.12, wasi:io/streams@0.2.12, audit: wasi:cli/stdout@0.2.12, report:"
                                + " wasi:cli/stdout@0.2.12, wasi:cli/stdout@0.2.12")
                .containsEntry("wat-mirror/mirror.wasm", "from: demo:kv/store@0.1.0, to: demo:kv/store@0.1.0")
                .containsEntry(
                        "dummies/d2.wasm", "wasi:keyvalue/store@0.2.0-draft, sessions: wasi:keyvalue/store@0.2.0-draft")
                .containsEntry("c-stores/stores.wasm", "");
    }

    @Test
    void theNameSectionNamesDefinitions() {
        ComponentBinary nested = ComponentDecoder.decode(Guests.guest("wat-nested/nested.wasm"));
        assertThat(nested.names()).isPresent();
        assertThat(nested.names().get().sortNames()).isNotEmpty();
        assertThat(nested.customSections()).extracting(s -> s.name()).containsExactly("component-name");
    }
}
