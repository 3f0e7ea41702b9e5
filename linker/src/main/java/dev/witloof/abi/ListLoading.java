package dev.witloof.abi;

import dev.witloof.error.TrapException;
import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.type.MapType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    static RangeLoader of(ValType element, View view, Parts<Loader> parts) {
        int alignment = Alignment.of(element);
        long size = ElementSize.of(element);
        if (element instanceof PrimitiveType primitive
                && primitive != PrimitiveType.STRING
                && primitive != PrimitiveType.ERROR_CONTEXT) {
            ListForm form = view.list(true);
            if (form == ListForm.OF_NUMBERS || form == ListForm.BUFFER || form == ListForm.BUFFER_OVER_MEMORY) {
                RangeLoader array =
                        form == ListForm.OF_NUMBERS ? NumberListLoading.of(primitive) : NumberListLoading.buffer(form);
                return (cx, begin, length) -> {
                    requireRange(cx, "list", begin, length, alignment, size);
                    cx.countLifted("list", length * size);
                    return array.load(cx, begin, length);
                };
            }
            return elements(element, form, parts);
        }
        return elements(element, view.list(false), parts);
    }

    private static RangeLoader elements(ValType element, ListForm form, Parts<Loader> parts) {
        int alignment = Alignment.of(element);
        long size = ElementSize.of(element);
        Loader loader = parts.prepare(element, 0);
        long heapSize = HeapSize.of(element);
        return (cx, begin, length) -> {
            requireRange(cx, "list", begin, length, alignment, size);
            cx.countLifted("list", length * heapSize);
            return load(cx, begin, length, loader, (int) size, form);
        };
    }

    /** Elements one after the other, in a range that was checked. */
    static Object load(LiftLowerContext cx, int begin, int length, Loader loader, int size, ListForm form) {
        Object[] elements = form.elements(length);
        for (int i = 0, at = begin; i < length; i++, at += size) {
            elements[i] = loader.load(cx, at);
        }
        return form.of(elements);
    }

    static RangeLoader ofMap(MapType type, Parts<Loader> parts) {
        List<ValType> entry = List.of(type.key(), type.value());
        int alignment = Alignment.ofFields(entry);
        long size = ElementSize.ofFields(entry);
        int valueOffset = Records.offsets(entry)[1];
        Loader key = parts.prepare(type.key(), 0);
        Loader value = parts.prepare(type.value(), 1);
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
