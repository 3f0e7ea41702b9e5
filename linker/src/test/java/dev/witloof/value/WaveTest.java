package dev.witloof.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaveTest {

    @Test
    void recordsPrintTheirFieldsInOrder() {
        assertThat(RecordValue.of("name", "ada", "tags", List.of("x"), "origin", Optional.of(EnumValue.of("cache"))))
                .hasToString("{name: \"ada\", tags: [\"x\"], origin: some(cache)}");
    }

    @Test
    void eachKindOfValueHasItsText() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", 2);
        assertThat(Wave.print(true)).isEqualTo("true");
        assertThat(Wave.print(-1L)).isEqualTo("-1");
        assertThat(Wave.print(1.5f)).isEqualTo("1.5");
        assertThat(Wave.print(Double.NaN)).isEqualTo("nan");
        assertThat(Wave.print(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
        assertThat(Wave.print(Float.POSITIVE_INFINITY)).isEqualTo("inf");
        assertThat(Wave.print(new byte[] {1, -1})).isEqualTo("[1, -1]");
        assertThat(Wave.print(new boolean[] {true})).isEqualTo("[true]");
        assertThat(Wave.print(new Object[] {"a", 1})).isEqualTo("[\"a\", 1]");
        assertThat(Wave.print(List.of())).isEqualTo("[]");
        assertThat(Wave.print(map)).isEqualTo("[(\"b\", 1), (\"a\", 2)]");
        assertThat(Wave.print(Optional.empty())).isEqualTo("none");
        assertThat(TupleValue.of(1, "x")).hasToString("(1, \"x\")");
        assertThat(VariantValue.of("circle", 2.5)).hasToString("circle(2.5)");
        assertThat(VariantValue.of("point")).hasToString("point");
        assertThat(FlagsValue.of("read", "write")).hasToString("{read, write}");
        assertThat(FlagsValue.of()).hasToString("{}");
        assertThat(Result.ok(null)).hasToString("ok");
        assertThat(Result.ok(TupleValue.of(1))).hasToString("ok((1))");
        assertThat(Result.err("no such key")).hasToString("err(\"no such key\")");
        assertThat(Wave.print(new StringBuilder("x"))).isEqualTo("<x>");
        assertThat(Wave.print(null)).isEqualTo("<null>");
    }

    @Test
    void wordsOfWaveAreMarkedWhereTheyAreLabels() {
        assertThat(EnumValue.of("none")).hasToString("%none");
        assertThat(VariantValue.of("ok", 1)).hasToString("%ok(1)");
    }

    @Test
    void stringsAreEscaped() {
        assertThat(Wave.print("a\"b\\c\n\t\r\u0001\u007f\u00e9"))
                .isEqualTo("\"a\\\"b\\\\c\\n\\t\\r\\u{1}\\u{7f}\u00e9\"");
    }
}
