package dev.witloof.binary;

import static dev.witloof.binary.Bytes.CORE_MODULE;
import static dev.witloof.binary.Bytes.PREAMBLE;
import static dev.witloof.binary.Bytes.component;
import static dev.witloof.binary.Bytes.error;
import static dev.witloof.binary.Bytes.join;
import static dev.witloof.binary.Bytes.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.ComponentBinary;
import dev.witloof.component.CustomSection;
import dev.witloof.component.Definition;
import dev.witloof.component.Slice;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentDecoderTest {

    @Test
    void aPreambleAloneIsAComponent() {
        byte[] bytes = Bytes.of(PREAMBLE);
        assertThat(ComponentDecoder.decode(bytes))
                .isEqualTo(
                        new ComponentBinary(new Slice(bytes, 0, 8), List.of(), List.of(), java.util.Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | 0 | expected a component, found nothing: the input is empty",
                "00 | 0 | expected a component, which begins with 8 bytes of preamble, found only 1",
                "00 'asm' 0d 00 01 | 0 | expected a component, which begins with 8 bytes of preamble, found only 7",
                "'asm' 00 0d 00 01 00 | 0 | expected a component, which begins with the bytes 00 61 73 6d, found 61 73 6d 00",
                "00 'ASM' 0d 00 01 00 | 0 | expected a component, which begins with the bytes 00 61 73 6d, found 00 41 53 4d",
                "7f 'ELF' 02 01 01 00 | 0 | expected a component, which begins with the bytes 00 61 73 6d, found 7f 45 4c 46",
                "00 'asm' 01 00 00 00 | 4 | expected a component, found a core module; make a component of it with `wasm-tools component new`",
                "00 'asm' 0c 00 01 00 | 4 | expected a component of version 0x000d, found version 0x000c; rebuild the component with current tools",
                "00 'asm' 0e 00 01 00 | 4 | expected a component of version 0x000d, found version 0x000e, which this library does not know; use a later one",
                "00 'asm' 01 00 01 00 | 4 | expected a component of version 0x000d, found version 0x0001, which this library does not know; use a later one",
                "00 'asm' 00 0d 01 00 | 4 | expected a component of version 0x000d, found version 0x0d00, which this library does not know; use a later one",
                "00 'asm' 0d 00 02 00 | 6 | expected layer 0x0001, a component, found layer 0x0002; the file is neither a component nor a core module of version 1",
                "00 'asm' 0d 00 01 01 | 6 | expected layer 0x0001, a component, found layer 0x0101; the file is neither a component nor a core module of version 1",
                "00 'asm' 0d 00 00 00 | 6 | expected layer 0x0001, a component, found layer 0x0000; the file is neither a component nor a core module of version 1",
                "'(component)' | 0 | expected a component, found WebAssembly text; convert it with `wasm-tools parse`",
                "'(' | 0 | expected a component, found WebAssembly text; convert it with `wasm-tools parse`",
                "ef bb bf 0a 20 09 0d '(module' | 0 | expected a component, found WebAssembly text; convert it with `wasm-tools parse`",
                "';; a comment' | 0 | expected a component, found WebAssembly text; convert it with `wasm-tools parse`",
                "'; no text' | 0 | expected a component, which begins with the bytes 00 61 73 6d, found 3b 20 6e 6f",
                "'   ' | 0 | expected a component, which begins with 8 bytes of preamble, found only 3",
                "'package a:b;' | 0 | expected a component, which begins with the bytes 00 61 73 6d, found 70 61 63 6b"
            })
    void whatIsNoComponentIsToldWhatItIs(String bytes, int offset, String reason) {
        assertThat(error(Bytes.of(bytes))).isEqualTo("offset 0x" + offset + ": " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "0d 00 | offset 0x8: expected a section's id from 0x00 to 0x0c, found 0x0d",
                "ff | offset 0x8: expected a section's id from 0x00 to 0x0c, found 0xff",
                "07 03 00 | type section, offset 0xa: expected the section of 3 bytes, found the end of the input after 1",
                "07 01 01 73 | type section, offset 0xa: expected types in the 0 bytes left of the section, found 1 announced",
                "07 | type section, offset 0x9: expected the size of the section, found the end of the input",
                "00 80 80 | custom section, offset 0xb: expected the size of the section, found the end of the input",
                "07 81 80 80 80 70 00 | type section, offset 0x9: expected the size of the section, found a number that does not fit in 32 bits",
                "07 ff ff ff ff 0f 00 | type section, offset 0xe: expected the section of 4294967295 bytes, found the end of the input after 1",
                "07 02 00 73 | type section, offset 0xb: expected the end of the section after its definitions, found 1 more byte",
                "07 04 00 73 73 73 | type section, offset 0xb: expected the end of the section after its definitions, found 3 more bytes",
                "07 04 bf 84 3d 73 | type section, offset 0xa: expected types in the 1 byte left of the section, found 999999 announced",
                "07 02 02 73 | type section, offset 0xa: expected types in the 1 byte left of the section, found 2 announced",
                "07 04 02 72 00 70 | type section, type 1, offset 0xe: expected a value type, found the end of the section",
                "00 00 | custom section, offset 0xa: expected the length of the custom section's name, found the end of the section",
                "00 03 05 61 62 | custom section, offset 0xb: expected the custom section's name of 5 bytes, found the end of the section after 2",
                "00 03 02 ff fe | custom section, offset 0xb: expected the custom section's name in UTF-8, found bytes that are not"
            })
    void sectionsThatBreakTheFormat(String sections, String message) {
        assertThat(error(Bytes.of(PREAMBLE + sections))).isEqualTo(message);
    }

    @Test
    void emptySectionsAndLongSizesAreAllowed() {
        assertThat(ComponentDecoder.decode(Bytes.of(PREAMBLE + "07 81 80 80 80 00 00 05 01 00 08 01 00"))
                        .definitions())
                .isEmpty();
    }

    @Test
    void customSectionsAreKeptAsSlices() {
        byte[] bytes = component(section(0, "`hi`"), section(0, "`x` 01 02 03"));
        assertThat(ComponentDecoder.decode(bytes).customSections())
                .containsExactly(
                        new CustomSection(0x8, "hi", new Slice(bytes, 0xd, 0)),
                        new CustomSection(0xd, "x", new Slice(bytes, 0x11, 3)));
    }

    @Test
    void definitionsKeepTheirOrderAcrossSections() {
        byte[] bytes = component(
                section(7, "01 73"),
                section(6, "01 03 02 00 00"),
                section(0, "`between`"),
                section(7, "02 70 01 6b 00"),
                section(1, CORE_MODULE));
        assertThat(ComponentDecoder.decode(bytes).definitions())
                .extracting(d -> d.getClass().getSimpleName() + " 0x" + Integer.toHexString(d.offset()))
                .containsExactly(
                        "TypeDefinition 0xb",
                        "AliasDefinition 0xf",
                        "TypeDefinition 0x20",
                        "TypeDefinition 0x22",
                        "CoreModuleDefinition 0x26");
    }

    @Test
    void coreModulesAndComponentsAreSlicesOfTheInput() {
        byte[] inner = component(section(1, CORE_MODULE + "00 02 01 61"));
        byte[] bytes = component(section(1, CORE_MODULE), section(4, inner));
        ComponentBinary outer = ComponentDecoder.decode(bytes);
        assertThat(outer.source()).isEqualTo(new Slice(bytes, 0, bytes.length));
        assertThat(outer.definitions().get(0))
                .isEqualTo(new Definition.CoreModuleDefinition(0xa, new Slice(bytes, 0xa, 8)));
        Definition.ComponentDefinition nested =
                (Definition.ComponentDefinition) outer.definitions().get(1);
        assertThat(nested.offset()).isEqualTo(0x14);
        assertThat(nested.component().source()).isEqualTo(new Slice(bytes, 0x14, inner.length));
        assertThat(nested.component().source().toByteArray()).isEqualTo(inner);
        assertThat(nested.component().definitions())
                .containsExactly(new Definition.CoreModuleDefinition(0x1e, new Slice(bytes, 0x1e, 12)));
    }

    @Test
    void aCoreModuleSectionHoldsACoreModule() {
        assertThat(error(1, PREAMBLE))
                .isEqualTo("core module section, core module 0, offset 0xe: expected a core module, found a component");
        assertThat(error(1, "00 'asm' 02 00 00 00"))
                .isEqualTo(
                        "core module section, core module 0, offset 0xe: expected a core module of version 0x0001 and"
                                + " layer 0x0000, found version 0x0002 and layer 0x0000");
        assertThat(error(1, ""))
                .isEqualTo("core module section, core module 0, offset 0xa: expected a core module, which begins with 8"
                        + " bytes of preamble, found only 0");
        assertThat(error(1, "'(module)'"))
                .isEqualTo(
                        "core module section, core module 0, offset 0xa: expected a core module, which begins with the"
                                + " bytes 00 61 73 6d, found 28 6d 6f 64");
    }

    @Test
    void aComponentSectionHoldsAComponent() {
        assertThat(error(4, CORE_MODULE))
                .isEqualTo(
                        "component section, component 0, offset 0xe: expected a component, found a core module; make a"
                                + " component of it with `wasm-tools component new`");
        assertThat(error(4, ""))
                .isEqualTo(
                        "component section, component 0, offset 0xa: expected a component, found nothing: the input is"
                                + " empty");
        assertThat(error(4, "00 'asm' 0c 00 01 00"))
                .isEqualTo("component section, component 0, offset 0xe: expected a component of version 0x000d, found"
                        + " version 0x000c; rebuild the component with current tools");
    }

    @Test
    void thePathNamesTheDefinitionsAroundByTheirIndices() {
        byte[] inner = component(section(7, "01 73"), section(10, "01 00 `t` 03 01"), section(7, "02 73 62"));
        byte[] bytes = component(section(10, "02 00 `a` 04 00 00 `b` 01 00"), section(4, PREAMBLE), section(4, inner));
        assertThat(error(bytes))
                .isEqualTo("component section, component 2, type section, type 3, offset 0x39: expected the opcode of a"
                        + " type, found 0x62");
    }

    @Test
    void indicesCountWhatEachDefinitionAppends() {
        byte[] bytes = component(
                section(8, "03 00 00 00 00 00 01 00 00 00 04 00"),
                section(11, "02 00 `f` 01 00 00 00 `i` 05 00 00"),
                section(6, "02 05 00 00 `i` 00 12 00 00 `m`"),
                section(3, "02 4e 02 60 00 00 60 00 00 50 00"),
                section(2, "01 01 00"),
                section(5, "01 02"));
        assertThat(error(bytes))
                .isEqualTo("instance section, instance 2, offset 0x"
                        + Integer.toHexString(bytes.length - 1)
                        + ": expected an instance: 0x00 to instantiate or 0x01 for exports, found 0x02");
        byte[] types = component(section(3, "03 4e 02 60 00 00 60 00 00 50 00 61"));
        assertThat(error(types))
                .isEqualTo("core type section, core type 3, offset 0x15: expected a core type: 0x60 for func, 0x5f for"
                        + " struct or 0x5e for array, found 0x61");
    }

    @Test
    void componentsNestAtMostAHundredDeep() {
        byte[] bytes = Bytes.of(PREAMBLE);
        for (int i = 0; i < 100; i++) {
            bytes = component(section(4, bytes));
        }
        assertThat(ComponentDecoder.decode(bytes).definitions()).hasSize(1);
        String message = error(component(section(4, bytes)));
        assertThat(message)
                .startsWith("component section, component 0, component section, component 0, ")
                .endsWith(": expected components nested at most 100 deep, found one deeper");
    }

    @Test
    void deepNestingDoesNotExhaustTheStack() {
        byte[] head = Bytes.of("04 ff ff 7f" + PREAMBLE);
        byte[] bytes = new byte[8 + head.length * 100_000];
        System.arraycopy(Bytes.of(PREAMBLE), 0, bytes, 0, 8);
        for (int i = 0; i < 100_000; i++) {
            System.arraycopy(head, 0, bytes, 8 + i * head.length, head.length);
        }
        assertThat(error(bytes)).contains("expected the section of 2097151 bytes, found the end of the");

        byte[] types = new byte[300_000];
        for (int i = 0; i + 3 <= types.length; i += 3) {
            types[i] = 0x42;
            types[i + 1] = 0x01;
            types[i + 2] = 0x01;
        }
        assertThat(error(component(section(7, join(new byte[] {1}, types)))))
                .endsWith(", offset 0x139: expected types nested at most 100 deep, found one deeper");
    }

    @Test
    void everyPrefixOfAComponentIsRefusedOrEndsWithASection() {
        byte[] bytes = component(
                section(7, "02 73 40 01 `p` 00 00 79"),
                section(10, "01 02 `n` 01 00 `a:b/c` 01 01"),
                section(1, CORE_MODULE));
        for (int length = 0; length < bytes.length; length++) {
            byte[] prefix = Arrays.copyOf(bytes, length);
            if (length == 8 || length == 0x13 || length == 0x23) {
                assertThat(ComponentDecoder.decode(prefix).source().length()).isEqualTo(length);
            } else {
                assertThat(error(prefix)).isNotEmpty();
            }
        }
    }
}
