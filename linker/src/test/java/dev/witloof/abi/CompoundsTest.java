package dev.witloof.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.EnumType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.LabelledType;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Records, tuples, variants, enums, options, results and flags. */
class CompoundsTest {

    private static final LiftLowerOptions OPTIONS = Guest.options(StringEncoding.UTF8);
    private static final ValType POINT = new RecordType(List.of(
            new LabelledType("x", PrimitiveType.U8),
            new LabelledType("y", PrimitiveType.U32),
            new LabelledType("label", PrimitiveType.STRING)));
    private static final ValType SHAPE = new VariantType(List.of(
            new VariantType.Case("point", Optional.empty()),
            new VariantType.Case("circle", Optional.of(PrimitiveType.F64)),
            new VariantType.Case("name", Optional.of(PrimitiveType.STRING))));
    private static final ValType COLOUR = new EnumType(List.of("red", "green"));
    private static final ValType RIGHTS = new FlagsType(List.of("read", "write", "exec"));

    private final Guest guest = new Guest();

    @Test
    void recordsAreLaidOutInOrderAndTakenInAny() {
        RecordValue value = RecordValue.of("label", "p", "y", 2L, "x", 1);
        Storing.of(POINT, OPTIONS).store(guest.cx, value, 16);
        assertThat(HexFormat.of().formatHex(guest.memory.array(), 16, 32))
                .isEqualTo("01000000" + "02000000" + "00000000" + "01000000");
        Object loaded = Loading.of(POINT, OPTIONS).load(guest.cx, 16);
        assertThat(loaded).isEqualTo(RecordValue.of("x", 1, "y", 2L, "label", "p"));
        assertThat(flat(POINT, value)).containsExactly(1, 2, 0, 1);
        assertThat(flatRoundTrip(POINT, loaded)).isEqualTo(loaded);
    }

    @Test
    void recordsThatDoNotFitAreRefused() {
        assertUnfit(POINT, RecordValue.of("x", 1, "y", 2), "field \"label\": expected a value, found none");
        assertUnfit(
                POINT,
                RecordValue.of("x", 1, "y", 2, "label", "p", "z", 3),
                "expected a record of x, y, label, found one with \"z\"");
        assertUnfit(
                POINT,
                RecordValue.of("x", 1, "y", "2", "label", "p"),
                "field \"y\": expected u32, found a value of java.lang.String");
        assertUnfit(POINT, 1, "expected record, found 1");
    }

    @Test
    void tuplesAreRecordsWithoutNames() {
        ValType type = new TupleType(List.of(PrimitiveType.U8, PrimitiveType.U16));
        Storing.of(type, OPTIONS).store(guest.cx, TupleValue.of(1, 2), 4);
        assertThat(HexFormat.of().formatHex(guest.memory.array(), 4, 8)).isEqualTo("01000200");
        assertThat(Loading.of(type, OPTIONS).load(guest.cx, 4)).isEqualTo(TupleValue.of(1, 2));
        assertThat(flatRoundTrip(type, TupleValue.of(1, 2))).isEqualTo(TupleValue.of(1, 2));
        assertUnfit(type, TupleValue.of(1), "expected a tuple of 2, found one of 1");
        assertUnfit(
                type,
                List.of(1, 2),
                "expected tuple, found a value of " + List.of(1, 2).getClass().getName());
        assertUnfit(type, TupleValue.of(1, -1), "element 1: expected u16, found -1");
    }

    @Test
    void variantsJoinTheCoreValuesOfTheirCases() {
        assertThat(flat(SHAPE, VariantValue.of("point"))).containsExactly(0, 0, 0);
        assertThat(flat(SHAPE, VariantValue.of("circle", 1.5))).containsExactly(1, Double.doubleToRawLongBits(1.5), 0);
        assertThat(flat(SHAPE, VariantValue.of("name", "ab"))).containsExactly(2, 0, 2);
        for (VariantValue value :
                List.of(VariantValue.of("point"), VariantValue.of("circle", 1.5), VariantValue.of("name", "ab"))) {
            assertThat(flatRoundTrip(SHAPE, value)).isEqualTo(value);
            assertThat(memoryRoundTrip(SHAPE, value)).isEqualTo(value);
        }
        VariantValue lifted = (VariantValue) flatRoundTrip(SHAPE, VariantValue.of("circle", 1.5));
        assertThat(lifted.place()).isEqualTo(1);
        assertThat(flat(SHAPE, VariantValue.at(2, "point", null)))
                .as("a hint that is wrong")
                .containsExactly(0, 0, 0);
    }

