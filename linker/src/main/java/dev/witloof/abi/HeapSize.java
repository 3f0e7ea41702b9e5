package dev.witloof.abi;

import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FutureType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.OptionType;
import dev.witloof.type.OwnType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResultType;
import dev.witloof.type.StreamType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.List;
import java.util.Optional;

/**
 * About how many bytes of heap the Java value of a type takes, without what its strings, lists and maps hold. One byte of
 * a guest's memory can be a hundred objects: a tuple of one tuple of one tuple, and so on.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
final class HeapSize implements ValType.Visitor<Long> {

    private static final HeapSize INSTANCE = new HeapSize();

    /** An object with a field or two, and the reference to it. */
    private static final long OBJECT = 24;

    /** The objects around the fields of a record or the elements of a tuple or list. */
    private static final long CONTAINER = 3 * OBJECT;

    /** A string and its array, without the characters. */
    static final long STRING = 2 * OBJECT;

    private HeapSize() {}

    /** The size of one value. */
    static long of(ValType type) {
        return type.accept(INSTANCE);
    }

    private static long all(List<ValType> types) {
        long size = CONTAINER;
        for (ValType type : types) {
            size += of(type);
        }
        return size;
    }

    private static long largest(List<Optional<ValType>> types) {
        long size = 0;
        for (Optional<ValType> type : types) {
            size = Math.max(size, type.map(HeapSize::of).orElse(0L));
        }
        return OBJECT + size;
    }

    @Override
    public Long primitive(PrimitiveType type) {
        return type == PrimitiveType.STRING ? STRING : OBJECT;
    }

    @Override
    public Long list(ListType type) {
        return CONTAINER;
    }

    @Override
    public Long fixedLengthList(FixedLengthListType type) {
        return CONTAINER + Integer.toUnsignedLong(type.length()) * of(type.element());
    }

    @Override
    public Long record(RecordType type) {
        return all(type.fields().stream().map(LabelledType::type).toList());
    }

    @Override
    public Long tuple(TupleType type) {
        return all(type.elements());
    }

    @Override
    public Long variant(VariantType type) {
        return largest(type.cases().stream().map(VariantType.Case::type).toList());
    }

    @Override
    public Long enumeration(EnumType type) {
        return OBJECT;
    }

    @Override
    public Long flags(FlagsType type) {
        return CONTAINER;
    }

    @Override
    public Long option(OptionType type) {
        return OBJECT + of(type.some());
    }

    @Override
    public Long result(ResultType type) {
        return largest(List.of(type.ok(), type.error()));
    }

    @Override
    public Long map(MapType type) {
        return CONTAINER;
    }

    @Override
    public Long own(OwnType type) {
        return 2 * OBJECT;
    }

    @Override
    public Long borrow(BorrowType type) {
        return 2 * OBJECT;
    }

    @Override
    public Long stream(StreamType type) {
        return OBJECT;
    }

    @Override
    public Long future(FutureType type) {
        return OBJECT;
    }
}
