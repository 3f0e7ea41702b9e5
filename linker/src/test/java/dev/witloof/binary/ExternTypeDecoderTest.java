package dev.witloof.binary;

import static dev.witloof.binary.Bytes.definition;
import static dev.witloof.binary.Bytes.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.Definition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternTypeDecoderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00 11 02 | Module[coreType=2]",
                "01 03 | Func[type=3]",
                "02 00 04 | Value[bound=EqualValue[value=4]]",
                "02 01 73 | Value[bound=TypedValue[type=Primitive[type=string]]]",
                "02 01 05 | Value[bound=TypedValue[type=Index[index=5]]]",
                "03 00 06 | Type[bound=EqualType[type=6]]",
                "03 01 | Type[bound=SubResource[]]",
                "04 07 | Component[type=7]",
                "05 08 | Instance[type=8]"
            })
    void externTypes(String bytes, String text) {
        Definition.ImportDefinition definition = (Definition.ImportDefinition) definition(10, "01 00 `n`" + bytes);
        assertThat(definition.type()).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 00 `t` 03 02 | offset 0xf: expected the bound of a type: 0x00 for eq or 0x01 for sub resource, found 0x02",
                "01 00 `x` 06 00 | offset 0xe: expected the type of an import or export from 0x00 to 0x05, found 0x06",
                "01 00 `m` 00 00 | offset 0xf: expected 0x11, core module, after 0x00, found 0x00",
                "01 00 `v` 02 62 | offset 0xf: expected a value type: a primitive one or a type's index, found 0x62",
                "01 00 `f` 01 | offset 0xf: expected a type's index, found the end of the section"
            })
    void whatBreaksTheFormat(String bytes, String message) {
        assertThat(error(10, bytes)).isEqualTo("import section, import 0, " + message);
    }
}
