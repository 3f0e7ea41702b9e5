package dev.witloof.bindings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest that the compiler takes is written, and the next larger refused. */
class LimitsTest {

    private static String wit(String item, String prefix, String suffix, int count) {
        return "package a:b;\ninterface i {\n  " + item + " { "
                + IntStream.range(0, count).mapToObj(i -> prefix + i + suffix).collect(Collectors.joining(", "))
                + " }\n}\n";
    }

    @ParameterizedTest
    @ValueSource(ints = {2000, Limits.MOST_CONSTANTS})
    void enums(int cases) {
        String label = "a-case-with-a-long-name-";

        assertThat(Compiled.of(Wit.generate(wit("enum e", label, "", cases)))).containsKey("a.b.I$E");
    }

    @Test
    void variants() {
        assertThat(Compiled.of(Wit.generate(wit("variant v", "c", "(string)", Limits.MOST_CASES))))
                .hasSize(Limits.MOST_CASES + 2);
    }

    @ParameterizedTest
    @CsvSource({"254, string", "254, u16", "127, u32", "127, f64"})
    void records(int fields, String type) {
        assertThat(Compiled.of(Wit.generate(wit("record r", "field", ": " + type, fields))))
                .containsKey("a.b.I$R");
    }

    @Test
    void functions() {
        String parameters =
                IntStream.range(0, 254).mapToObj(i -> "p" + i + ": bool").collect(Collectors.joining(", "));

        assertThat(Compiled.of(Wit.generate("package a:b; interface i { f: func(" + parameters + "); }")))
                .containsKey("a.b.I");
        assertThat(Wit.refusal("package a:b; interface i { f: func(" + parameters + ", last: u8); }"))
                .isEqualTo("""
                        input.wit:1:28: a:b/i, function "f": expected parameters for at most 254 slots of a Java \
                        method, where u32, s64, u64 and f64 take two, found 255 for 255""");
    }

    @Test
    void largerOnesAreRefused() {
        assertThat(Wit.refusal(wit("enum e", "c", "", 5000))).isEqualTo("""
                input.wit:3:8: a:b/i, type "e": expected at most 4000 cases, which a Java class can hold, found 5000""");
        assertThat(Wit.refusal(wit("variant e", "c", "", 4001))).isEqualTo("""
                input.wit:3:11: a:b/i, type "e": expected at most 4000 cases, which a Java class can hold, found 4001""");
        assertThat(Wit.refusal(wit("record r", "field", ": u8", 255))).isEqualTo("""
                input.wit:3:10: a:b/i, type "r": expected fields for at most 254 slots of a Java method, where u32, s64, \
                u64 and f64 take two, found 255 for 255""");
        assertThat(Wit.refusal(wit("record r", "field", ": u64", 128))).isEqualTo("""
                input.wit:3:10: a:b/i, type "r": expected fields for at most 254 slots of a Java method, where u32, s64, \
                u64 and f64 take two, found 128 for 256""");
    }
}