    @Test
    void variantsThatDoNotFitAreRefused() {
        assertUnfit(SHAPE, VariantValue.of("square"), "expected one of point, circle, name, found \"square\"");
        assertUnfit(SHAPE, VariantValue.of("circle"), "case \"circle\": expected f64, found null");
        assertUnfit(SHAPE, VariantValue.of("circle", 1), "case \"circle\": expected f64, found 1");
        assertUnfit(SHAPE, VariantValue.of("point", 1), "case \"point\": expected no value, found 1");
        assertUnfit(SHAPE, EnumValue.of("point"), "expected variant, found a value of dev.witloof.value.EnumValue");
    }

    @Test
    void casesThatDoNotExistAreTraps() {
        assertTrap(SHAPE, 3, "variant: expected a case below 3, found 3");
        assertTrap(SHAPE, 0xFFFF_FFFFL, "variant: expected a case below 3, found 4294967295");
        assertTrap(COLOUR, 2, "enum: expected a case below 2, found 2");
        assertTrap(new OptionType(PrimitiveType.U8), 2, "option: expected a case below 2, found 2");
        assertTrap(new ResultType(Optional.empty(), Optional.empty()), 9, "result: expected a case below 2, found 9");
        guest.write(0, 0xFF);
        assertThatThrownBy(() -> Loading.of(SHAPE, OPTIONS).load(guest.cx, 0))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("variant: expected a case below 3, found 255");
    }

    @Test
    void variantsOfManyCasesHaveWiderDiscriminants() {
        for (int count : new int[] {256, 257, 65_537}) {
            List<VariantType.Case> cases = IntStream.range(0, count)
                    .mapToObj(i -> new VariantType.Case("c" + i, Optional.of(PrimitiveType.U8)))
                    .toList();
            VariantValue last = VariantValue.of("c" + (count - 1), 200);
            assertThat(memoryRoundTrip(new VariantType(cases), last)).isEqualTo(last);
            EnumType labels =
                    new EnumType(cases.stream().map(VariantType.Case::label).toList());
            assertThat(memoryRoundTrip(labels, EnumValue.of(last.label()))).isEqualTo(EnumValue.of(last.label()));
        }
    }

    @Test
    void enumsAreOneObjectForEachName() {
        FlatLifter lifter = FlatLifting.of(COLOUR, OPTIONS);
        assertThat(lifter.lift(guest.cx, new long[] {1}, 0)).isEqualTo(EnumValue.of("green"));
        assertThat(lifter.lift(guest.cx, new long[] {1}, 0)).isSameAs(lifter.lift(guest.cx, new long[] {1}, 0));
        assertThat(flat(COLOUR, EnumValue.of("green"))).containsExactly(1);
        assertUnfit(COLOUR, EnumValue.of("blue"), "expected one of red, green, found \"blue\"");
        assertUnfit(COLOUR, "red", "expected enum, found a value of java.lang.String");
        assertUnfit(
                new EnumType(IntStream.range(0, 10).mapToObj(i -> "e" + i).toList()),
                EnumValue.of("x"),
                "expected one of e0, e1, e2, e3, e4, e5, e6, e7 and 2 more, found \"x\"");
    }

    @Test
    void optionsAreOptionalsOrBareValues() {
        ValType type = new OptionType(PrimitiveType.S32);
        for (Object none :
                new Object[] {null, Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty()
                }) {
            assertThat(flatRoundTrip(type, none)).isEqualTo(Optional.empty());
        }
        assertThat(flatRoundTrip(type, Optional.of(-5))).isEqualTo(Optional.of(-5));
        assertThat(flatRoundTrip(type, -5)).isEqualTo(Optional.of(-5));
        assertThat(memoryRoundTrip(type, OptionalInt.of(-5))).isEqualTo(Optional.of(-5));
        assertThat(flatRoundTrip(new OptionType(PrimitiveType.U64), OptionalLong.of(5)))
                .isEqualTo(Optional.of(5L));
        assertThat(flatRoundTrip(new OptionType(PrimitiveType.F64), OptionalDouble.of(5)))
                .isEqualTo(Optional.of(5.0));
        assertUnfit(type, Optional.of("x"), "some: expected s32, found a value of java.lang.String");
    }

