package dev.witloof.abi;

import dev.witloof.error.TrapException;
import dev.witloof.layout.ElementSize;
import dev.witloof.type.PrimitiveType;
import java.util.Optional;

/**
 * A number, bool or char as a primitive of Java. Between the two stand its bits, as in a core value: an i32 in the low 32
 * bits with zeros above, floats as their raw bits.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#flattening">CanonicalABI: flattening</a>
 */
public enum Scalar {
    /** {@code bool} as {@code boolean}. */
    BOOL(PrimitiveType.BOOL, boolean.class),
    /** {@code s8} as {@code byte}. */
    S8(PrimitiveType.S8, byte.class),
    /** {@code u8} as {@code int}, checked. */
    U8(PrimitiveType.U8, int.class),
    /** {@code u8} as {@code byte}, raw bits. */
    U8_BITS(PrimitiveType.U8, byte.class),
    /** {@code s16} as {@code short}. */
    S16(PrimitiveType.S16, short.class),
    /** {@code u16} as {@code int}, checked. */
    U16(PrimitiveType.U16, int.class),
    /** {@code u16} as {@code short}, raw bits. */
    U16_BITS(PrimitiveType.U16, short.class),
    /** {@code s32} as {@code int}. */
    S32(PrimitiveType.S32, int.class),
    /** {@code u32} as {@code long}, checked. */
    U32(PrimitiveType.U32, long.class),
    /** {@code u32} as {@code int}, raw bits. */
    U32_BITS(PrimitiveType.U32, int.class),
    /** {@code s64} as {@code long}. */
    S64(PrimitiveType.S64, long.class),
    /** {@code u64} as {@code long}, raw bits. */
    U64(PrimitiveType.U64, long.class),
    /** {@code f32} as {@code float}. */
    F32(PrimitiveType.F32, float.class),
    /** {@code f64} as {@code double}. */
    F64(PrimitiveType.F64, double.class),
    /** {@code char} as {@code int}, a code point. */
    CHAR(PrimitiveType.CHAR, int.class);

    private final PrimitiveType type;
    private final Class<?> java;
    private final int size;

    Scalar(PrimitiveType type, Class<?> java) {
        this.type = type;
        this.java = java;
        this.size = (int) ElementSize.of(type);
    }

    /** The scalar of a type as a primitive of Java; empty if they do not go together. */
    public static Optional<Scalar> of(PrimitiveType type, Class<?> java) {
        for (Scalar each : values()) {
            if (each.type == type && each.java == java) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The type. */
    public PrimitiveType type() {
        return type;
    }

    /** The primitive of Java. */
    public Class<?> java() {
        return java;
    }

    /** How many bytes it takes in memory. */
    public int size() {
        return size;
    }

    /** The box of what {@link #lift} gave; of a float its raw bits are taken. */
    public Object box(long lifted) {
        return switch (this) {
            case BOOL -> lifted != 0;
            case S8, U8_BITS -> (byte) lifted;
            case S16, U16_BITS -> (short) lifted;
            case U8, U16, S32, U32_BITS, CHAR -> (int) lifted;
            case U32, S64, U64 -> lifted;
            case F32 -> ScalarBits.liftF32(lifted);
            case F64 -> ScalarBits.liftF64(lifted);
        };
    }

    /** Its bits out of memory. */
    public long load(byte[] bytes, int at) {
        return switch (size) {
            case 1 -> bytes[at] & 0xFFL;
            case 2 -> LittleEndian.getShort(bytes, at) & 0xFFFFL;
            case 4 -> LittleEndian.getInt(bytes, at) & 0xFFFF_FFFFL;
            default -> LittleEndian.getLong(bytes, at);
        };
    }

    /** Its bits into memory. */
    public void store(byte[] bytes, int at, long bits) {
        switch (size) {
            case 1 -> bytes[at] = (byte) bits;
            case 2 -> LittleEndian.putShort(bytes, at, (short) bits);
            case 4 -> LittleEndian.putInt(bytes, at, (int) bits);
            default -> LittleEndian.putLong(bytes, at, bits);
        }
    }

    /**
     * The bits of a boolean, byte, short, int or long, widened to a long.
     *
     * @throws IllegalArgumentException if it is out of range
     */
    public long lower(long value) {
        return switch (this) {
            case BOOL, S64, U64 -> value;
            case S8, S16, S32, U32_BITS -> value & 0xFFFF_FFFFL;
            case U8_BITS -> value & 0xFF;
            case U16_BITS -> value & 0xFFFF;
            case U8 -> ScalarBits.lowerU8((int) value);
            case U16 -> ScalarBits.lowerU16((int) value);
            case U32 -> ScalarBits.lowerU32(value);
            case CHAR -> ScalarBits.lowerCHAR((int) value);
            case F32, F64 -> throw new IllegalArgumentException("expected " + type + ", found an integer");
        };
    }

    /**
     * The boolean, byte, short, int or long of bits, widened to a long.
     *
     * @throws TrapException if they are no value of the type
     */
    public long lift(long bits) {
        return switch (this) {
            case BOOL -> (int) bits != 0 ? 1 : 0;
            case S8, U8_BITS -> (byte) bits;
            case U8 -> bits & 0xFF;
            case S16, U16_BITS -> (short) bits;
            case U16 -> bits & 0xFFFF;
            case S32, U32_BITS -> (int) bits;
            case U32 -> bits & 0xFFFF_FFFFL;
            case S64, U64 -> bits;
            case CHAR -> Primitives.liftChar((int) bits);
            case F32, F64 -> throw new IllegalStateException(type + ": its bits are no integer");
        };
    }
}
