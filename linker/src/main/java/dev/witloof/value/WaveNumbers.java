package dev.witloof.value;

import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;

/** Numbers as text: with the type at hand, unsigned ones are, and lists of them become the arrays that Java has for them. */
final class WaveNumbers {

    /** More digits than any integer has. */
    private static final int MOST_DIGITS = 21;

    private WaveNumbers() {}

    /** A number, in the box that the type has. */
    static Object read(PrimitiveType type, WaveScanner in) {
        int from = in.next();
        String text = in.number(type.toString());
        if (type == PrimitiveType.F32 || type == PrimitiveType.F64) {
            return floating(type, text, from, in);
        }
        if (!text.matches("-?[0-9]+") || text.length() > MOST_DIGITS) {
            throw in.unexpected(from, type.toString());
        }
        BigInteger number = new BigInteger(text);
        boolean signed = isSigned(type);
        int bits = bits(type);
        if (signed ? number.bitLength() >= bits : number.signum() < 0 || number.bitLength() > bits) {
            throw in.unexpected(from, type.toString());
        }
        return switch (type) {
            case S8 -> number.byteValue();
            case S16 -> number.shortValue();
            case S32, U8, U16 -> number.intValue();
            case S64, U32, U64 -> number.longValue();
            case BOOL, F32, F64, CHAR, STRING, ERROR_CONTEXT -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static boolean isSigned(PrimitiveType type) {
        return switch (type) {
            case S8, S16, S32, S64 -> true;
            case U8, U16, U32, U64, BOOL, F32, F64, CHAR, STRING, ERROR_CONTEXT -> false;
        };
    }

    private static int bits(PrimitiveType type) {
        return switch (type) {
            case S8, U8 -> 8;
            case S16, U16 -> 16;
            case S32, U32, F32 -> 32;
            case S64, U64, F64 -> 64;
            case BOOL, CHAR, STRING, ERROR_CONTEXT -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static Object floating(PrimitiveType type, String text, int from, WaveScanner in) {
        String java = text.replace("inf", "Infinity").replace("nan", "NaN");
        double number = type == PrimitiveType.F32 ? Float.parseFloat(java) : Double.parseDouble(java);
        if (Double.isInfinite(number) && java.equals(text)) {
            throw in.unexpected(from, type.toString());
        }
        return type == PrimitiveType.F32 ? (Object) (float) number : (Object) number;
    }

    /** The text of a number, of which an unsigned one may be held as raw bits. */
    static String print(PrimitiveType type, Object value) {
        if (value instanceof Long bits && type == PrimitiveType.U64) {
            return Long.toUnsignedString(bits);
        }
        if (value instanceof Integer bits && type == PrimitiveType.U32) {
            return Integer.toUnsignedString(bits);
        }
        if (value instanceof Short bits && type == PrimitiveType.U16) {
            return String.valueOf(Short.toUnsignedInt(bits));
        }
        if (value instanceof Byte bits && type == PrimitiveType.U8) {
            return String.valueOf(Byte.toUnsignedInt(bits));
        }
        return Wave.print(value);
    }

    /** As an array of primitives, which holds raw bits, where Java has one for the elements; else the list. */
    static Object list(ValType element, List<Object> elements) {
        if (!(element instanceof PrimitiveType type) || type == PrimitiveType.STRING) {
            return Collections.unmodifiableList(elements);
        }
        Object array = Array.newInstance(carrier(type), elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, narrow(type, elements.get(i)));
        }
        return array;
    }

    private static Class<?> carrier(PrimitiveType type) {
        return switch (type) {
            case BOOL -> boolean.class;
            case S8, U8 -> byte.class;
            case S16, U16 -> short.class;
            case S32, U32, CHAR -> int.class;
            case S64, U64 -> long.class;
            case F32 -> float.class;
            case F64 -> double.class;
            case STRING, ERROR_CONTEXT -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static Object narrow(PrimitiveType type, Object box) {
        return switch (type) {
            case U8 -> ((Number) box).byteValue();
            case U16 -> ((Number) box).shortValue();
            case U32 -> ((Number) box).intValue();
            case BOOL, S8, S16, S32, S64, U64, F32, F64, CHAR, STRING, ERROR_CONTEXT -> box;
        };
    }
}
