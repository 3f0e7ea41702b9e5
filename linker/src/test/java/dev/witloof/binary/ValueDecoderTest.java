package dev.witloof.binary;

import static dev.witloof.binary.Bytes.definition;
import static dev.witloof.binary.Bytes.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.ComponentBinary;
import dev.witloof.component.Definition;
import dev.witloof.component.Slice;
import dev.witloof.component.ValTypeRef;
import dev.witloof.type.PrimitiveType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueDecoderTest {

    @Test
    void aValueKeepsItsBytes() {
        byte[] bytes = Bytes.component(Bytes.section(12, "02 79 02 e5 0e 05 03 01 02 03"));
        ComponentBinary component = ComponentDecoder.decode(bytes);
        assertThat(component.definitions())
                .containsExactly(
                        new Definition.ValueDefinition(
                                0xb, new ValTypeRef.Primitive(PrimitiveType.U32), new Slice(bytes, 0xd, 2)),
                        new Definition.ValueDefinition(0xf, new ValTypeRef.Index(5), new Slice(bytes, 0x11, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "7f 01 00",
        "7f 01 01",
        "7e 01 80",
        "7d 01 ff",
        "7c 03 80 80 7e",
        "7b 03 ff ff 03",
        "7a 05 80 80 80 80 78",
        "79 05 ff ff ff ff 0f",
        "78 0a 80 80 80 80 80 80 80 80 80 7f",
        "77 0a ff ff ff ff ff ff ff ff ff 01",
        "76 04 00 00 80 3f",
        "76 04 00 00 80 7f",
        "76 04 00 00 c0 7f",
        "75 08 00 00 00 00 00 00 f0 bf",
        "75 08 00 00 00 00 00 00 f8 7f",
        "74 01 61",
        "74 04 f0 9f 98 80",
        "73 03 02 c3 bc",
        "73 01 00"
    })
    void primitiveValues(String bytes) {
        Definition.ValueDefinition value = (Definition.ValueDefinition) definition(12, "01" + bytes);
        assertThat(value.value().length()).isEqualTo(Bytes.of(bytes)[1]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 7f 01 02 | offset 0xd: expected 0x00 for false or 0x01 for true, found 0x02",
                "01 7f 02 00 00 | offset 0xe: expected the end of the value after its bytes, found 1 more byte",
                "01 7d 00 | offset 0xd: expected a value of type u8, found the end of the value",
                "01 7c 03 80 80 02 | offset 0xd: expected a value of type s16, found a number that does not fit in 16 bits",
                "01 7b 03 80 80 04 | offset 0xd: expected a value of type u16, found a number that does not fit in 16 bits",
                "01 76 04 01 00 c0 7f | offset 0xd: expected a value of type f32, found a NaN other than 0x7fc00000",
                "01 75 08 01 00 00 00 00 00 f8 7f | offset 0xd: expected a value of type f64, found a NaN other than 0x7ff8000000000000",
                "01 76 03 00 00 00 | offset 0x10: expected a value of type f32, found the end of the value",
                "01 74 02 61 62 | offset 0xd: expected a value of type char, found other than one Unicode scalar value",
                "01 74 00 | offset 0xd: expected a value of type char, found other than one Unicode scalar value",
                "01 74 03 ed a0 80 | offset 0xd: expected a value of type char in UTF-8, found bytes that are not",
                "01 73 02 05 61 | offset 0xe: expected a value of type string of 5 bytes, found the end of the value after 1",
                "01 64 00 | offset 0xd: expected a value of a type that has values in the binary, found error-context",
                "01 05 04 00 | offset 0xd: expected the value of 4 bytes, found the end of the section after 1",
                "01 79 04 00 | offset 0xd: expected the value of 4 bytes, found the end of the section after 1"
            })
    void whatBreaksTheFormat(String bytes, String message) {
        assertThat(error(12, bytes)).isEqualTo("value section, value 0, " + message);
    }
}
