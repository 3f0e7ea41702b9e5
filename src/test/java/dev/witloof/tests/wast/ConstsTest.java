package dev.witloof.tests.wast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.type.EnumType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import dev.witloof.value.EnumValue;
import dev.witloof.value.FlagsValue;
import dev.witloof.value.RecordValue;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import dev.witloof.value.VariantValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConstsTest {

    @BeforeEach
    void library() {
        Required.library();
    }

    private static Map<?, ?> parsed(String value) {
        String script = "(assert_return (invoke \"f\") (" + value + "))";
        try {
            return ScriptLibrary.read(script.getBytes(StandardCharsets.UTF_8))
                    .get(0)
                    .results()
                    .get(0);
        } catch (UnreadableScriptException e) {
            throw new IllegalArgumentException(value, e);
        }
    }

    private static Object value(ValType type, String text) {
        return Consts.value(type, parsed(text));
    }

    @Test
    void primitives() {
        assertThat(value(PrimitiveType.BOOL, "bool.const true")).isEqualTo(true);
        assertThat(value(PrimitiveType.S8, "s8.const -128")).isEqualTo((byte) -128);
        assertThat(value(PrimitiveType.U8, "u8.const 255")).isEqualTo(255);
        assertThat(value(PrimitiveType.S16, "s16.const -1")).isEqualTo((short) -1);
        assertThat(value(PrimitiveType.U16, "u16.const 65535")).isEqualTo(65535);
        assertThat(value(PrimitiveType.S32, "s32.const -1")).isEqualTo(-1);
        assertThat(value(PrimitiveType.U32, "u32.const 4294967295")).isEqualTo(4294967295L);
        assertThat(value(PrimitiveType.S64, "s64.const -1")).isEqualTo(-1L);
        assertThat(value(PrimitiveType.U64, "u64.const 18446744073709551615")).isEqualTo(-1L);
        assertThat(value(PrimitiveType.F32, "f32.const -0.5")).isEqualTo(-0.5f);
        assertThat(value(PrimitiveType.F64, "f64.const inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(value(PrimitiveType.CHAR, "char.const \"\\u{1f600}\"")).isEqualTo(0x1f600);
        assertThat(value(PrimitiveType.STRING, "str.const \"é\"")).isEqualTo("é");
    }

    @Test
    void compounds() {
        ValType u32 = PrimitiveType.U32;
        VariantType shape = new VariantType(
                List.of(new VariantType.Case("dot", Optional.empty()), new VariantType.Case("side", Optional.of(u32))));

        assertThat(value(new ListType(PrimitiveType.U8), "list.const (u8.const 1) (u8.const 255)"))
                .isEqualTo(new byte[] {1, -1});
        assertThat(value(new ListType(PrimitiveType.STRING), "list.const (str.const \"a\")"))
                .isEqualTo(List.of("a"));
        assertThat(value(
                        new TupleType(List.of(u32, PrimitiveType.BOOL)),
                        "tuple.const (u32.const 1) (bool.const false)"))
                .isEqualTo(TupleValue.of(1L, false));
        assertThat(value(new RecordType(List.of(new LabelledType("n", u32))), "record.const (field \"n\" u32.const 3)"))
                .isEqualTo(RecordValue.of("n", 3L));
        assertThat(value(shape, "variant.const \"side\" (u32.const 4)")).isEqualTo(VariantValue.of("side", 4L));
        assertThat(value(shape, "variant.const \"dot\"")).isEqualTo(VariantValue.of("dot"));
        assertThat(value(new EnumType(List.of("a", "b")), "enum.const \"b\"")).isEqualTo(EnumValue.of("b"));
        assertThat(value(new FlagsType(List.of("a", "b")), "flags.const \"b\"")).isEqualTo(FlagsValue.of("b"));
        assertThat(value(new OptionType(u32), "option.some (u32.const 1)")).isEqualTo(Optional.of(1L));
        assertThat(value(new OptionType(u32), "option.none")).isEqualTo(Optional.empty());
        assertThat(value(new ResultType(Optional.of(u32), Optional.empty()), "result.ok (u32.const 1)"))
                .isEqualTo(Result.ok(1L));
        assertThat(value(new ResultType(Optional.of(u32), Optional.empty()), "result.err"))
                .isEqualTo(Result.err(null));
        assertThat(value(
                        new MapType(PrimitiveType.STRING, u32),
                        "list.const (tuple.const (str.const \"k\") (u32.const 1))"))
                .isEqualTo(Map.of("k", 1L));
    }

    @Test
    void theTypeDecides() {
        assertThatThrownBy(() -> value(PrimitiveType.U32, "s32.const 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a value of u32: expected u32.const, found s32");
        assertThatThrownBy(() -> value(PrimitiveType.S32, "i32.const 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a value of s32: expected s32.const, found i32");
        assertThatThrownBy(() -> value(new OptionType(PrimitiveType.U8), "u8.const 1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a value of option<u8>: expected option.const, found u8");
        assertThatThrownBy(() -> value(new EnumType(List.of("a")), "enum.const \"b\""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a value of enum { a }: no case \"b\"");
        assertThatThrownBy(() -> value(new TupleType(List.of(PrimitiveType.U8)), "tuple.const"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a value of tuple<u8>: expected 1 parts, found 0");
    }

    @ParameterizedTest
    @CsvSource({
        "nan:canonical,  7fc00000, true",
        "nan:canonical,  ffc00000, true",
        "nan:canonical,  7fc00001, false",
        "nan:arithmetic, 7fc00001, true",
        "nan:arithmetic, 7fa00000, false",
        "nan:canonical,  3f800000, false",
        "nan:arithmetic, 7f800000, false",
        "nan,            7fc00000, true",
        "1,              3f800000, true",
        "0,              80000000, false",
    })
    void floats(String expected, String found, boolean same) {
        float number = Float.intBitsToFloat(Integer.parseUnsignedInt(found, 16));

        assertThat(Consts.matches(PrimitiveType.F32, parsed("f32.const " + expected), number))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "nan:canonical,  7ff8000000000000, true",
        "nan:canonical,  7ff8000000000001, false",
        "nan:arithmetic, fff8000000000001, true",
        "nan:arithmetic, 7ff4000000000000, false",
    })
    void doubles(String expected, String found, boolean same) {
        double number = Double.longBitsToDouble(Long.parseUnsignedLong(found, 16));

        assertThat(Consts.matches(PrimitiveType.F64, parsed("f64.const " + expected), number))
                .isEqualTo(same);
    }
}
