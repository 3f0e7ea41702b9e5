package dev.witloof.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void recordsGiveTheirFieldsByNameAndPlace() {
        RecordValue point = RecordValue.of("x", 1, "y", "two");
        assertThat(point.get("x")).isEqualTo(1);
        assertThat(point.get(1)).isEqualTo("two");
        assertThat(point.has("z")).isFalse();
        assertThat(point.size()).isEqualTo(2);
        assertThat(point.names()).containsExactly("x", "y");
        assertThatThrownBy(() -> point.get("z"))
                .isExactlyInstanceOf(NoSuchElementException.class)
                .hasMessage("expected one of x, y, found \"z\"");
    }

    @Test
    void recordsAreMadeOfNamesAndValues() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("y", 1);
        fields.put("x", 2);
        assertThat(RecordValue.of(fields)).hasToString("{y: 1, x: 2}").isEqualTo(RecordValue.of("y", 1, "x", 2));
        assertThatThrownBy(() -> RecordValue.of("x"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("record: expected names and values in turn, found 1 arguments");
        assertThatThrownBy(() -> RecordValue.of(1, 2))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("record: expected a name, found 1");
        assertThatThrownBy(() -> RecordValue.of("x", 1, "x", 2))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"x\": expected once, found twice");
        RecordValue.Shape shape = new RecordValue.Shape(List.of("x"));
        assertThat(shape.adopt(new Object[] {1})).isEqualTo(RecordValue.of("x", 1));
        assertThatThrownBy(() -> shape.adopt(new Object[2]))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("record: expected 1 values, found 2");
    }

    @Test
    void valuesCompareByContentHoweverDeepAnArrayIs() {
        assertEqual(record(new byte[] {1}), record(new byte[] {1}));
        assertEqual(Result.ok(List.of(new int[] {1})), Result.ok(List.of(new int[] {1})));
        assertEqual(Result.err(Optional.of(new byte[] {1})), Result.err(Optional.of(new byte[] {1})));
        assertEqual(TupleValue.of(Map.of("k", new byte[] {1})), TupleValue.of(Map.of("k", new byte[] {1})));
        assertEqual(VariantValue.of("a", new byte[] {1}), VariantValue.at(3, "a", new byte[] {1}));
        assertEqual(EnumValue.of("a"), EnumValue.at(1, "a"));
        assertEqual(FlagsValue.of("b"), FlagsValue.ofBits(List.of("a", "b"), 2));

        assertThat(record(new byte[] {1})).isNotEqualTo(record(new byte[] {2}));
        assertThat(Result.ok(1)).isNotEqualTo(Result.err(1));
        assertThat(Result.ok(List.of(1))).isNotEqualTo(Result.ok(List.of(1, 2)));
        assertThat(TupleValue.of(Map.of("k", 1))).isNotEqualTo(TupleValue.of(Map.of("j", 1)));
        assertThat(VariantValue.of("a")).isNotEqualTo(VariantValue.of("b"));
        assertThat(VariantValue.of("a")).isNotEqualTo(VariantValue.of("a", 1));
        assertThat(FlagsValue.of("b")).isNotEqualTo(FlagsValue.of("a", "b"));
    }

    private static RecordValue record(byte[] bytes) {
        return RecordValue.of("bytes", List.of(bytes));
    }

    private static void assertEqual(Object a, Object b) {
        assertThat(a).isEqualTo(b);
        assertThat(a.hashCode()).isEqualTo(b.hashCode());
    }

    @Test
    void tuplesCannotBeChanged() {
        Object[] elements = {1, 2};
        TupleValue tuple = TupleValue.of(elements);
        elements[0] = 9;
        assertThat(tuple.elements()).containsExactly(1, 2);
        assertThat(tuple.get(1)).isEqualTo(2);
        assertThat(tuple.size()).isEqualTo(2);
        assertThatThrownBy(() -> tuple.elements().set(0, 9)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void variantsTellTheirCase() {
        VariantValue circle = VariantValue.of("circle", 2.5);
        assertThat(circle.label()).isEqualTo("circle");
        assertThat(circle.payload()).contains(2.5);
        assertThat(circle.place()).isEqualTo(-1);
        assertThat(VariantValue.of("point").payload()).isEmpty();
    }

    @Test
    void flagsTellWhichAreSet() {
        FlagsValue flags = FlagsValue.ofBits(List.of("a", "b", "c"), 0b101);
        assertThat(flags.labels()).containsExactly("a", "c");
        assertThat(flags.contains("a")).isTrue();
        assertThat(flags.contains("b")).isFalse();
        assertThat(flags.contains("d")).isFalse();
        List<String> all = IntStream.range(0, 32).mapToObj(i -> "f" + i).toList();
        assertThat(FlagsValue.of(all).bits()).isEqualTo(-1);
        assertThat(FlagsValue.of("a", "a").labels()).containsExactly("a");
        assertThatThrownBy(() -> FlagsValue.of(
                        IntStream.range(0, 33).mapToObj(i -> "f" + i).toList()))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("flags: expected at most 32, found 33");
    }

    @Test
    void resultsTellHowItWent() {
        assertThat(Result.ok(1).isOk()).isTrue();
        assertThat(Result.err(1).isOk()).isFalse();
        assertThat(Collections.singletonList(Result.ok(null))).containsExactly(new Result.Ok<>(null));
    }
}
