package dev.witloof.abi;

import dev.witloof.type.PrimitiveType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Lists of numbers, bools and chars out of memory: whole arrays at once. The ranges were checked before.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: load_list_from_valid_range</a>
 */
final class NumberListLoading {

    private NumberListLoading() {}

    static RangeLoader of(PrimitiveType element) {
        return switch (element) {
            case BOOL -> NumberListLoading::bools;
            case S8, U8 -> (cx, begin, length) -> Arrays.copyOfRange(cx.bytes(), begin, begin + length);
            case S16, U16 -> NumberListLoading::shorts;
            case S32, U32 -> NumberListLoading::ints;
            case S64, U64 -> NumberListLoading::longs;
            case F32 -> NumberListLoading::floats;
            case F64 -> NumberListLoading::doubles;
            case CHAR -> NumberListLoading::chars;
            case STRING, ERROR_CONTEXT ->
                throw new IllegalArgumentException("list: expected elements that are numbers, found " + element);
        };
    }

    /** Bytes as a read-only buffer: over the memory itself, or over a copy. */
    static RangeLoader buffer(ListForm form) {
        return (cx, begin, length) -> form == ListForm.BUFFER_OVER_MEMORY
                ? ByteBuffer.wrap(cx.bytes(), begin, length).slice().asReadOnlyBuffer()
                : ByteBuffer.wrap(Arrays.copyOfRange(cx.bytes(), begin, begin + length))
                        .asReadOnlyBuffer();
    }

    private static ByteBuffer view(LiftLowerContext cx, int begin, long byteLength) {
        return ByteBuffer.wrap(cx.bytes(), begin, (int) byteLength).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static boolean[] bools(LiftLowerContext cx, int begin, int length) {
        byte[] bytes = cx.bytes();
        boolean[] array = new boolean[length];
        for (int i = 0; i < length; i++) {
            array[i] = bytes[begin + i] != 0;
        }
        return array;
    }

    private static short[] shorts(LiftLowerContext cx, int begin, int length) {
        short[] array = new short[length];
        view(cx, begin, 2L * length).asShortBuffer().get(array);
        return array;
    }

    private static int[] ints(LiftLowerContext cx, int begin, int length) {
        int[] array = new int[length];
        view(cx, begin, 4L * length).asIntBuffer().get(array);
        return array;
    }

    private static long[] longs(LiftLowerContext cx, int begin, int length) {
        long[] array = new long[length];
        view(cx, begin, 8L * length).asLongBuffer().get(array);
        return array;
    }

    private static float[] floats(LiftLowerContext cx, int begin, int length) {
        float[] array = new float[length];
        view(cx, begin, 4L * length).asFloatBuffer().get(array);
        for (int i = 0; i < length; i++) {
            if (array[i] != array[i]) {
                array[i] = Float.NaN;
            }
        }
        return array;
    }

    private static double[] doubles(LiftLowerContext cx, int begin, int length) {
        double[] array = new double[length];
        view(cx, begin, 8L * length).asDoubleBuffer().get(array);
        for (int i = 0; i < length; i++) {
            if (array[i] != array[i]) {
                array[i] = Double.NaN;
            }
        }
        return array;
    }

    private static int[] chars(LiftLowerContext cx, int begin, int length) {
        int[] array = ints(cx, begin, length);
        for (int codePoint : array) {
            Primitives.liftChar(codePoint);
        }
        return array;
    }
}
