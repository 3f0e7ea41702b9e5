package dev.witloof.wasi.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.wasi.http.Types.Fields;
import dev.witloof.wasi.http.Types.HeaderErrorException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random changes of fields, beside a model that knows nothing but lists. */
class FieldSequencesTest {

    private static final List<String> NAMES =
            List.of("a", "A", "b", "B", "accept", "Accept", "c", "", "x y", "host", "Upgrade", "te", "TE");
    private static final List<String> VALUES = List.of("1", "2", "", "trailers", "gzip", "bad\r\n", "\u00e9", " ");

    /** What should happen to a name and its values. */
    private static String outcome(String name, List<String> values) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.contains(" ") || values.contains("bad\r\n")) {
            return "InvalidSyntax";
        }
        boolean te = lower.equals("te") && values.stream().anyMatch(value -> !value.equals("trailers"));
        boolean connection = List.of("host", "upgrade").contains(lower) && !values.isEmpty();
        return te || connection ? "Forbidden" : "ok";
    }

    private interface Change {
        void make() throws HeaderErrorException;
    }

    private static String outcome(Change change) {
        try {
            change.make();
            return "ok";
        } catch (HeaderErrorException e) {
            return e.error().getClass().getSimpleName();
        }
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.ISO_8859_1);
    }

    @RepeatedTest(50)
    void fieldsAreWhatTheModelHas(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Fields fields = new HttpTypes(new HeldBytes(1 << 20)).newFields();
        List<String> model = new ArrayList<>();
        for (int step = 0; step < 100; step++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            List<String> values = IntStream.range(0, random.nextInt(4))
                    .mapToObj(each -> VALUES.get(random.nextInt(VALUES.size())))
                    .toList();
            switch (random.nextInt(4)) {
                case 0 -> {
                    String value = values.isEmpty() ? "1" : values.get(0);
                    String expected = outcome(name, List.of(value));
                    assertThat(outcome(() -> fields.append(name, bytes(value)))).isEqualTo(expected);
                    if (expected.equals("ok")) {
                        model.add(name + "=" + value);
                    }
                }
                case 1 -> {
                    String expected = outcome(name, values);
                    assertThat(outcome(() -> fields.set(
                                    name,
                                    values.stream()
                                            .map(FieldSequencesTest::bytes)
                                            .toList())))
                            .isEqualTo(expected);
                    if (expected.equals("ok")) {
                        int place = place(model, name);
                        model.removeIf(each -> isOf(each, name));
                        model.addAll(
                                place,
                                values.stream().map(value -> name + "=" + value).toList());
                    }
                }
                case 2 -> {
                    String expected = outcome(name, List.of());
                    assertThat(outcome(() -> fields.delete(name))).isEqualTo(expected);
                    model.removeIf(each -> isOf(each, name));
                }
                default ->
                    assertThat(fields.get(name).stream()
                                    .map(value -> new String(value, StandardCharsets.ISO_8859_1))
                                    .toList())
                            .isEqualTo(model.stream()
                                    .filter(each -> isOf(each, name))
                                    .map(each -> each.substring(each.indexOf('=') + 1))
                                    .toList());
            }
            assertThat(FieldsTest.lines(fields)).isEqualTo(model);
            assertThat(FieldsTest.lines(fields.clone_())).isEqualTo(model);
            Map<String, Boolean> present = new TreeMap<>();
            NAMES.forEach(each -> present.put(each, fields.has(each)));
            assertThat(present)
                    .allSatisfy((each, there) ->
                            assertThat(there).isEqualTo(model.stream().anyMatch(line -> isOf(line, each))));
        }
    }

    private static boolean isOf(String line, String name) {
        return line.substring(0, line.indexOf('=')).equalsIgnoreCase(name);
    }

    private static int place(List<String> model, String name) {
        for (int i = 0; i < model.size(); i++) {
            if (isOf(model.get(i), name)) {
                return i;
            }
        }
        return model.size();
    }
}
