package dev.witloof.binary;

import static dev.witloof.binary.Bytes.definition;
import static dev.witloof.binary.Bytes.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.*;
import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreInstanceExpression;
import dev.witloof.component.CoreSort;
import dev.witloof.component.CoreSortIndex;
import dev.witloof.component.Definition;
import dev.witloof.component.ExternNameAttributes;
import dev.witloof.component.InstanceExpression;
import dev.witloof.component.Sort;
import dev.witloof.component.SortIndex;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceDecoderTest {

    private static CoreInstanceExpression core(String bytes) {
        return ((Definition.CoreInstanceDefinition) definition(2, "01" + bytes)).expression();
    }

    private static InstanceExpression instance(String bytes) {
        return ((Definition.InstanceDefinition) definition(5, "01" + bytes)).expression();
    }

    @Test
    void aCoreModuleIsInstantiated() {
        assertThat(core("00 03 02 `env` 12 01 `` 12 80 01"))
                .isEqualTo(new CoreInstanceExpression.Instantiate(
                        3,
                        List.of(
                                new CoreInstanceExpression.Argument("env", 1),
                                new CoreInstanceExpression.Argument("", 128))));
    }

    @Test
    void aCoreInstanceIsMadeOfCoreDefinitions() {
        assertThat(core("01 02 `f` 00 05 `m` 02 00"))
                .isEqualTo(new CoreInstanceExpression.InlineExports(List.of(
                        new CoreInstanceExpression.InlineExport("f", new CoreSortIndex(CoreSort.FUNC, 5)),
                        new CoreInstanceExpression.InlineExport("m", new CoreSortIndex(CoreSort.MEMORY, 0)))));
        assertThat(core("01 00")).isEqualTo(new CoreInstanceExpression.InlineExports(List.of()));
    }

    @Test
    void aComponentIsInstantiated() {
        assertThat(instance("00 00 02 `x` 01 04 `m` 00 11 01"))
                .isEqualTo(new InstanceExpression.Instantiate(
                        0,
                        List.of(
                                new InstanceExpression.Argument("x", new SortIndex(ComponentSort.FUNC, 4)),
                                new InstanceExpression.Argument("m", new SortIndex(CoreSort.MODULE, 1)))));
    }

    @Test
    void anInstanceIsMadeOfDefinitionsWithAttributes() {
        assertThat(instance("01 02 00 `g` 01 02 02 `i` 01 00 `a:b/c` 05 00"))
                .isEqualTo(new InstanceExpression.InlineExports(List.of(
                        new InstanceExpression.InlineExport(
                                new ExternNameAttributes("g", List.of()), new SortIndex(ComponentSort.FUNC, 2)),
                        new InstanceExpression.InlineExport(
                                new ExternNameAttributes(
                                        "i", List.of(new ExternNameAttributes.Attribute.Implements("a:b/c"))),
                                new SortIndex(ComponentSort.INSTANCE, 0)))));
    }

    @ParameterizedTest
    @CsvSource({
        "00 00, core func",
        "00 01, core table",
        "00 02, core memory",
        "00 03, core global",
        "00 04, core tag",
        "00 10, core type",
        "00 11, core module",
        "00 12, core instance",
        "01, func",
        "02, value",
        "03, type",
        "04, component",
        "05, instance"
    })
    void sorts(String bytes, String words) {
        Sort sort = InstanceDecoder.sort(new BinaryReader(Bytes.of(bytes)));
        assertThat(sort).hasToString(words);
        assertThat(sort instanceof CoreSort).isEqualTo(words.startsWith("core "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 02 00 00 | offset 0xb: expected a core instance: 0x00 to instantiate or 0x01 for exports, found 0x02",
                "01 00 00 01 `i` 00 00 | argument 0, offset 0x10: expected an argument of sort 0x12, core instance, found 0x00",
                "01 01 01 `f` 05 00 | export 0, offset 0xf: expected a core sort from 0x00 to 0x04 or from 0x10 to 0x12, found 0x05",
                "01 01 01 `f` 13 00 | export 0, offset 0xf: expected a core sort from 0x00 to 0x04 or from 0x10 to 0x12, found 0x13",
                "01 00 | offset 0xc: expected a core module's index, found the end of the section",
                "01 00 00 01 01 | argument 0, offset 0xf: expected the argument's name of 1 byte, found the end of the section after 0"
            })
    void coreInstancesThatBreakTheFormat(String bytes, String message) {
        assertThat(error(2, bytes)).isEqualTo("core instance section, core instance 0, " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 02 00 00 | offset 0xb: expected an instance: 0x00 to instantiate or 0x01 for exports, found 0x02",
                "01 00 00 01 `x` 06 00 | argument 0, offset 0x10: expected a sort from 0x00 to 0x05, found 0x06",
                "01 01 01 00 `x` 00 0f 00 | export 0, offset 0x11: expected a core sort from 0x00 to 0x04 or from 0x10 to 0x12, found 0x0f",
                "01 01 01 03 `x` 01 00 | export 0, offset 0xd: expected a name: 0x00, 0x01, or 0x02 with attributes, found 0x03",
                "01 00 00 01 `x` 01 | argument 0, offset 0x11: expected an index, found the end of the section"
            })
    void instancesThatBreakTheFormat(String bytes, String message) {
        assertThat(error(5, bytes)).isEqualTo("instance section, instance 0, " + message);
    }
}
