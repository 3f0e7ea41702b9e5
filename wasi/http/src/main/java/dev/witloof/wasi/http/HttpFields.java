package dev.witloof.wasi.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Headers or trailers as transports and servers have them: fields in their order, of which several may have one name.
 * Immutable.
 *
 * <p>What came over a wire is taken as it is. What a guest is shown, and what it may set, is decided where it is handed over;
 * so whoever implements an {@link HttpTransport} or calls an {@link HttpService} leaves nothing out, and gets nothing that HTTP
 * does not allow.
 */
public final class HttpFields {

    private static final HttpFields NONE = new HttpFields(List.of());

    private final List<HttpField> all;

    private HttpFields(List<HttpField> all) {
        this.all = all;
    }

    /** No fields. */
    public static HttpFields none() {
        return NONE;
    }

    /** These fields, in their order. */
    public static HttpFields of(List<HttpField> fields) {
        return fields.isEmpty() ? NONE : new HttpFields(List.copyOf(fields));
    }

    /**
     * Names and values by turns: {@code HttpFields.of("content-type", "text/plain", "etag", "\"7\"")}.
     *
     * @throws IllegalArgumentException if a name has no value
     */
    public static HttpFields of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "fields: expected a value for each name, found " + Arrays.toString(namesAndValues));
        }
        List<HttpField> fields = new ArrayList<>(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new HttpField(namesAndValues[i], namesAndValues[i + 1]));
        }
        return of(fields);
    }

    /** The fields of a map, each value of a name a field, as many of Java's APIs have them. */
    public static HttpFields of(Map<String, ? extends Iterable<String>> map) {
        List<HttpField> fields = new ArrayList<>();
        map.forEach((name, values) -> values.forEach(value -> fields.add(new HttpField(name, value))));
        return of(fields);
    }

    /** All fields. */
    public List<HttpField> all() {
        return all;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The first value of a name, whatever its case. */
    public Optional<String> first(String name) {
        for (HttpField field : all) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** All values of a name, whatever its case. */
    public List<String> values(String name) {
        return all.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HttpField::value)
                .toList();
    }

    /** Equal fields in the same order, names with their case. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HttpFields fields && all.equals(fields.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /** A line for each. */
    @Override
    public String toString() {
        return all.stream().map(HttpField::toString).collect(Collectors.joining("\n"));
    }
}
