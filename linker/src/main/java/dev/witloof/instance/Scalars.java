package dev.witloof.instance;

import dev.witloof.error.TrapException;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;

/**
 * Conversions between Java's primitives and the one core value that a number, {@code bool} or {@code char} becomes, for
 * exact handles: nothing is boxed. The Java type decides what is checked: the wider one of a pair is range-checked, the
 * narrower one carries raw bits.
 */
final class Scalars {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final long U32_MAX = 0xFFFF_FFFFL;
    private static final int U16_MAX = 0xFFFF;
    private static final int U8_MAX = 0xFF;

    private Scalars() {}

    /**
     * One way to see a scalar in Java.
     *
     * @param lower from a place for messages and the value to the core value
     * @param lift from the core value
     */
    private record Way(MethodHandle lower, MethodHandle lift) {}

    private static final Map<PrimitiveType, Map<Class<?>, Way>> WAYS = Map.ofEntries(
            Map.entry(
                    PrimitiveType.BOOL, Map.of(boolean.class, way("lowerBool", "liftBool", boolean.class, int.class))),
            Map.entry(PrimitiveType.S8, Map.of(byte.class, way("widen", "liftS8", byte.class, int.class))),
            Map.entry(
                    PrimitiveType.U8,
                    Map.of(
                            int.class, checked("lowerU8", "liftU8", int.class),
                            byte.class, way("lowerByteBits", "liftS8", byte.class, int.class))),
            Map.entry(PrimitiveType.S16, Map.of(short.class, way("widen", "liftS16", short.class, int.class))),
            Map.entry(
                    PrimitiveType.U16,
                    Map.of(
                            int.class, checked("lowerU16", "liftU16", int.class),
                            short.class, way("lowerShortBits", "liftS16", short.class, int.class))),
            Map.entry(PrimitiveType.S32, Map.of(int.class, same(int.class))),
            Map.entry(
                    PrimitiveType.U32,
                    Map.of(
                            long.class, checked("lowerU32", "liftU32", long.class),
                            int.class, same(int.class))),
            Map.entry(PrimitiveType.S64, Map.of(long.class, same(long.class))),
            Map.entry(PrimitiveType.U64, Map.of(long.class, same(long.class))),
            Map.entry(PrimitiveType.F32, Map.of(float.class, way("oneNan", "oneNan", float.class, float.class))),
            Map.entry(PrimitiveType.F64, Map.of(double.class, way("oneNan", "oneNan", double.class, double.class))),
            Map.entry(PrimitiveType.CHAR, Map.of(int.class, checked("lowerChar", "liftChar", int.class))));

    /** A way in which every value of Java's type fits. */
    private static Way way(String lower, String lift, Class<?> java, Class<?> core) {
        return new Way(
                MethodHandles.dropArguments(find(lower, MethodType.methodType(core, java)), 0, String.class),
                find(lift, MethodType.methodType(java, core)));
    }

    /** A way in which not every value of Java's type fits. */
    private static Way checked(String lower, String lift, Class<?> java) {
        return new Way(
                find(lower, MethodType.methodType(int.class, String.class, java)),
                find(lift, MethodType.methodType(java, int.class)));
    }

    private static Way same(Class<?> type) {
        MethodHandle identity = MethodHandles.identity(type);
        return new Way(MethodHandles.dropArguments(identity, 0, String.class), identity);
    }

    private static MethodHandle find(String name, MethodType type) {
        try {
            return LOOKUP.findStatic(Scalars.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Whether values of a type become one core value without any memory. */
    static boolean isScalar(ValType type) {
        return WAYS.containsKey(type);
    }

    /** Whether a primitive of Java stands for a type. */
    static boolean fits(ValType type, Class<?> java) {
        return isScalar(type) && WAYS.get(type).containsKey(java);
    }

    /**
     * From Java's primitive to the core value; throws {@link IllegalArgumentException} for what does not fit.
     *
     * @param where what stands before the message, such as {@code argument "x"}
     */
    static MethodHandle lower(ValType type, Class<?> java, String where) {
        return MethodHandles.insertArguments(WAYS.get(type).get(java).lower, 0, where);
    }

    /** From the core value to Java's primitive; traps for what is no value of the type. */
    static MethodHandle lift(ValType type, Class<?> java) {
        return WAYS.get(type).get(java).lift;
    }

    static int lowerBool(boolean value) {
        return value ? 1 : 0;
    }

    static boolean liftBool(int bits) {
        return bits != 0;
    }

    static int widen(byte value) {
        return value;
    }

    static int widen(short value) {
        return value;
    }

    static byte liftS8(int bits) {
        return (byte) bits;
    }

    static short liftS16(int bits) {
        return (short) bits;
    }

    static int lowerByteBits(byte value) {
        return value & U8_MAX;
    }

    static int lowerShortBits(short value) {
        return value & U16_MAX;
    }

    static int lowerU8(String where, int value) {
        return inRange(where, "u8", value, U8_MAX);
    }

    static int liftU8(int bits) {
        return bits & U8_MAX;
    }

    static int lowerU16(String where, int value) {
        return inRange(where, "u16", value, U16_MAX);
    }

    static int liftU16(int bits) {
        return bits & U16_MAX;
    }

    static int lowerU32(String where, long value) {
        return inRange(where, "u32", value, U32_MAX);
    }

    static long liftU32(int bits) {
        return bits & U32_MAX;
    }

    private static int inRange(String where, String type, long value, long max) {
        if (value < 0 || value > max) {
            throw new IllegalArgumentException(where + ": expected " + type + ", found " + value);
        }
        return (int) value;
    }

    static float oneNan(float value) {
        return Float.isNaN(value) ? Float.NaN : value;
    }

    static double oneNan(double value) {
        return Double.isNaN(value) ? Double.NaN : value;
    }

    private static boolean isScalarValue(int codePoint) {
        return codePoint >= 0
                && codePoint <= Character.MAX_CODE_POINT
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    static int lowerChar(String where, int codePoint) {
        if (!isScalarValue(codePoint)) {
            throw new IllegalArgumentException(
                    where + ": expected char, found the code point 0x" + Integer.toHexString(codePoint));
        }
        return codePoint;
    }

    static int liftChar(int bits) {
        if (!isScalarValue(bits)) {
            throw new TrapException("char: expected a Unicode scalar value, found 0x" + Integer.toHexString(bits));
        }
        return bits;
    }
}
