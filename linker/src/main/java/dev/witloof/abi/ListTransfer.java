package dev.witloof.abi;

import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.type.ValType;

/**
 * Lists, and maps as the lists of entries that they are in memory: an entry whose key comes again stays, for guests see
 * the list and not a Java map.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: store_list_into_range</a>
 */
final class ListTransfer extends RangeTransfer {

    private final String what;
    private final Transfer elements;
    private final int alignment;
    private final long size;

    /**
     * Lists of elements of a type.
     *
     * @param what what messages call it
     */
    ListTransfer(String what, ValType element, Transfer elements) {
        this.what = what;
        this.elements = elements;
        this.alignment = Alignment.of(element);
        this.size = ElementSize.of(element);
    }

    @Override
    void checkRange(Passage passage, int begin, int length) {
        ListLoading.requireRange(passage.source, what, begin, length, alignment, size);
        passage.source.countLifted(what, length * size);
        elements.checkAll(passage, begin, length, (int) size);
    }

    @Override
    long copyRange(Passage passage, int begin, int length) {
        int copy = passage.target.allocate(alignment, ListStoring.byteLength(what, length, size));
        elements.copyAll(passage, begin, copy, length, (int) size);
        return RangeStorer.range(copy, length);
    }
}
