package dev.witloof.abi;

import dev.witloof.layout.ElementSize;
import dev.witloof.type.FixedLengthListType;

/**
 * Lists whose length is part of their type.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: store_list_into_valid_range</a>
 */
final class FixedLengthListTransfer extends Transfer {

    private final Transfer elements;
    private final int length;
    private final int size;
    private final int flatCount;

    FixedLengthListTransfer(FixedLengthListType type, Transfer elements) {
        this.elements = elements;
        this.length = type.length();
        this.size = (int) ElementSize.of(type.element());
        this.flatCount = RecordTransfer.flatCount(type.element());
    }

    @Override
    boolean isUnchecked() {
        return elements.isUnchecked();
    }

    @Override
    boolean isVerbatim() {
        return elements.isVerbatim();
    }

    @Override
    void check(Passage passage, int at) {
        elements.checkAll(passage, at, length, size);
    }

    @Override
    void copy(Passage passage, int from, int to) {
        elements.copyAll(passage, from, to, length, size);
    }

    @Override
    void check(Passage passage, long[] flat, int at) {
        for (int i = 0; i < length; i++) {
            elements.check(passage, flat, at + i * flatCount);
        }
    }

    @Override
    void copy(Passage passage, long[] from, long[] to, int at) {
        for (int i = 0; i < length; i++) {
            elements.copy(passage, from, to, at + i * flatCount);
        }
    }
}
