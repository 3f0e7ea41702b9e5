package dev.witloof.abi;

import dev.witloof.type.PrimitiveType;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Lists of numbers from one of their Java forms to another, away from any guest's memory.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lifting and lowering values</a>
 */
final class NumberArrays {

    private NumberArrays() {}

    static boolean isNumber(PrimitiveType element) {
        return element != PrimitiveType.STRING && element != PrimitiveType.ERROR_CONTEXT;
    }

    /** As an array of primitives, which holds raw bits. */
    static Object toArray(PrimitiveType element, @Nullable Object value) {
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        if (value != null && value.getClass().isArray() && !(value instanceof Object[])) {
            return value;
        }
        @Nullable Object[] boxes = ListStoring.elements(value);
        Object array = Array.newInstance(carrier(element), boxes.length);
        for (int i = 0; i < boxes.length; i++) {
            Array.set(array, i, bits(element, boxes[i]));
        }
        return array;
    }

    private static Class<?> carrier(PrimitiveType element) {
        return switch (element) {
            case BOOL -> boolean.class;
            case S8, U8 -> byte.class;
            case S16, U16 -> short.class;
            case S32, U32, CHAR -> int.class;
            case S64, U64 -> long.class;
            case F32 -> float.class;
            case F64 -> double.class;
            case STRING, ERROR_CONTEXT -> throw new IllegalArgumentException("expected numbers, found " + element);
        };
    }

    /** The box of the array's own element type. */
    private static @Nullable Object bits(PrimitiveType element, @Nullable Object box) {
        return switch (element) {
            case U8 -> (byte) Primitives.u8(box);
            case U16 -> (short) Primitives.u16(box);
            case U32 -> Primitives.u32(box);
            case U64 -> Primitives.u64(box);
            case BOOL, S8, S16, S32, S64, F32, F64, CHAR, STRING, ERROR_CONTEXT -> box;
        };
    }

    /** As boxes, which the element's own lowering takes: raw bits in the box of the same size. */
    static @Nullable Object[] toBoxes(PrimitiveType element, @Nullable Object value) {
        if (value instanceof ByteBuffer
                || value != null && value.getClass().isArray() && !(value instanceof Object[])) {
            Object array = toArray(element, value);
            Object[] boxes = new Object[Array.getLength(array)];
            for (int i = 0; i < boxes.length; i++) {
                boxes[i] = Array.get(array, i);
            }
            return boxes;
        }
        return ListStoring.elements(value);
    }
}
