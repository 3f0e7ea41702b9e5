package dev.witloof.testkit;

import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numbers, characters and strings, and lists of them, which are arrays. */
final class FittingNumbers {

    private FittingNumbers() {}

    static Optional<Object> fit(PrimitiveType type, @Nullable Object value) {
        return switch (type) {
            case BOOL -> Optional.ofNullable(value instanceof Boolean ? value : null);
            case STRING -> Optional.ofNullable(value instanceof String ? value : null);
            case CHAR -> character(value);
            case F32 -> value instanceof Number n ? Optional.of(n.floatValue()) : Optional.empty();
            case F64 -> value instanceof Number n ? Optional.of(n.doubleValue()) : Optional.empty();
            case S8 -> integer(value, 7, true).map(BigInteger::byteValue);
            case S16 -> integer(value, 15, true).map(BigInteger::shortValue);
            case S32 -> integer(value, 31, true).map(BigInteger::intValue);
            case S64 -> integer(value, 63, true).map(BigInteger::longValue);
            case U8 -> integer(value, 8, false).map(BigInteger::intValue);
            case U16 -> integer(value, 16, false).map(BigInteger::intValue);
            case U32 -> integer(value, 32, false).map(BigInteger::longValue);
            // A long is taken for the bits that it is made of.
            case U64 ->
                value instanceof Long
                        ? Optional.of(value)
                        : integer(value, 64, false).map(BigInteger::longValue);
            case ERROR_CONTEXT -> Optional.ofNullable(value);
        };
    }

    private static Optional<Object> character(@Nullable Object value) {
        if (value instanceof Character c) {
            return Optional.of((int) c);
        }
        return value instanceof String s && s.codePointCount(0, s.length()) == 1
                ? Optional.of(s.codePointAt(0))
                : Optional.ofNullable(value instanceof Integer ? value : null);
    }

    private static Optional<BigInteger> integer(@Nullable Object value, int bits, boolean signed) {
        BigInteger number = null;
        if (value instanceof BigInteger big) {
            number = big;
        } else if (value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long) {
            number = BigInteger.valueOf(((Number) value).longValue());
        }
        return number == null || number.bitLength() > bits || !signed && number.signum() < 0
                ? Optional.empty()
                : Optional.of(number);
    }

    /** The elements of a list, array or set. */
    static Optional<Collection<?>> elements(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return Optional.of(collection);
        }
        if (value == null || !value.getClass().isArray()) {
            return Optional.empty();
        }
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(value); i++) {
            elements.add(Array.get(value, i));
        }
        return Optional.of(elements);
    }

    /** Whether the value is the array that Java has for elements of this type. */
    static boolean isArrayOf(ValType element, Object value) {
        Class<?> component = value.getClass().getComponentType();
        return component != null && component == carrier(element);
    }

    private static @Nullable Class<?> carrier(ValType element) {
        if (!(element instanceof PrimitiveType type)) {
            return null;
        }
        return switch (type) {
            case BOOL -> boolean.class;
            case S8, U8 -> byte.class;
            case S16, U16 -> short.class;
            case S32, U32, CHAR -> int.class;
            case S64, U64 -> long.class;
            case F32 -> float.class;
            case F64 -> double.class;
            case STRING, ERROR_CONTEXT -> null;
        };
    }

    /** The elements as an array of primitives, raw bits of unsigned ones, where Java has one; else as a list. */
    static Object list(ValType element, List<Object> elements) {
        Class<?> carrier = carrier(element);
        if (carrier == null) {
            return Collections.unmodifiableList(elements);
        }
        Object array = Array.newInstance(carrier, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Object box = elements.get(i);
            if (carrier == byte.class) {
                box = ((Number) box).byteValue();
            } else if (carrier == short.class) {
                box = ((Number) box).shortValue();
            } else if (carrier == int.class) {
                box = ((Number) box).intValue();
            }
            Array.set(array, i, box);
        }
        return array;
    }
}