    @Test
    void optionsOfOptionsAreOptionalsOnly() {
        ValType type = new OptionType(new OptionType(PrimitiveType.U8));
        for (Object value : List.of(Optional.empty(), Optional.of(Optional.empty()), Optional.of(Optional.of(1)))) {
            assertThat(flatRoundTrip(type, value)).isEqualTo(value);
            assertThat(memoryRoundTrip(type, value)).isEqualTo(value);
        }
        assertUnfit(type, null, "expected option, found null");
        assertUnfit(type, 1, "expected option, found 1");
    }

    @Test
    void resultsMayLackEitherValue() {
        ValType type = new ResultType(Optional.empty(), Optional.of(PrimitiveType.STRING));
        assertThat(flatRoundTrip(type, Result.ok(null))).isEqualTo(Result.ok(null));
        assertThat(memoryRoundTrip(type, Result.err("gone"))).isEqualTo(Result.err("gone"));
        assertUnfit(type, Result.ok(1), "ok: expected no value, found 1");
        assertUnfit(type, Result.err(1), "err: expected string, found 1");
        assertUnfit(type, 1, "expected result, found 1");
    }

    @Test
    void flagsAreBits() {
        assertThat(flat(RIGHTS, FlagsValue.of("exec", "read"))).containsExactly(0b101);
        assertThat(FlatLifting.of(RIGHTS, OPTIONS).lift(guest.cx, new long[] {0b11110}, 0))
                .as("bits without a flag are ignored")
                .isEqualTo(FlagsValue.of("write", "exec"));
        assertThat(flatRoundTrip(RIGHTS, FlagsValue.of())).isEqualTo(FlagsValue.of());
        assertUnfit(RIGHTS, FlagsValue.of("fly"), "expected flags out of read, write, exec, found \"fly\"");
        assertUnfit(RIGHTS, 1, "expected flags, found 1");
        for (int count : new int[] {8, 9, 16, 17, 32}) {
            FlagsType type = new FlagsType(
                    IntStream.range(0, count).mapToObj(i -> "f" + i).toList());
            FlagsValue all = FlagsValue.of(type.labels());
            FlagsValue lifted = (FlagsValue) memoryRoundTrip(type, all);
            assertThat(lifted).isEqualTo(all);
            assertThat(flatRoundTrip(type, lifted)).isEqualTo(all);
        }
    }

    private long[] flat(ValType type, Object value) {
        Guest fresh = new Guest();
        long[] flat = new long[Flattening.count(type)];
        FlatLowering.of(type, OPTIONS).lower(fresh.cx, value, flat, 0);
        return flat;
    }

    private Object flatRoundTrip(ValType type, Object value) {
        long[] flat = new long[Flattening.count(type)];
        FlatLowering.of(type, OPTIONS).lower(guest.cx, value, flat, 0);
        return FlatLifting.of(type, OPTIONS).lift(guest.cx, flat, 0);
    }

    private Object memoryRoundTrip(ValType type, Object value) {
        int at = guest.cx.allocate(Alignment.of(type), (int) ElementSize.of(type));
        Storing.of(type, OPTIONS).store(guest.cx, value, at);
        return Loading.of(type, OPTIONS).load(guest.cx, at);
    }

    private void assertUnfit(ValType type, Object value, String message) {
        assertThatThrownBy(() -> flatRoundTrip(type, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> memoryRoundTrip(type, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private void assertTrap(ValType type, long discriminant, String message) {
        long[] flat = new long[Flattening.count(type)];
        flat[0] = discriminant;
        assertThatThrownBy(() -> FlatLifting.of(type, OPTIONS).lift(guest.cx, flat, 0))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage(message);
    }
}
