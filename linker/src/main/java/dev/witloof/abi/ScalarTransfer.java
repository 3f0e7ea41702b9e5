package dev.witloof.abi;

import dev.witloof.error.TrapException;
import dev.witloof.layout.Alignment;
import dev.witloof.layout.TypePredicates;
import dev.witloof.type.EnumType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.PrimitiveType;
import java.util.function.IntConsumer;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, bools, chars, enums and flags: one core value, or 1, 2, 4 or 8 bytes.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#flat-lifting">CanonicalABI: flat lifting</a>
 */
final class ScalarTransfer extends Transfer {

    private static final long INT = 0xFFFF_FFFFL;

    private final int width;
    /** What lifting demands of the bits; {@code null} for nothing. */
    private final @Nullable IntConsumer rule;
    /** The bits in memory as lifting and lowering leaves them; {@code null} for all as they are. */
    private final @Nullable LongUnaryOperator inMemory;
    /** The core value as lifting and lowering leaves it. */
    private final LongUnaryOperator flat;

    private ScalarTransfer(
            int width, @Nullable IntConsumer rule, @Nullable LongUnaryOperator inMemory, LongUnaryOperator flat) {
        this.width = width;
        this.rule = rule;
        this.inMemory = inMemory;
        this.flat = flat;
    }

    private static ScalarTransfer number(int width, LongUnaryOperator flat) {
        return new ScalarTransfer(width, null, null, flat);
    }

    static ScalarTransfer of(PrimitiveType type) {
        return switch (type) {
            case BOOL -> new ScalarTransfer(1, null, bits -> bits != 0 ? 1 : 0, bits -> (int) bits != 0 ? 1 : 0);
            case S8 -> number(1, bits -> (byte) bits & INT);
            case U8 -> number(1, bits -> bits & 0xFF);
            case S16 -> number(2, bits -> (short) bits & INT);
            case U16 -> number(2, bits -> bits & 0xFFFF);
            case S32, U32 -> number(4, bits -> bits & INT);
            case S64, U64 -> number(8, bits -> bits);
            case F32 -> new ScalarTransfer(4, null, ScalarTransfer::f32, ScalarTransfer::f32);
            case F64 -> new ScalarTransfer(8, null, ScalarTransfer::f64, ScalarTransfer::f64);
            case CHAR -> new ScalarTransfer(4, Primitives::liftChar, null, bits -> bits & INT);
            case STRING ->
                throw new IllegalArgumentException("transfer: expected a number, bool or char, found " + type);
            case ERROR_CONTEXT -> throw TypePredicates.asynchronous(type);
        };
    }

    static ScalarTransfer of(EnumType type) {
        Enums enums = new Enums(type.labels());
        return new ScalarTransfer(Alignment.of(type), enums::require, null, bits -> bits & INT);
    }

    static ScalarTransfer of(FlagsType type) {
        long mask = new Flags(type.labels()).mask() & INT;
        return new ScalarTransfer(Alignment.of(type), null, bits -> bits & mask, bits -> bits & mask);
    }

    private static long f32(long bits) {
        return Primitives.f32Bits(Primitives.liftF32((int) bits)) & INT;
    }

    private static long f64(long bits) {
        return Primitives.f64Bits(Primitives.liftF64(bits));
    }

    @Override
    boolean isUnchecked() {
        return rule == null;
    }

    @Override
    boolean isVerbatim() {
        return inMemory == null;
    }

    @Override
    void check(Passage passage, int at) {
        if (rule != null) {
            rule.accept((int) load(passage.from(), at));
        }
    }

    @Override
    void copy(Passage passage, int from, int to) {
        long bits = load(passage.from(), from);
        store(passage.to(), to, inMemory == null ? bits : inMemory.applyAsLong(bits));
    }

    /**
     * Checks the core value.
     *
     * @throws TrapException if its bits are no value of the type
     */
    @Override
    void check(Passage passage, long[] values, int at) {
        if (rule != null) {
            rule.accept((int) values[at]);
        }
    }

    @Override
    void copy(Passage passage, long[] from, long[] to, int at) {
        to[at] = flat.applyAsLong(from[at]);
    }

    private long load(byte[] bytes, int at) {
        return switch (width) {
            case 1 -> bytes[at] & 0xFF;
            case 2 -> LittleEndian.getShort(bytes, at) & 0xFFFF;
            case 4 -> LittleEndian.getInt(bytes, at) & INT;
            case 8 -> LittleEndian.getLong(bytes, at);
            default -> throw unknownWidth();
        };
    }

    private void store(byte[] bytes, int at, long bits) {
        switch (width) {
            case 1 -> bytes[at] = (byte) bits;
            case 2 -> LittleEndian.putShort(bytes, at, (short) bits);
            case 4 -> LittleEndian.putInt(bytes, at, (int) bits);
            case 8 -> LittleEndian.putLong(bytes, at, bits);
            default -> throw unknownWidth();
        }
    }

    private IllegalStateException unknownWidth() {
        return new IllegalStateException("width: expected 1, 2, 4 or 8, found " + width);
    }
}
