package dev.witloof.binary;

import static dev.witloof.binary.Bytes.definition;
import static dev.witloof.binary.Bytes.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.DefType;
import dev.witloof.component.DefValType;
import dev.witloof.component.Definition;
import dev.witloof.component.LabelledValType;
import dev.witloof.component.ValTypeRef;
import dev.witloof.type.PrimitiveType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValTypeDecoderTest {

    private static final ValTypeRef U8 = new ValTypeRef.Primitive(PrimitiveType.U8);
    private static final ValTypeRef STRING = new ValTypeRef.Primitive(PrimitiveType.STRING);

    private static DefValType type(String bytes) {
        DefType type = ((Definition.TypeDefinition) definition(7, "01" + bytes)).type();
        return ((DefType.ValueDef) type).type();
    }

    @ParameterizedTest
    @CsvSource({
        "7f, bool",
        "7e, s8",
        "7d, u8",
        "7c, s16",
        "7b, u16",
        "7a, s32",
        "79, u32",
        "78, s64",
        "77, u64",
        "76, f32",
        "75, f64",
        "74, char",
        "73, string",
        "64, error-context"
    })
    void primitives(String opcode, String name) {
        assertThat(((DefValType.PrimitiveDef) type(opcode)).type()).hasToString(name);
        ValTypeRef element = ((DefValType.ListDef) type("70" + opcode)).element();
        assertThat(((ValTypeRef.Primitive) element).type()).hasToString(name);
    }

    @Test
    void recordsAndVariants() {
        assertThat(type("72 02 `a` 7d `b` 73"))
                .isEqualTo(new DefValType.RecordDef(
                        List.of(new LabelledValType("a", U8), new LabelledValType("b", STRING))));
        assertThat(type("71 02 `x` 01 7d 00 `y` 00 00"))
                .isEqualTo(new DefValType.VariantDef(List.of(
                        new DefValType.Case("x", Optional.of(U8)), new DefValType.Case("y", Optional.empty()))));
    }

    @Test
    void listsTuplesAndMaps() {
        assertThat(type("70 7d")).isEqualTo(new DefValType.ListDef(U8));
        assertThat(type("67 7d 03")).isEqualTo(new DefValType.FixedLengthListDef(U8, 3));
        assertThat(type("67 7d ff ff ff ff 0f")).isEqualTo(new DefValType.FixedLengthListDef(U8, -1));
        assertThat(type("6f 02 7d 73")).isEqualTo(new DefValType.TupleDef(List.of(U8, STRING)));
        assertThat(type("63 73 7d")).isEqualTo(new DefValType.MapDef(STRING, U8));
    }

    @Test
    void labels() {
        assertThat(type("6e 02 `f1` `f2`")).isEqualTo(new DefValType.FlagsDef(List.of("f1", "f2")));
        assertThat(type("6d 02 `e1` `e2`")).isEqualTo(new DefValType.EnumDef(List.of("e1", "e2")));
    }

    @Test
    void optionsAndResults() {
        assertThat(type("6b 7d")).isEqualTo(new DefValType.OptionDef(U8));
        assertThat(type("6a 00 00")).isEqualTo(new DefValType.ResultDef(Optional.empty(), Optional.empty()));
        assertThat(type("6a 01 7d 00")).isEqualTo(new DefValType.ResultDef(Optional.of(U8), Optional.empty()));
        assertThat(type("6a 00 01 73")).isEqualTo(new DefValType.ResultDef(Optional.empty(), Optional.of(STRING)));
        assertThat(type("6a 01 7d 01 73")).isEqualTo(new DefValType.ResultDef(Optional.of(U8), Optional.of(STRING)));
    }

    @Test
    void handlesAndTheirAsynchronousKin() {
        assertThat(type("69 05")).isEqualTo(new DefValType.OwnDef(5));
        assertThat(type("68 80 01")).isEqualTo(new DefValType.BorrowDef(128));
        assertThat(type("66 01 7d")).isEqualTo(new DefValType.StreamDef(Optional.of(U8)));
        assertThat(type("66 00")).isEqualTo(new DefValType.StreamDef(Optional.empty()));
        assertThat(type("65 01 73")).isEqualTo(new DefValType.FutureDef(Optional.of(STRING)));
        assertThat(type("65 00")).isEqualTo(new DefValType.FutureDef(Optional.empty()));
    }

    @Test
    void aTypesIndexIsASignedNumber() {
        assertThat(type("70 02")).isEqualTo(new DefValType.ListDef(new ValTypeRef.Index(2)));
        assertThat(type("70 3f")).isEqualTo(new DefValType.ListDef(new ValTypeRef.Index(63)));
        assertThat(type("70 c0 00")).isEqualTo(new DefValType.ListDef(new ValTypeRef.Index(64)));
        assertThat(type("70 ff 01")).isEqualTo(new DefValType.ListDef(new ValTypeRef.Index(255)));
        assertThat(type("70 ff ff ff ff 0f")).isEqualTo(new DefValType.ListDef(new ValTypeRef.Index(-1)));
    }

    @Test
    void howManyMembersATypeNeedsIsLeftToValidation() {
        assertThat(type("72 00")).isEqualTo(new DefValType.RecordDef(List.of()));
        assertThat(type("71 00")).isEqualTo(new DefValType.VariantDef(List.of()));
        assertThat(type("6f 00")).isEqualTo(new DefValType.TupleDef(List.of()));
        assertThat(type("6e 00")).isEqualTo(new DefValType.FlagsDef(List.of()));
        assertThat(type("6d 00")).isEqualTo(new DefValType.EnumDef(List.of()));
        assertThat(type("67 7d 00")).isEqualTo(new DefValType.FixedLengthListDef(U8, 0));
        assertThat(((DefValType.FlagsDef) type("6e 21" + "`f`".repeat(33))).labels())
                .hasSize(33);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "01 62 | offset 0xb: expected the opcode of a type, found 0x62",
                "01 44 | offset 0xb: expected the opcode of a type, found 0x44",
                "01 3e | offset 0xb: expected the opcode of a type, found 0x3e",
                "01 6c | offset 0xb: expected the opcode of a type, found 0x6c",
                "01 71 01 `c` 00 01 | case 0, offset 0x10: expected 0x00 at the end of a case, found 0x01",
                "01 71 01 `c` 02 00 | case 0, offset 0xf: expected 0x00 for no type or 0x01 for one, found 0x02",
                "01 70 72 | offset 0xc: expected a value type: a primitive one or a type's index, found 0x72",
                "01 70 ff 7f | offset 0xc: expected a value type, found the negative index -1",
                "01 72 02 `a` 7d `b` | field 1, offset 0x12: expected a value type, found the end of the section",
                "01 72 02 05 61 7d | field 0, offset 0xe: expected the field's label of 5 bytes, found the end of the section after 2",
                "01 6e 01 01 ff | flag 0, offset 0xe: expected the flag's label in UTF-8, found bytes that are not",
                "01 6a 01 7d 02 | offset 0xe: expected 0x00 for no type or 0x01 for one, found 0x02",
                "01 69 | offset 0xc: expected a resource type's index, found the end of the section",
                "01 67 7d | offset 0xd: expected the length of the list, found the end of the section",
                "01 63 7d | offset 0xd: expected a value type, found the end of the section"
            })
    void whatBreaksTheFormat(String bytes, String message) {
        assertThat(error(7, bytes)).isEqualTo("type section, type 0, " + message);
    }
}
