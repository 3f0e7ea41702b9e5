package dev.witloof.tests.guests;

import dev.witloof.value.EnumValue;
import dev.witloof.value.RecordValue;
import dev.witloof.value.VariantValue;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Values, untyped or of generated types, as the transcripts show them: JSON, as a JavaScript host prints what it was given. */
public final class Shown {

    private final boolean bytesAreText;

    private Shown(boolean bytesAreText) {
        this.bytesAreText = bytesAreText;
    }

    /** Bytes are shown as the text that they hold. */
    public static String withText(@Nullable Object value) {
        return new Shown(true).show(value);
    }

    /** Bytes are shown one by one. */
    public static String withBytes(@Nullable Object value) {
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
        if (value instanceof Enum<?> one) {
            return quoted(label(one.name()));
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
        if (value instanceof Record record) {
            return typed(record);
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

    /** A case if it is one of a sealed interface, a tuple if it is one of ours, else a record. */
    private String typed(Record record) {
        Class<?> type = record.getClass();
        Map<String, String> parts = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object part = part(component, record);
            if (!Optional.empty().equals(part)) {
                parts.put(component.getName(), show(part));
            }
        }
        if (type.getName().startsWith("dev.witloof.host.Tuple")) {
            return parts.values().stream().collect(Collectors.joining(",", "[", "]"));
        }
        if (type.getInterfaces().length == 1) {
            String payload = parts.isEmpty() ? "" : ",\"val\":" + parts.get("value");
            return "{\"tag\":" + quoted(label(type.getSimpleName())) + payload + "}";
        }
        return parts.entrySet().stream()
                .map(part -> quoted(part.getKey()) + ":" + part.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable Object part(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    /** The WIT name of a constant or of a type. */
    private static String label(String javaName) {
        return javaName.replace('_', '-').replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
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
