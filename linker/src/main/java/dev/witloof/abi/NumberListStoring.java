package dev.witloof.abi;

import dev.witloof.type.PrimitiveType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Lists of numbers, bools and chars into memory: whole arrays at once. Lists of boxed values go element by element.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: store_list_into_range</a>
 */
final class NumberListStoring {

    private NumberListStoring() {}

    /** How to store arrays of a type, and all else by {@code elements}. */
    static RangeStorer of(PrimitiveType element, RangeStorer elements) {
        return switch (element) {
            case BOOL -> (cx, value) -> value instanceof boolean[] array ? bools(cx, array) : elements.store(cx, value);
            case S8, U8 ->
                (cx, value) -> {
                    if (value instanceof byte[] array) {
                        return bytes(cx, array);
                    }
                    return value instanceof ByteBuffer buffer ? bytes(cx, buffer) : elements.store(cx, value);
                };
            case S16, U16 ->
                (cx, value) -> value instanceof short[] array ? shorts(cx, array) : elements.store(cx, value);
            case S32, U32 -> (cx, value) -> value instanceof int[] array ? ints(cx, array) : elements.store(cx, value);
            case S64, U64 ->
                (cx, value) -> value instanceof long[] array ? longs(cx, array) : elements.store(cx, value);
            case F32 -> (cx, value) -> value instanceof float[] array ? floats(cx, array) : elements.store(cx, value);
            case F64 -> (cx, value) -> value instanceof double[] array ? doubles(cx, array) : elements.store(cx, value);
            case CHAR -> (cx, value) -> value instanceof int[] array ? chars(cx, array) : elements.store(cx, value);
            case STRING, ERROR_CONTEXT ->
                throw new IllegalArgumentException("list: expected elements that are numbers, found " + element);
        };
    }

    private static int allocate(LiftLowerContext cx, int length, int size) {
        return cx.allocate(size, ListStoring.byteLength("list", length, size));
    }

    private static ByteBuffer view(LiftLowerContext cx, int begin, int byteLength) {
        return ByteBuffer.wrap(cx.bytes(), begin, byteLength).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long bytes(LiftLowerContext cx, byte[] array) {
        int begin = allocate(cx, array.length, 1);
        System.arraycopy(array, 0, cx.bytes(), begin, array.length);
        return RangeStorer.range(begin, array.length);
    }

    private static long bytes(LiftLowerContext cx, ByteBuffer buffer) {
        ByteBuffer source = buffer.duplicate();
        int length = source.remaining();
        int begin = allocate(cx, length, 1);
        source.get(cx.bytes(), begin, length);
        return RangeStorer.range(begin, length);
    }

    private static long bools(LiftLowerContext cx, boolean[] array) {
        int begin = allocate(cx, array.length, 1);
        byte[] bytes = cx.bytes();
        for (int i = 0; i < array.length; i++) {
            bytes[begin + i] = (byte) (array[i] ? 1 : 0);
        }
        return RangeStorer.range(begin, array.length);
    }

    private static long shorts(LiftLowerContext cx, short[] array) {
        int begin = allocate(cx, array.length, 2);
        view(cx, begin, 2 * array.length).asShortBuffer().put(array);
        return RangeStorer.range(begin, array.length);
    }

    private static long ints(LiftLowerContext cx, int[] array) {
        int begin = allocate(cx, array.length, 4);
        view(cx, begin, 4 * array.length).asIntBuffer().put(array);
        return RangeStorer.range(begin, array.length);
    }

    private static long longs(LiftLowerContext cx, long[] array) {
        int begin = allocate(cx, array.length, 8);
        view(cx, begin, 8 * array.length).asLongBuffer().put(array);
        return RangeStorer.range(begin, array.length);
    }

    private static long floats(LiftLowerContext cx, float[] array) {
        int begin = allocate(cx, array.length, 4);
        byte[] bytes = cx.bytes();
        for (int i = 0, at = begin; i < array.length; i++, at += 4) {
            LittleEndian.putInt(bytes, at, Primitives.f32Bits(array[i]));
        }
        return RangeStorer.range(begin, array.length);
    }

    private static long doubles(LiftLowerContext cx, double[] array) {
        int begin = allocate(cx, array.length, 8);
        byte[] bytes = cx.bytes();
        for (int i = 0, at = begin; i < array.length; i++, at += 8) {
            LittleEndian.putLong(bytes, at, Primitives.f64Bits(array[i]));
        }
        return RangeStorer.range(begin, array.length);
    }

    private static long chars(LiftLowerContext cx, int[] array) {
        int i = 0;
        try {
            for (; i < array.length; i++) {
                Primitives.charBits(array[i]);
            }
        } catch (UnfitValueException e) {
            throw e.in("element " + i);
        }
        return ints(cx, array);
    }
}
