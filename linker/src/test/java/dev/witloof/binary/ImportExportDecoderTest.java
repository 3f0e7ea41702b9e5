package dev.witloof.binary;

import static dev.witloof.binary.Bytes.definition;
import static dev.witloof.binary.Bytes.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.ComponentBinary;
import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreSort;
import dev.witloof.component.Definition;
import dev.witloof.component.ExternNameAttributes;
import dev.witloof.component.ExternTypeRef;
import dev.witloof.component.SortIndex;
import dev.witloof.name.NameAttributes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportExportDecoderTest {

    private static ExternNameAttributes name(String name, ExternNameAttributes.Attribute... attributes) {
        return new ExternNameAttributes(name, List.of(attributes));
    }

    @Test
    void threeFormsOfANameMeanTheSame() {
        ComponentBinary component = ComponentDecoder.decode(
                Bytes.component(Bytes.section(10, "03 00 `a` 01 00 01 `b` 01 00 02 `c` 00 01 00")));
        assertThat(component.definitions())
                .containsExactly(
                        new Definition.ImportDefinition(0xb, name("a"), new ExternTypeRef.Func(0)),
                        new Definition.ImportDefinition(0x10, name("b"), new ExternTypeRef.Func(0)),
                        new Definition.ImportDefinition(0x15, name("c"), new ExternTypeRef.Func(0)));
    }

    @Test
    void attributes() {
        Definition.ImportDefinition definition = (Definition.ImportDefinition)
                definition(10, "01 02 `cache` 03 02 `eu` 00 `wasi:keyvalue/store@0.2` 01 `.0-draft` 05 00");
        assertThat(definition.name())
                .isEqualTo(name(
                        "cache",
                        new ExternNameAttributes.Attribute.ExternalId("eu"),
                        new ExternNameAttributes.Attribute.Implements("wasi:keyvalue/store@0.2"),
                        new ExternNameAttributes.Attribute.VersionSuffix(".0-draft")));
        assertThat(definition.name().nameAttributes())
                .isEqualTo(new NameAttributes(
                        Optional.of("wasi:keyvalue/store@0.2"), Optional.of(".0-draft"), Optional.of("eu")));
    }

    @Test
    void anExternalIdIsAnyString() {
        Definition.ImportDefinition definition =
                (Definition.ImportDefinition) definition(10, "01 02 `f` 02 02 `` 02 `grüße 😀 [implements=` 01 00");
        assertThat(definition.name().attributes())
                .containsExactly(
                        new ExternNameAttributes.Attribute.ExternalId(""),
                        new ExternNameAttributes.Attribute.ExternalId("grüße 😀 [implements="));
        assertThat(definition.name().nameAttributes())
                .isEqualTo(new NameAttributes(Optional.empty(), Optional.empty(), Optional.of("")));
    }

    @Test
    void duplicateAttributesAreLeftToValidation() {
        Definition.ImportDefinition definition =
                (Definition.ImportDefinition) definition(10, "01 02 `i` 02 00 `a:b/x` 00 `a:b/y` 05 00");
        assertThat(definition.name().attributes())
                .containsExactly(
                        new ExternNameAttributes.Attribute.Implements("a:b/x"),
                        new ExternNameAttributes.Attribute.Implements("a:b/y"));
    }

    @Test
    void theGrammarOfNamesIsLeftToValidation() {
        assertThat(((Definition.ImportDefinition) definition(10, "01 00 `Foo` 01 00")).name())
                .isEqualTo(name("Foo"));
        assertThat(((Definition.ImportDefinition) definition(10, "01 00 `` 01 00")).name())
                .isEqualTo(name(""));
        assertThat(name("x").nameAttributes()).isEqualTo(NameAttributes.NONE);
    }

    @Test
    void exportsMayGiveAType() {
        assertThat(definition(11, "01 00 `e1` 01 00 00"))
                .isEqualTo(new Definition.ExportDefinition(
                        0xb, name("e1"), new SortIndex(ComponentSort.FUNC, 0), Optional.empty()));
        assertThat(definition(11, "01 02 `m` 01 02 `x` 00 11 02 01 00 11 03"))
                .isEqualTo(new Definition.ExportDefinition(
                        0xb,
                        name("m", new ExternNameAttributes.Attribute.ExternalId("x")),
                        new SortIndex(CoreSort.MODULE, 2),
                        Optional.of(new ExternTypeRef.Module(3))));
    }

    @Test
    void theFormFromBeforeTheReleaseIsRefusedWithItsRemedyWhereverANameStands() {
        String name = "`[implements=<wasi:keyvalue/store@0.2.0-draft>]cache`";
        String message = ": \"[implements=<wasi:keyvalue/store@0.2.0-draft>]cache\" is a name in a form that was used"
                + " before its release; rebuild the component with wasm-tools 1.249 or later, which writes `implements`"
                + " as an attribute";
        assertThat(error(10, "01 00" + name + "05 00")).isEqualTo("import section, import 0, offset 0xc" + message);
        assertThat(error(11, "01 01" + name + "05 00 00")).isEqualTo("export section, export 0, offset 0xc" + message);
        assertThat(error(5, "01 01 01 02" + name + "00 05 00"))
                .isEqualTo("instance section, instance 0, export 0, offset 0xe" + message);
        assertThat(error(7, "01 41 01 03 00" + name + "05 00"))
                .isEqualTo("type section, type 0, declaration 0, offset 0xf" + message);
        assertThat(error(7, "01 42 01 04 00" + name + "05 00"))
                .isEqualTo("type section, type 0, declaration 0, offset 0xf" + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 03 `a` 01 00 | offset 0xb: expected a name: 0x00, 0x01, or 0x02 with attributes, found 0x03",
                "01 02 `a` 01 03 `x` 01 00 | attribute 0, offset 0xf: expected an attribute: 0x00 for implements, 0x01 for versionsuffix or 0x02 for external-id, found 0x03",
                "01 00 7f 61 62 | offset 0xd: expected the name of 127 bytes, found the end of the section after 2",
                "01 00 02 ff fe 01 00 | offset 0xd: expected the name in UTF-8, found bytes that are not",
                "01 02 `a` 02 02 `x` 00 | attribute 1, offset 0x13: expected the length of the interface's name, found the end of the section",
                "01 02 `a` 01 01 01 ff | attribute 0, offset 0x11: expected the version's suffix in UTF-8, found bytes that are not"
            })
    void importsThatBreakTheFormat(String bytes, String message) {
        assertThat(error(10, bytes)).isEqualTo("import section, import 0, " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 00 `e` 01 00 02 | offset 0x10: expected 0x00 for no type of the export or 0x01 for one, found 0x02",
                "01 00 `e` 06 00 00 | offset 0xe: expected a sort from 0x00 to 0x05, found 0x06",
                "01 00 `e` 01 00 | offset 0x10: expected 0x00 for no type of the export or 0x01 for one, found the end of the section"
            })
    void exportsThatBreakTheFormat(String bytes, String message) {
        assertThat(error(11, bytes)).isEqualTo("export section, export 0, " + message);
    }

    @Test
    void laterImportsAndExportsAreNumberedAcrossSections() {
        assertThat(error(Bytes.component(
                        Bytes.section(10, "01 00 `a` 01 00"),
                        Bytes.section(10, "01 00 `b` 01 00"),
                        Bytes.section(10, "01 03"))))
                .isEqualTo(
                        "import section, import 2, offset 0x1b: expected a name: 0x00, 0x01, or 0x02 with attributes,"
                                + " found 0x03");
    }
}
