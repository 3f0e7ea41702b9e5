package dev.witloof.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaveTypedTest {

    private static final ValType ORIGIN = new EnumType(List.of("cache", "store", "none"));
    private static final ValType SHAPE = new VariantType(List.of(
            new VariantType.Case("circle", Optional.of(PrimitiveType.F64)),
            new VariantType.Case("point", Optional.empty()),
            new VariantType.Case("ok", Optional.of(PrimitiveType.U8))));
    private static final ValType USER = new RecordType(List.of(
            new LabelledType("name", PrimitiveType.STRING),
            new LabelledType("tags", new ListType(PrimitiveType.STRING)),
            new LabelledType("origin", new OptionType(ORIGIN))));
    private static final ValType ACCESS = new FlagsType(List.of("read", "write", "ok"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BOOL | true | true",
                "S8 | -128 | -128",
                "U8 | 255 | 255",
                "S16 | -32768 | -32768",
                "U16 | 65535 | 65535",
                "S32 | -2147483648 | -2147483648",
                "U32 | 4294967295 | 4294967295",
                "S64 | -9223372036854775808 | -9223372036854775808",
                "U64 | 18446744073709551615 | 18446744073709551615",
                "F32 | 1.5 | 1.5",
                "F32 | 6e3 | 6000.0",
                "F64 | -inf | -inf",
                "F64 | nan | nan",
                "F64 | -0 | -0.0",
                "CHAR | 'x' | 'x'",
                "CHAR | '\\u{1F600}' | '😀'",
                "CHAR | '\\'' | '\\''",
                "CHAR | '\"' | '\"'",
                "STRING | \"a\\\"b\\\\c\\n\\t\\r\\u{e9}'\" | \"a\\\"b\\\\c\\n\\t\\ré'\"",
                "STRING | \"\" | \"\"",
            })
    void primitivesAreReadAndPrinted(PrimitiveType type, String text, String printed) {
        assertThat(Wave.print(Wave.parse(text, type), type)).isEqualTo(printed);
    }

    @Test
    void numbersAreInTheBoxesThatCallsTake() {
        assertThat(Wave.parse("7", PrimitiveType.S8)).isEqualTo((byte) 7);
        assertThat(Wave.parse("7", PrimitiveType.U8)).isEqualTo(7);
        assertThat(Wave.parse("7", PrimitiveType.S16)).isEqualTo((short) 7);
        assertThat(Wave.parse("7", PrimitiveType.U16)).isEqualTo(7);
        assertThat(Wave.parse("7", PrimitiveType.S32)).isEqualTo(7);
        assertThat(Wave.parse("7", PrimitiveType.U32)).isEqualTo(7L);
        assertThat(Wave.parse("18446744073709551615", PrimitiveType.U64)).isEqualTo(-1L);
        assertThat(Wave.parse("7", PrimitiveType.F32)).isEqualTo(7f);
        assertThat(Wave.parse("7", PrimitiveType.F64)).isEqualTo(7d);
        assertThat(Wave.parse("'a'", PrimitiveType.CHAR)).isEqualTo((int) 'a');
    }

    @Test
    void listsOfNumbersAreArraysOfRawBits() {
        assertThat(Wave.parse("[1, 255]", new ListType(PrimitiveType.U8))).isEqualTo(new byte[] {1, -1});
        assertThat(Wave.parse("[65535,]", new ListType(PrimitiveType.U16))).isEqualTo(new short[] {-1});
        assertThat(Wave.parse("[4294967295]", new ListType(PrimitiveType.U32))).isEqualTo(new int[] {-1});
        assertThat(Wave.parse("[-1]", new ListType(PrimitiveType.S64))).isEqualTo(new long[] {-1});
        assertThat(Wave.parse("[true]", new ListType(PrimitiveType.BOOL))).isEqualTo(new boolean[] {true});
        assertThat(Wave.parse("[ 'a' ]", new ListType(PrimitiveType.CHAR))).isEqualTo(new int[] {'a'});
        assertThat(Wave.parse("[1, 2.5]", new ListType(PrimitiveType.F32))).isEqualTo(new float[] {1, 2.5f});
        assertThat(Wave.parse("[\"a\"]", new ListType(PrimitiveType.STRING))).isEqualTo(List.of("a"));
        assertThat(Wave.print(new byte[] {1, -1}, new ListType(PrimitiveType.U8)))
                .isEqualTo("[1, 255]");
        assertThat(Wave.print(new short[] {-1}, new ListType(PrimitiveType.U16)))
                .isEqualTo("[65535]");
        assertThat(Wave.print(new int[] {'a', '\''}, new ListType(PrimitiveType.CHAR)))
                .isEqualTo("['a', '\\'']");
        assertThat(Wave.print(List.of(-1), new ListType(PrimitiveType.U32))).isEqualTo("[4294967295]");
        assertThat(Wave.print(
                        Wave.parse("[1, 2]", new FixedLengthListType(PrimitiveType.U8, 2)),
                        new ListType(PrimitiveType.U8)))
                .isEqualTo("[1, 2]");
    }

    @Test
    void recordsTakeTheirFieldsInAnyOrderAndMissOptions() {
        RecordValue ada = RecordValue.of("name", "ada", "tags", List.of("x"), "origin", Optional.empty());

        assertThat(Wave.parse("{tags: [\"x\"], name: \"ada\"}", USER)).isEqualTo(ada);
        assertThat(Wave.parse("{name: \"ada\", tags: [\"x\",], origin: none,} // a comment", USER))
                .isEqualTo(ada);
        assertThat(Wave.print(ada, USER)).isEqualTo("{name: \"ada\", tags: [\"x\"], origin: none}");
        ValType options = new RecordType(List.of(new LabelledType("a", new OptionType(PrimitiveType.BOOL))));
        assertThat(Wave.parse("{:}", options)).isEqualTo(RecordValue.of("a", Optional.empty()));
        assertThat(Wave.parse("{}", options)).isEqualTo(RecordValue.of("a", Optional.empty()));
    }

    @Test
    void theOtherCompoundsAreReadAsTheyArePrinted() {
        roundTrip("circle(2.5)", SHAPE, VariantValue.of("circle", 2.5));
        roundTrip("point", SHAPE, VariantValue.of("point"));
        roundTrip("%ok(255)", SHAPE, VariantValue.of("ok", 255));
        roundTrip("%none", ORIGIN, EnumValue.of("none"));
        roundTrip("{read, ok}", ACCESS, FlagsValue.of("read", "ok"));
        roundTrip("{}", ACCESS, FlagsValue.of());
        roundTrip("(1, \"x\")", new TupleType(List.of(PrimitiveType.U8, PrimitiveType.STRING)), TupleValue.of(1, "x"));
        roundTrip("some(cache)", new OptionType(ORIGIN), Optional.of(EnumValue.of("cache")));
        roundTrip("some(none)", new OptionType(new OptionType(ORIGIN)), Optional.of(Optional.empty()));
        roundTrip("none", new OptionType(ORIGIN), Optional.empty());
        roundTrip("ok", new ResultType(Optional.empty(), Optional.empty()), Result.ok(null));
        roundTrip("err(255)", new ResultType(Optional.empty(), Optional.of(PrimitiveType.U8)), Result.err(255));
        roundTrip("ok('a')", new ResultType(Optional.of(PrimitiveType.CHAR), Optional.empty()), Result.ok((int) 'a'));
        roundTrip("{\"a\": 255}", new MapType(PrimitiveType.STRING, PrimitiveType.U8), Map.of("a", 255));
        roundTrip("{}", new MapType(PrimitiveType.STRING, PrimitiveType.U8), Map.of());
    }

    private static void roundTrip(String text, ValType type, Object value) {
        assertThat(Wave.parse(text, type)).isEqualTo(value);
        assertThat(Wave.print(value, type)).isEqualTo(text);
    }

    @Test
    void someAndOkMayBeLeftOut() {
        assertThat(Wave.parse("cache", new OptionType(ORIGIN))).isEqualTo(Optional.of(EnumValue.of("cache")));
        assertThat(Wave.parse("%none", new OptionType(ORIGIN))).isEqualTo(Optional.of(EnumValue.of("none")));
        assertThat(Wave.parse("1", new ResultType(Optional.of(PrimitiveType.U8), Optional.empty())))
                .isEqualTo(Result.ok(1));
        refused("1", new OptionType(new OptionType(PrimitiveType.U8)), "column 1: expected some(…) or none, found 1");
        refused(
                "1",
                new ResultType(Optional.empty(), Optional.empty()),
                "column 1: expected ok or err, as in result, found 1");
    }

    @Test
    void stringsOfSeveralLinesLoseTheirIndentation() {
        assertThat(Wave.parse("\"\"\"\n  a \"b\"\n\n    c\\n\n  \"\"\"", PrimitiveType.STRING))
                .isEqualTo("a \"b\"\n\n  c\n");
        assertThat(Wave.parse("\"\"\"\r\na\r\n\"\"\"", PrimitiveType.STRING)).isEqualTo("a");
        assertThat(Wave.parse("\"\"\"\n\"\"\"", PrimitiveType.STRING)).isEqualTo("");
        refused(
                "\"\"\"\n a\n  \"\"\"",
                PrimitiveType.STRING,
                "column 6: expected a line that is indented like the closing \"\"\", found a");
        refused(
                "\"\"\"a\"\"\"",
                PrimitiveType.STRING,
                "column 1: expected lines between \"\"\" and \"\"\", each on a line of its own, found \"\"\"a\"\"\"");
    }

    @Test
    void whatIsNoValueOfTheTypeIsRefusedWithItsColumn() {
        refused("256", PrimitiveType.U8, "column 1: expected u8, found 256");
        refused("-1", PrimitiveType.U64, "column 1: expected u64, found -1");
        refused("18446744073709551616", PrimitiveType.U64, "column 1: expected u64, found 18446744073709551616");
        refused("1.5", PrimitiveType.S32, "column 1: expected s32, found 1.5");
        refused("01", PrimitiveType.S32, "column 1: expected s32, found 01");
        refused("1e999", PrimitiveType.F64, "column 1: expected f64, found 1e999");
        refused("yes", PrimitiveType.BOOL, "column 1: expected bool, found yes");
        refused("", PrimitiveType.STRING, "column 1: expected string, found the end");
        refused("\"ab", PrimitiveType.STRING, "column 4: expected a closing \", found the end");
        refused("\"\\x\"", PrimitiveType.STRING, "column 3: expected one of \" ' \\ t n r u{…} behind \\, found x\"");
        refused(
                "\"\\u{d800}\"",
                PrimitiveType.STRING,
                "column 3: expected the code point of a character, found u{d800}\"");
        refused("'ab'", PrimitiveType.CHAR, "column 3: expected ' behind one character, found b'");
        refused("''", PrimitiveType.CHAR, "column 2: expected a character, found '");
        refused("true false", PrimitiveType.BOOL, "column 6: expected the end, found false");
        refused("[1 2]", new ListType(PrimitiveType.U8), "column 4: expected , or ], found 2]");
        refused("[1, \"a\"]", new ListType(PrimitiveType.U8), "column 5: expected u8, found \"a\"]");
        refused("[1]", new FixedLengthListType(PrimitiveType.U8, 2), "column 1: expected a list of 2, found [1]");
        refused("(1)", new TupleType(List.of(PrimitiveType.U8, PrimitiveType.U8)), "column 3: expected u8, found )");
        refused("(1, 2)", new TupleType(List.of(PrimitiveType.U8)), "column 5: expected ) behind 1 elements, found 2)");
        refused("square(1)", SHAPE, "column 1: expected variant { circle(f64), point, ok(u8) }, found square");
        refused("circle", SHAPE, "column 7: expected ( and a value behind circle, found the end");
        refused("red", ORIGIN, "column 1: expected enum { cache, store, none }, found red");
        refused("{x}", ACCESS, "column 2: expected a flag among read, write, ok, found x");
        refused("{read, read}", ACCESS, "column 8: expected each flag once, found read");
        refused("{name: \"a\"}", USER, "column 1: expected a record with the field \"tags\", found {name: \"a\"}");
        refused("{nam: \"a\"}", USER, "column 2: expected a field among name, tags, origin, found nam");
        refused("{:name}", USER, "column 3: expected }, found name}");
        refused(
                "1",
                new OwnType(ResourceType.named("bucket")),
                "column 1: expected bucket, of which no value can be written as text, found 1");
    }

    private static void refused(String text, ValType type, String message) {
        assertThatThrownBy(() -> Wave.parse(text, type))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void argumentsAreReadBehindANameAndCountColumnsFromItsStart() {
        List<LabelledType> params = List.of(
                new LabelledType("user", PrimitiveType.STRING),
                new LabelledType("profile", new ListType(PrimitiveType.U8)));

        assertThat(Wave.parseArguments("login ( \"ada\", [1, 2] ) ", 6, params))
                .isEqualTo(new Object[] {"ada", new byte[] {1, 2}});
        assertThat(Wave.parseArguments("()", 0, List.of())).isEmpty();
        refusedArguments(
                "login(\"ada\")", params, "column 12: expected the argument \"profile\" of type list<u8>, found )");
        refusedArguments("login(\"ada\", [1], 3)", params, "column 19: expected ) behind the last argument, found 3)");
        refusedArguments("login(1, [1])", params, "column 7: expected string, found 1, [1])");
        refusedArguments("login(\"ada\", [1]) x", params, "column 19: expected the end, found x");
        refusedArguments("login(1)", List.of(), "column 7: expected ) because there are no parameters, found 1)");
    }

    private static void refusedArguments(String text, List<LabelledType> params, String message) {
        assertThatThrownBy(() -> Wave.parseArguments(text, text.indexOf('('), params))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
