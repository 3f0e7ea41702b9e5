package dev.witloof.binary;

import static dev.witloof.binary.Bytes.definition;
import static dev.witloof.binary.Bytes.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.Alias;
import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreSort;
import dev.witloof.component.Definition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasDecoderTest {

    private static Alias alias(String bytes) {
        return ((Definition.AliasDefinition) definition(6, "01" + bytes)).alias();
    }

    @Test
    void exportsOfInstances() {
        assertThat(alias("01 00 02 `g`")).isEqualTo(new Alias.Export(ComponentSort.FUNC, 2, "g"));
        assertThat(alias("03 00 00 `t`")).isEqualTo(new Alias.Export(ComponentSort.TYPE, 0, "t"));
        assertThat(alias("00 11 00 01 `m`")).isEqualTo(new Alias.Export(CoreSort.MODULE, 1, "m"));
    }

    @Test
    void exportsOfCoreInstances() {
        assertThat(alias("00 02 01 00 `mem`")).isEqualTo(new Alias.CoreExport(CoreSort.MEMORY, 0, "mem"));
        assertThat(alias("00 04 01 07 ``")).isEqualTo(new Alias.CoreExport(CoreSort.TAG, 7, ""));
    }

    @Test
    void outerDefinitions() {
        assertThat(alias("00 11 02 01 02")).isEqualTo(new Alias.Outer(CoreSort.MODULE, 1, 2));
        assertThat(alias("00 10 02 00 00")).isEqualTo(new Alias.Outer(CoreSort.TYPE, 0, 0));
        assertThat(alias("03 02 80 01 05")).isEqualTo(new Alias.Outer(ComponentSort.TYPE, 128, 5));
        assertThat(alias("04 02 00 ff ff ff ff 0f")).isEqualTo(new Alias.Outer(ComponentSort.COMPONENT, 0, -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 03 03 00 00 | offset 0xc: expected the target of an alias: 0x00 for an export, 0x01 for a core export or 0x02 for an outer definition, found 0x03",
                "01 06 02 00 00 | offset 0xb: expected a sort from 0x00 to 0x05, found 0x06",
                "01 00 05 02 00 00 | offset 0xc: expected a core sort from 0x00 to 0x04 or from 0x10 to 0x12, found 0x05",
                "01 00 13 02 00 00 | offset 0xc: expected a core sort from 0x00 to 0x04 or from 0x10 to 0x12, found 0x13",
                "01 05 02 00 00 | offset 0xb: expected core module, core type, component or type in an outer alias, found instance",
                "01 01 02 00 00 | offset 0xb: expected core module, core type, component or type in an outer alias, found func",
                "01 02 02 00 00 | offset 0xb: expected core module, core type, component or type in an outer alias, found value",
                "01 00 00 02 00 00 | offset 0xb: expected core module, core type, component or type in an outer alias, found core func",
                "01 01 01 00 `f` | offset 0xb: expected a core sort in the alias of a core export, found func",
                "01 03 00 00 | offset 0xe: expected the length of the export's name, found the end of the section"
            })
    void whatBreaksTheFormat(String bytes, String message) {
        assertThat(error(6, bytes)).isEqualTo("alias section, alias 0, " + message);
    }
}
