package dev.witloof.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.host.Tuple2;
import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
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
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a test may write for a value of each type. */
final class FittingTest {

    private static final ResourceType BUCKET = ResourceType.named("bucket");

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private record Point(int x, Optional<String> nameOfIt) {}

    private record Circle(double radius) {}

    private record Nothing() {}

    private static void fits(ValType type, Object written, Object value) {
        assertThat(Fitting.fit(type, written)).isEqualTo(value);
        // What is fit already stays so.
        assertThat(Fitting.fit(type, value)).isEqualTo(value);
    }

    private static void refuses(ValType type, Object written, String message) {
        assertThatThrownBy(() -> Fitting.fit(type, written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void numbers() {
        fits(PrimitiveType.U8, 255, 255);
        fits(PrimitiveType.S8, -128, (byte) -128);
        fits(PrimitiveType.U16, 65_535L, 65_535);
        fits(PrimitiveType.S16, 1, (short) 1);
        fits(PrimitiveType.U32, 4_294_967_295L, 4_294_967_295L);
        fits(PrimitiveType.U32, 7, 7L);
        fits(PrimitiveType.S32, 7L, 7);
        fits(PrimitiveType.S64, 7, 7L);
        fits(PrimitiveType.U64, BigInteger.TWO.pow(64).subtract(BigInteger.ONE), -1L);
        fits(PrimitiveType.F32, 1, 1f);
        fits(PrimitiveType.F64, 1.5f, 1.5);
        refuses(PrimitiveType.U8, 256, "expected u8, found 256 (Integer)");
        refuses(PrimitiveType.U32, -1, "expected u32, found -1 (Integer)");
        refuses(PrimitiveType.S8, 128, "expected s8, found 128 (Integer)");
        refuses(PrimitiveType.U32, 1.0, "expected u32, found 1.0 (Double)");
        refuses(PrimitiveType.F64, "1", "expected f64, found \"1\" (String)");
        refuses(PrimitiveType.S32, null, "expected s32, found null");
    }

    @Test
    void textAndTruth() {
        fits(PrimitiveType.STRING, "é", "é");
        fits(PrimitiveType.BOOL, true, true);
        fits(PrimitiveType.CHAR, 'a', (int) 'a');
        fits(PrimitiveType.CHAR, "😀", 0x1F600);
        refuses(PrimitiveType.CHAR, "ab", "expected char, found \"ab\" (String)");
        refuses(PrimitiveType.STRING, 'a', "expected string, found a (Character)");
        refuses(PrimitiveType.BOOL, "true", "expected bool, found \"true\" (String)");
    }

    @Test
    void lists() {
        ListType bytes = new ListType(PrimitiveType.U8);
        byte[] same = {1, (byte) 255};
        assertThat(Fitting.fit(bytes, same)).isSameAs(same);
        fits(bytes, List.of(1, 255), same);
        fits(bytes, new int[] {1, 255}, same);
        fits(new ListType(PrimitiveType.U32), List.of(1, 4_294_967_295L), new int[] {1, -1});
        fits(new ListType(PrimitiveType.U16), new byte[] {1, 2}, new short[] {1, 2});
        fits(new ListType(PrimitiveType.F64), List.of(1, 2.5), new double[] {1, 2.5});
        fits(new ListType(PrimitiveType.STRING), new String[] {"a"}, List.of("a"));
        fits(new FixedLengthListType(PrimitiveType.S32, 2), List.of(1, 2), new int[] {1, 2});
        refuses(bytes, List.of(256), "expected u8, found 256 (Integer)");
        refuses(bytes, 1, "expected list<u8>, found 1 (Integer)");
    }

    @Test
    void recordsAndTuples() {
        RecordType point = new RecordType(List.of(
                new LabelledType("x", PrimitiveType.U32),
                new LabelledType("name-of-it", new OptionType(PrimitiveType.STRING))));
        RecordValue value = RecordValue.of("x", 1L, "name-of-it", Optional.of("a"));
        fits(point, Map.of("x", 1, "name-of-it", "a"), value);
        fits(point, new Point(1, Optional.of("a")), value);
        fits(point, Map.of("x", 1), RecordValue.of("x", 1L, "name-of-it", Optional.empty()));
        refuses(point, Map.of("y", 1), "expected a record with the field x: u32, found {y=1}");
        TupleType pair = new TupleType(List.of(PrimitiveType.U32, PrimitiveType.STRING));
        fits(pair, List.of(1, "a"), TupleValue.of(1L, "a"));
        fits(pair, new Tuple2<>(1, "a"), TupleValue.of(1L, "a"));
        refuses(
                pair,
                List.of(1),
                "expected tuple<u32, string>, found [1] ("
                        + List.of(1).getClass().getSimpleName() + ")");
    }

    @Test
    void cases() {
        VariantType shape = new VariantType(List.of(
                new VariantType.Case("nothing", Optional.empty()),
                new VariantType.Case("circle", Optional.of(PrimitiveType.F64))));
        fits(shape, "nothing", VariantValue.of("nothing"));
        fits(shape, new Nothing(), VariantValue.of("nothing"));
        fits(shape, new Circle(2.5), VariantValue.of("circle", 2.5));
        fits(shape, VariantValue.of("circle", 2), VariantValue.of("circle", 2.0));
        refuses(shape, "circle", "expected variant { nothing, circle(f64) }, found \"circle\" (String)");
        refuses(shape, "square", "expected variant { nothing, circle(f64) }, found \"square\" (String)");
        EnumType colour = new EnumType(List.of("red", "dark-blue"));
        fits(colour, "dark-blue", EnumValue.of("dark-blue"));
        fits(colour, Colour.DARK_BLUE, EnumValue.of("dark-blue"));
        refuses(colour, "green", "expected enum { red, dark-blue }, found \"green\" (String)");
        FlagsType colours = new FlagsType(List.of("red", "dark-blue"));
        fits(colours, Set.of("red"), FlagsValue.of("red"));
        fits(colours, List.of(Colour.RED, Colour.DARK_BLUE), FlagsValue.of("red", "dark-blue"));
        refuses(colours, 3, "expected flags { red, dark-blue }, found 3 (Integer)");
    }

    @Test
    void optionsResultsAndMaps() {
        OptionType option = new OptionType(PrimitiveType.U32);
        fits(option, 1, Optional.of(1L));
        fits(option, Optional.of(1), Optional.of(1L));
        fits(option, null, Optional.empty());
        ResultType result = new ResultType(Optional.of(PrimitiveType.U32), Optional.of(PrimitiveType.STRING));
        fits(result, 1, Result.ok(1L));
        fits(result, Result.err("no"), Result.err("no"));
        refuses(result, Result.err(1), "expected string, found 1 (Integer)");
        fits(new ResultType(Optional.empty(), Optional.empty()), null, Result.ok(null));
        refuses(
                new ResultType(Optional.empty(), Optional.empty()),
                Result.err("x"),
                "expected result, found err(\"x\") (Err)");
        fits(new MapType(PrimitiveType.STRING, PrimitiveType.U8), Map.of("a", 1), Map.of("a", 1));
    }

    @Test
    void handles() {
        Object bucket = new Object();
        fits(new OwnType(BUCKET), bucket, bucket);
        fits(new BorrowType(BUCKET), bucket, bucket);
        refuses(new OwnType(BUCKET), null, "expected bucket, found null");
        refuses(new BorrowType(BUCKET), null, "expected borrow<bucket>, found null");
        assertThat(Fitting.fit(new ListType(new OwnType(BUCKET)), List.of(bucket), each -> "taken"))
                .isEqualTo(List.of("taken"));
    }

    @Test
    void whatHoldsOwnedHandles() {
        ValType own = new OwnType(BUCKET);
        List<ValType> holding = List.of(
                own,
                new ListType(own),
                new OptionType(own),
                new ResultType(Optional.of(own), Optional.empty()),
                new ResultType(Optional.empty(), Optional.of(own)),
                new TupleType(List.of(PrimitiveType.U8, own)),
                new RecordType(List.of(new LabelledType("a", own))),
                new VariantType(List.of(new VariantType.Case("a", Optional.of(own)))),
                new MapType(PrimitiveType.STRING, own),
                new FixedLengthListType(own, 2));
        assertThat(holding).allMatch(MockedFunction::holdsHandles);
        assertThat(holding.stream().map(HandlesAsText::in).toList()).noneMatch(MockedFunction::holdsHandles);
        assertThat(HandlesAsText.in(new TupleType(List.of(own, new BorrowType(BUCKET)))))
                .hasToString("tuple<string, string>");
        assertThat(List.of(
                        PrimitiveType.STRING,
                        new BorrowType(BUCKET),
                        new EnumType(List.of("a")),
                        new FlagsType(List.of("a")),
                        new ListType(new BorrowType(BUCKET))))
                .noneMatch(MockedFunction::holdsHandles);
    }
}
