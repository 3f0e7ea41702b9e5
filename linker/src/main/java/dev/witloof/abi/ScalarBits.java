package dev.witloof.abi;

/**
 * From the bits of each {@link Scalar} to Java's primitive and back: a pair of methods for each, called by the adapters that
 * are made for interfaces. What does not fit is an {@link IllegalArgumentException} when lowered and a
 * {@code TrapException} when lifted.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#flattening">CanonicalABI: flattening</a>
 */
public final class ScalarBits {

    private ScalarBits() {}

    /** One byte of memory. */
    public static long load1(LiftLowerContext cx, int at) {
        return cx.bytes()[at] & 0xFFL;
    }

    /** Two bytes of memory. */
    public static long load2(LiftLowerContext cx, int at) {
        return LittleEndian.getShort(cx.bytes(), at) & 0xFFFFL;
    }

    /** Four bytes of memory. */
    public static long load4(LiftLowerContext cx, int at) {
        return LittleEndian.getInt(cx.bytes(), at) & 0xFFFF_FFFFL;
    }

    /** Eight bytes of memory. */
    public static long load8(LiftLowerContext cx, int at) {
        return LittleEndian.getLong(cx.bytes(), at);
    }

    /** One byte into memory. */
    public static void store1(long bits, LiftLowerContext cx, int at) {
        cx.bytes()[at] = (byte) bits;
    }

    /** Two bytes into memory. */
    public static void store2(long bits, LiftLowerContext cx, int at) {
        LittleEndian.putShort(cx.bytes(), at, (short) bits);
    }

    /** Four bytes into memory. */
    public static void store4(long bits, LiftLowerContext cx, int at) {
        LittleEndian.putInt(cx.bytes(), at, (int) bits);
    }

    /** Eight bytes into memory. */
    public static void store8(long bits, LiftLowerContext cx, int at) {
        LittleEndian.putLong(cx.bytes(), at, bits);
    }

    /** Lifts {@link Scalar#BOOL}. */
    public static boolean liftBOOL(long bits) {
        return (int) bits != 0;
    }

    /** Lowers {@link Scalar#BOOL}. */
    public static long lowerBOOL(boolean value) {
        return value ? 1 : 0;
    }

    /** Lifts {@link Scalar#S8}. */
    public static byte liftS8(long bits) {
        return (byte) bits;
    }

    /** Lowers {@link Scalar#S8}. */
    public static long lowerS8(byte value) {
        return value & 0xFFFF_FFFFL;
    }

    /** Lifts {@link Scalar#U8}. */
    public static int liftU8(long bits) {
        return (int) bits & 0xFF;
    }

    /** Lowers {@link Scalar#U8}. */
    public static long lowerU8(int value) {
        return inRange("u8", value, 0xFF);
    }

    /** Lifts {@link Scalar#U8_BITS}. */
    public static byte liftU8_BITS(long bits) {
        return (byte) bits;
    }

    /** Lowers {@link Scalar#U8_BITS}. */
    public static long lowerU8_BITS(byte value) {
        return value & 0xFFL;
    }

    /** Lifts {@link Scalar#S16}. */
    public static short liftS16(long bits) {
        return (short) bits;
    }

    /** Lowers {@link Scalar#S16}. */
    public static long lowerS16(short value) {
        return value & 0xFFFF_FFFFL;
    }

    /** Lifts {@link Scalar#U16}. */
    public static int liftU16(long bits) {
        return (int) bits & 0xFFFF;
    }

    /** Lowers {@link Scalar#U16}. */
    public static long lowerU16(int value) {
        return inRange("u16", value, 0xFFFF);
    }

    /** Lifts {@link Scalar#U16_BITS}. */
    public static short liftU16_BITS(long bits) {
        return (short) bits;
    }

    /** Lowers {@link Scalar#U16_BITS}. */
    public static long lowerU16_BITS(short value) {
        return value & 0xFFFFL;
    }

    /** Lifts {@link Scalar#S32}. */
    public static int liftS32(long bits) {
        return (int) bits;
    }

    /** Lowers {@link Scalar#S32}. */
    public static long lowerS32(int value) {
        return value & 0xFFFF_FFFFL;
    }

    /** Lifts {@link Scalar#U32}. */
    public static long liftU32(long bits) {
        return bits & 0xFFFF_FFFFL;
    }

    /** Lowers {@link Scalar#U32}. */
    public static long lowerU32(long value) {
        return inRange("u32", value, 0xFFFF_FFFFL);
    }

    /** Lifts {@link Scalar#U32_BITS}. */
    public static int liftU32_BITS(long bits) {
        return (int) bits;
    }

    /** Lowers {@link Scalar#U32_BITS}. */
    public static long lowerU32_BITS(int value) {
        return value & 0xFFFF_FFFFL;
    }

    /** Lifts {@link Scalar#S64}. */
    public static long liftS64(long bits) {
        return bits;
    }

    /** Lowers {@link Scalar#S64}. */
    public static long lowerS64(long value) {
        return value;
    }

    /** Lifts {@link Scalar#U64}. */
    public static long liftU64(long bits) {
        return bits;
    }

    /** Lowers {@link Scalar#U64}. */
    public static long lowerU64(long value) {
        return value;
    }

    /** Lifts {@link Scalar#F32}. */
    public static float liftF32(long bits) {
        return Primitives.liftF32((int) bits);
    }

    /** Lowers {@link Scalar#F32}. */
    public static long lowerF32(float value) {
        return Primitives.f32Bits(value) & 0xFFFF_FFFFL;
    }

    /** Lifts {@link Scalar#F64}. */
    public static double liftF64(long bits) {
        return Primitives.liftF64(bits);
    }

    /** Lowers {@link Scalar#F64}. */
    public static long lowerF64(double value) {
        return Primitives.f64Bits(value);
    }

    /** Lifts {@link Scalar#CHAR}. */
    public static int liftCHAR(long bits) {
        return Primitives.liftChar((int) bits);
    }

    /** Lowers {@link Scalar#CHAR}. */
    public static long lowerCHAR(int value) {
        return Primitives.charBits(value);
    }

    private static long inRange(String type, long value, long max) {
        if (value < 0 || value > max) {
            throw new UnfitValueException("expected " + type + ", found " + value);
        }
        return value;
    }
}
