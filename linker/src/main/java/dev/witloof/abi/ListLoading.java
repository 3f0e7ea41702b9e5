package dev.witloof.abi;

import dev.witloof.error.TrapException;
import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.type.MapType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Lists and maps out of memory.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: load_list_from_range</a>
 */
final class ListLoading {

    /** The longest list, in bytes. */
    static final int MAX_LIST_BYTE_LENGTH = (1 << 28) - 1;

    /** About how many bytes of heap the entry of a map takes beside its key and value. */
    private static final long ENTRY = 64;

    private ListLoading() {}

    static RangeLoader of(ValType element, Function<ValType, Loader> prepare) {
        int alignment = Alignment.of(element);
        long size = ElementSize.of(element);
        if (element instanceof PrimitiveType primitive
                && primitive != PrimitiveType.STRING
                && primitive != PrimitiveType.ERROR_CONTEXT) {
            RangeLoader array = NumberListLoading.of(primitive);
            return (cx, begin, length) -> {
                requireRange(cx, "list", begin, length, alignment, size);
                cx.countLifted("list", length * size);
                return array.load(cx, begin, length);
            };
        }
        Loader loader = prepare.apply(element);
        long heapSize = HeapSize.of(element);
        return (cx, begin, length) -> {
            requireRange(cx, "list", begin, length, alignment, size);
            cx.countLifted("list", length * heapSize);
            return load(cx, begin, length, loader, (int) size);
        };
    }

    /** Elements one after the other, in a range that was checked. */
    static List<Object> load(LiftLowerContext cx, int begin, int length, Loader loader, int size) {
        Object[] elements = new Object[length];
        for (int i = 0, at = begin; i < length; i++, at += size) {
            elements[i] = loader.load(cx, at);
        }
        return immutable(elements);
    }

    /** A list that takes the array over. */
    static List<Object> immutable(Object[] elements) {
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    static RangeLoader ofMap(MapType type, Function<ValType, Loader> prepare) {
        List<ValType> entry = List.of(type.key(), type.value());
        int alignment = Alignment.ofFields(entry);
        long size = ElementSize.ofFields(entry);
        int valueOffset = Records.offsets(entry)[1];
        Loader key = prepare.apply(type.key());
        Loader value = prepare.apply(type.value());
        long heapSize = ENTRY + HeapSize.of(type.key()) + HeapSize.of(type.value());
        return (cx, begin, length) -> {
            requireRange(cx, "map", begin, length, alignment, size);
            cx.countLifted("map", length * heapSize);
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0, at = begin; i < length; i++, at += (int) size) {
                map.put(key.load(cx, at), value.load(cx, at + valueOffset));
            }
            return Collections.unmodifiableMap(map);
        };
    }

    /** Checks the range of a list or map that a guest gave. */
    static void requireRange(LiftLowerContext cx, String what, int begin, int length, int alignment, long size) {
        // Below 2^32 times 2^40 at the very most, but then above what fits in a long: so by division.
        long count = Integer.toUnsignedLong(length);
        if (count > MAX_LIST_BYTE_LENGTH / size) {
            throw new TrapException(
                    what + ": expected at most " + MAX_LIST_BYTE_LENGTH + " bytes, found " + count + " times " + size);
        }
        cx.requireRange(what, begin, alignment, count * size);
    }
}
