package dev.witloof.value;

import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values as text in WAVE, the Component Model's text form of values: {@code {name: "ada", tags: ["x"]}}. What the Java
 * value does not tell stays untold: a {@code char} prints as the number of its code point, {@code u64} as signed, a map
 * as the list of tuples that it is in memory.
 */
public final class Wave {

    /** Words that stand for something else where a label of the same spelling could stand. */
    private static final Set<String> WORDS = Set.of("true", "false", "inf", "nan", "some", "none", "ok", "err");

    private Wave() {}

    /** The text of a value; a class that is no value of WIT prints as its {@code toString} between angle brackets. */
    public static String print(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        return text.toString();
    }

    static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof String string) {
            appendString(text, string);
        } else if (value instanceof Boolean
                || value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long) {
            text.append(value);
        } else if (value instanceof Float || value instanceof Double) {
            appendFloat(text, (Number) value);
        } else if (value instanceof List<?> list) {
            appendAll(text.append('['), list.iterator()).append(']');
        } else if (value instanceof Map<?, ?> map) {
            appendMap(text, map);
        } else if (value instanceof Optional<?> optional) {
            appendCase(text, optional.isPresent() ? "some" : "none", optional.orElse(null));
        } else if (value instanceof Result<?, ?>
                || value instanceof RecordValue
                || value instanceof TupleValue
                || value instanceof VariantValue
                || value instanceof EnumValue
                || value instanceof FlagsValue) {
            text.append(value);
        } else if (value != null && value.getClass().isArray()) {
            appendArray(text, value);
        } else {
            text.append('<').append(value).append('>');
        }
    }

    static StringBuilder appendAll(StringBuilder text, Iterator<?> values) {
        for (String separator = ""; values.hasNext(); separator = ", ") {
            append(text.append(separator), values.next());
        }
        return text;
    }

    /** {@code label}, or {@code label(payload)} where there is one. */
    static StringBuilder appendCase(StringBuilder text, String label, @Nullable Object payload) {
        text.append(label);
        if (payload != null) {
            append(text.append('('), payload);
            text.append(')');
        }
        return text;
    }

    /** A label; one that is also a word of WAVE gets a percent sign. */
    static String label(String label) {
        return WORDS.contains(label) ? "%" + label : label;
    }

    private static void appendArray(StringBuilder text, Object array) {
        text.append('[');
        int length = Array.getLength(array);
        for (int i = 0; i < length; i++) {
            append(i == 0 ? text : text.append(", "), Array.get(array, i));
        }
        text.append(']');
    }

    private static void appendMap(StringBuilder text, Map<?, ?> map) {
        text.append('[');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            append(text.append(separator).append('('), entry.getKey());
            append(text.append(", "), entry.getValue());
            text.append(')');
            separator = ", ";
        }
        text.append(']');
    }

    private static void appendFloat(StringBuilder text, Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            text.append("nan");
        } else if (Double.isInfinite(value)) {
            text.append(value > 0 ? "inf" : "-inf");
        } else {
            text.append(number);
        }
    }

    private static void appendString(StringBuilder text, String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x7F) {
                        text.append("\\u{").append(Integer.toHexString(c)).append('}');
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
