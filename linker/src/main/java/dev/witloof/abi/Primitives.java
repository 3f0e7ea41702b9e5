package dev.witloof.abi;

import dev.witloof.error.TrapException;
import dev.witloof.type.PrimitiveType;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Primitive values: which Java values are taken, and which bits they are. The narrower Java type of an unsigned one
 * holds its raw bits, the wider one is checked.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: storing</a>
 */
final class Primitives {

    private static final int FLOAT_NAN = 0x7FC0_0000;
    private static final long DOUBLE_NAN = 0x7FF8_0000_0000_0000L;

    private Primitives() {}

    /** The type of as many bits that Java has: for lifting the raw bits of an unsigned number. */
    static PrimitiveType signed(PrimitiveType type) {
        return switch (type) {
            case U8 -> PrimitiveType.S8;
            case U16 -> PrimitiveType.S16;
            case U32 -> PrimitiveType.S32;
            case U64 -> PrimitiveType.S64;
            case BOOL, S8, S16, S32, S64, F32, F64, CHAR, STRING, ERROR_CONTEXT -> type;
        };
    }

    /** The number whose bits these are. */
    static BigInteger unsigned(long bits) {
        BigInteger number = BigInteger.valueOf(bits & Long.MAX_VALUE);
        return bits < 0 ? number.setBit(Long.SIZE - 1) : number;
    }

    static int bool(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        throw UnfitValueException.found("bool", value);
    }

    static int s8(@Nullable Object value) {
        if (value instanceof Byte number) {
            return number;
        }
        throw UnfitValueException.found("s8", value);
    }

    static int u8(@Nullable Object value) {
        if (value instanceof Integer number && (number & ~0xFF) == 0) {
            return number;
        }
        if (value instanceof Byte bits) {
            return bits & 0xFF;
        }
        throw UnfitValueException.found("u8", value);
    }

    static int s16(@Nullable Object value) {
        if (value instanceof Short number) {
            return number;
        }
        throw UnfitValueException.found("s16", value);
    }

    static int u16(@Nullable Object value) {
        if (value instanceof Integer number && (number & ~0xFFFF) == 0) {
            return number;
        }
        if (value instanceof Short bits) {
            return bits & 0xFFFF;
        }
        throw UnfitValueException.found("u16", value);
    }

    static int s32(@Nullable Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        throw UnfitValueException.found("s32", value);
    }

    static int u32(@Nullable Object value) {
        if (value instanceof Long number && number >>> 32 == 0) {
            return (int) (long) number;
        }
        if (value instanceof Integer bits) {
            return bits;
        }
        throw UnfitValueException.found("u32", value);
    }

    static long s64(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw UnfitValueException.found("s64", value);
    }

    static long u64(@Nullable Object value) {
        if (value instanceof Long bits) {
            return bits;
        }
        if (value instanceof BigInteger number && number.signum() >= 0 && number.bitLength() <= 64) {
            return number.longValue();
        }
        throw UnfitValueException.found("u64", value);
    }

    static int f32(@Nullable Object value) {
        if (value instanceof Float number) {
            return f32Bits(number);
        }
        throw UnfitValueException.found("f32", value);
    }

    static long f64(@Nullable Object value) {
        if (value instanceof Double number) {
            return f64Bits(number);
        }
        throw UnfitValueException.found("f64", value);
    }

    /** A code point that is no surrogate. */
    static int charBits(@Nullable Object value) {
        if (value instanceof Integer codePoint) {
            return charBits((int) codePoint);
        }
        throw UnfitValueException.found("char", value);
    }

    static int charBits(int codePoint) {
        if (isScalarValue(codePoint)) {
            return codePoint;
        }
        throw new UnfitValueException("expected char, found the code point " + LiftLowerContext.hex(codePoint));
    }

    /** The code point of a char that a guest made. */
    static int liftChar(int bits) {
        if (isScalarValue(bits)) {
            return bits;
        }
        throw new TrapException("char: expected a Unicode scalar value, found " + LiftLowerContext.hex(bits));
    }

    private static boolean isScalarValue(int bits) {
        return bits >= 0 && bits <= Character.MAX_CODE_POINT && (bits & 0xFFFF_F800) != Character.MIN_SURROGATE;
    }

    /** The bits of a float; every NaN becomes the canonical one. */
    static int f32Bits(float number) {
        return number == number ? Float.floatToRawIntBits(number) : FLOAT_NAN;
    }

    static long f64Bits(double number) {
        return number == number ? Double.doubleToRawLongBits(number) : DOUBLE_NAN;
    }

    /** The float of bits that a guest made; every NaN becomes the canonical one. */
    static float liftF32(int bits) {
        return Float.intBitsToFloat((bits & 0x7FFF_FFFF) > 0x7F80_0000 ? FLOAT_NAN : bits);
    }

    static double liftF64(long bits) {
        return Double.longBitsToDouble((bits & 0x7FFF_FFFF_FFFF_FFFFL) > 0x7FF0_0000_0000_0000L ? DOUBLE_NAN : bits);
    }
}
