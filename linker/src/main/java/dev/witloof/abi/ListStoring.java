package dev.witloof.abi;

import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.type.MapType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists and maps into memory.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: store_list_into_range</a>
 */
final class ListStoring {

    private ListStoring() {}

    static RangeStorer of(ValType element, Parts<Storer> parts) {
        int alignment = Alignment.of(element);
        long size = ElementSize.of(element);
        Storer storer = parts.prepare(element, 0);
        RangeStorer elements = (cx, value) -> {
            Object[] array = elements(value);
            int begin = cx.allocate(alignment, byteLength("list", array.length, size));
            store(cx, array, begin, storer, (int) size);
            return RangeStorer.range(begin, array.length);
        };
        if (element instanceof PrimitiveType primitive
                && primitive != PrimitiveType.STRING
                && primitive != PrimitiveType.ERROR_CONTEXT) {
            return NumberListStoring.of(primitive, elements);
        }
        return elements;
    }

    /** The elements of a list or array. A list is copied, for it may change while its elements are stored. */
    static @Nullable Object[] elements(@Nullable Object value) {
        if (value instanceof List<?> list) {
            // An element takes a byte at least: what cannot fit is refused before it is copied.
            byteLength("list", list.size(), 1);
            return list.toArray();
        }
        if (value instanceof Object[] array) {
            return array;
        }
        throw UnfitValueException.found("list", value);
    }

    /** Elements one after the other, in a block with room for them. */
    static void store(LiftLowerContext cx, @Nullable Object[] elements, int begin, Storer storer, int size) {
        int i = 0;
        try {
            for (int at = begin; i < elements.length; i++, at += size) {
                storer.store(cx, elements[i], at);
            }
        } catch (UnfitValueException e) {
            throw e.in("element " + i);
        }
    }

    static RangeStorer ofMap(MapType type, Parts<Storer> parts) {
        List<ValType> entry = List.of(type.key(), type.value());
        int alignment = Alignment.ofFields(entry);
        long size = ElementSize.ofFields(entry);
        int valueOffset = Records.offsets(entry)[1];
        Storer keyStorer = parts.prepare(type.key(), 0);
        Storer valueStorer = parts.prepare(type.value(), 1);
        return (cx, value) -> {
            if (!(value instanceof Map<?, ?> map)) {
                throw UnfitValueException.found("map", value);
            }
            Map.Entry<?, ?>[] entries = map.entrySet().toArray(new Map.Entry<?, ?>[0]);
            int begin = cx.allocate(alignment, byteLength("map", entries.length, size));
            int at = begin;
            for (int i = 0; i < entries.length; i++, at += (int) size) {
                try {
                    keyStorer.store(cx, entries[i].getKey(), at);
                } catch (UnfitValueException e) {
                    throw e.in("key " + i);
                }
                try {
                    valueStorer.store(cx, entries[i].getValue(), at + valueOffset);
                } catch (UnfitValueException e) {
                    throw e.in("value " + i);
                }
            }
            return RangeStorer.range(begin, entries.length);
        };
    }

    /** The bytes of so many elements, which may not be more than a guest could give back. */
    static int byteLength(String what, int length, long size) {
        if (length > ListLoading.MAX_LIST_BYTE_LENGTH / size) {
            throw new UnfitValueException("expected a " + what + " of at most " + ListLoading.MAX_LIST_BYTE_LENGTH
                    + " bytes, found one of " + length + " times " + size);
        }
        return (int) (length * size);
    }
}
