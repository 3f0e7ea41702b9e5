package dev.witloof.value;

import dev.witloof.type.LabelledType;
import dev.witloof.type.ValType;
import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values as text in WAVE, the Component Model's text form of values: {@code {name: "ada", tags: ["x"]}}.
 *
 * <p>Without a type only what the Java value tells is printed: a {@code char} as the number of its code point, {@code u64}
 * as signed, a map as the list of tuples that it is in memory. With one all is as the type has it, and can be read again;
 * only handles, streams and futures have no text.
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

    /** The text of a value of this type, as {@link #parse} reads it. */
    public static String print(@Nullable Object value, ValType type) {
        return WaveWriter.write(new StringBuilder(), type, value).toString();
    }

    /**
     * Reads a value: numbers in the box of the type's Java form, lists of numbers as arrays, the rest as the classes of this
     * package and the JDK. In an option {@code some} may be left out, and {@code ok} in a result; fields of records that are
     * options may be missing.
     *
     * @throws IllegalArgumentException if the text is no value of the type; the message begins with the column, from 1
     */
    public static Object parse(String text, ValType type) {
        WaveScanner in = new WaveScanner(text, 0);
        Object value = new WaveReader(in).read(type);
        in.end();
        return value;
    }

    /**
     * Reads the arguments of a call, such as {@code ("ada", [1, 2])}.
     *
     * @param text the text, which ends with the arguments
     * @param from where in it the opening parenthesis is
     * @param params the parameters of the function
     * @return a value for each parameter, as {@link #parse} gives it
     * @throws IllegalArgumentException if they do not fit; the message begins with the column in the whole text, from 1
     */
    public static Object[] parseArguments(String text, int from, List<LabelledType> params) {
        WaveScanner in = new WaveScanner(text, from);
        Object[] arguments = new WaveReader(in).arguments(params);
        in.end();
        return arguments;
    }

    static void append(StringBuilder text, @Nullable Object value) {
        if (value instanceof String string) {
            appendQuoted(text, string, '"');
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

    /** Text between quotes of this kind. */
    static StringBuilder appendQuoted(StringBuilder text, String string, char quote) {
        text.append(quote);
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c == quote) {
                        text.append('\\').append(c);
                    } else if (c < 0x20 || c == 0x7F) {
                        text.append("\\u{").append(Integer.toHexString(c)).append('}');
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.append(quote);
    }
}
