package dev.witloof.tests.guests;

import dev.witloof.value.EnumValue;
import dev.witloof.value.RecordValue;
import dev.witloof.value.VariantValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Untyped values as the transcripts show them: JSON, as a JavaScript host prints what it was given. */
final class Shown {

    private final boolean bytesAreText;

    private Shown(boolean bytesAreText) {
        this.bytesAreText = bytesAreText;
    }

    /** Bytes are shown as the text that they hold. */
    static String withText(@Nullable Object value) {
        return new Shown(true).show(value);
    }

    /** Bytes are shown one by one. */
    static String withBytes(@Nullable Object value) {
        return new Shown(false).show(value);
    }

    private String show(@Nullable Object value) {
        if (value == null) {
            return "undefined";
        }
        if (value instanceof Optional<?> option) {
            return show(option.orElse(null));
        }
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof EnumValue one) {
            return quoted(one.label());
        }
        if (value instanceof byte[] bytes) {
            return bytesAreText ? quoted(new String(bytes, StandardCharsets.UTF_8)) : oneByOne(bytes);
        }
        if (value instanceof VariantValue variant) {
            String payload =
                    variant.payload().map(inner -> ",\"val\":" + show(inner)).orElse("");
            return "{\"tag\":" + quoted(variant.label()) + payload + "}";
        }
        if (value instanceof RecordValue record) {
            return record.names().stream()
                    .filter(name -> !Optional.empty().equals(record.get(name)))
                    .map(name -> quoted(name) + ":" + show(record.get(name)))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::show).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                "no way to show a " + value.getClass().getName());
    }

    private static String oneByOne(byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> "\"" + i + "\":" + (bytes[i] & 0xff))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
