package dev.witloof.abi;

import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.FixedLengthListType;
import org.jspecify.annotations.Nullable;

/**
 * Lists whose length is part of their type: their elements stand where the list stands. To Java they are lists, never
 * arrays of numbers.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: load_list_from_valid_range</a>
 */
final class FixedLengthLists {

    private FixedLengthLists() {}

    static Loader loader(FixedLengthListType type, ListForm form, Parts<Loader> parts) {
        Loader loader = parts.prepare(type.element(), 0);
        int length = type.length();
        int size = (int) ElementSize.of(type.element());
        return (cx, at) -> ListLoading.load(cx, at, length, loader, size, form);
    }

    static FlatLifter lifter(FixedLengthListType type, ListForm form, Parts<FlatLifter> parts) {
        FlatLifter lifter = parts.prepare(type.element(), 0);
        int length = type.length();
        int count = Flattening.count(type.element());
        return (cx, flat, at) -> {
            Object[] elements = form.elements(length);
            for (int i = 0; i < length; i++) {
                elements[i] = lifter.lift(cx, flat, at + i * count);
            }
            return form.of(elements);
        };
    }

    static Storer storer(FixedLengthListType type, Parts<Storer> parts) {
        Storer storer = parts.prepare(type.element(), 0);
        int length = type.length();
        int size = (int) ElementSize.of(type.element());
        return (cx, value, at) -> ListStoring.store(cx, elements(value, length), at, storer, size);
    }

    static FlatLowerer lowerer(FixedLengthListType type, Parts<FlatLowerer> parts) {
        FlatLowerer lowerer = parts.prepare(type.element(), 0);
        int length = type.length();
        int count = Flattening.count(type.element());
        return (cx, value, flat, at) -> {
            @Nullable Object[] elements = elements(value, length);
            int i = 0;
            try {
                for (; i < length; i++) {
                    lowerer.lower(cx, elements[i], flat, at + i * count);
                }
            } catch (UnfitValueException e) {
                throw e.in("element " + i);
            }
        };
    }

    private static @Nullable Object[] elements(@Nullable Object value, int length) {
        @Nullable Object[] elements = ListStoring.elements(value);
        if (elements.length != length) {
            throw new UnfitValueException(
                    "expected a list of " + Integer.toUnsignedString(length) + ", found one of " + elements.length);
        }
        return elements;
    }
}
