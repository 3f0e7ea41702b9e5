package dev.witloof.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record type: its fields in order, each by name.
 *
 * <pre>{@code
 * RecordValue point = RecordValue.of("x", 1, "y", 2);
 * point.get("x");   // 1
 * }</pre>
 */
public final class RecordValue {

    private final Labels labels;
    private final Object[] values;

    private RecordValue(Labels labels, Object[] values) {
        this.labels = labels;
        this.values = values;
    }

    /** The fields of a map, in its order. */
    public static RecordValue of(Map<String, ?> fields) {
        return new RecordValue(
                new Labels(List.copyOf(new ArrayList<>(fields.keySet()))),
                fields.values().toArray());
    }

    /**
     * Fields as names and values in turn.
     *
     * @throws IllegalArgumentException if a name stands twice, is no string or has no value
     */
    public static RecordValue of(Object... namesAndValues) {
        if ((namesAndValues.length & 1) != 0) {
            throw new IllegalArgumentException(
                    "record: expected names and values in turn, found " + namesAndValues.length + " arguments");
        }
        String[] names = new String[namesAndValues.length / 2];
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            if (!(namesAndValues[2 * i] instanceof String name)) {
                throw new IllegalArgumentException(
                        "record: expected a name, found " + Wave.print(namesAndValues[2 * i]));
            }
            names[i] = name;
            values[i] = namesAndValues[2 * i + 1];
        }
        return new RecordValue(new Labels(List.of(names)), values);
    }

    /** What all values of one record type have in common. */
    public static final class Shape {

        private final Labels labels;

        /** The shape of a record with fields of these names, in order. */
        public Shape(List<String> names) {
            this.labels = new Labels(names);
        }

        /** A value that takes the array over: nobody may change it afterwards. One value for each field, in order. */
        public RecordValue adopt(Object[] values) {
            if (values.length != labels.inOrder().size()) {
                throw new IllegalArgumentException(
                        "record: expected " + labels.inOrder().size() + " values, found " + values.length);
            }
            return new RecordValue(labels, values);
        }
    }

    /** How many fields there are. */
    public int size() {
        return values.length;
    }

    /** The names of the fields, in order. */
    public List<String> names() {
        return labels.inOrder();
    }

    /** Whether there is a field of this name. */
    public boolean has(String name) {
        return labels.indexOf(name) >= 0;
    }

    /**
     * The value of a field.
     *
     * @throws NoSuchElementException if there is no field of this name; the message lists those there are
     */
    public Object get(String name) {
        return values[labels.require(name)];
    }

    /** The value of the field at a place, from 0. */
    public Object get(int place) {
        return values[place];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordValue record
                && labels.inOrder().equals(record.labels.inOrder())
                && Content.equal(Arrays.asList(values), Arrays.asList(record.values));
    }

    @Override
    public int hashCode() {
        return 31 * labels.inOrder().hashCode() + Content.hash(Arrays.asList(values));
    }

    /** The value in WAVE, such as {@code {name: "ada", tags: ["x"]}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(labels.inOrder().get(i)).append(": ");
            Wave.append(text, values[i]);
        }
        return text.append('}').toString();
    }
}
