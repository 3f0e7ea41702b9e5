package dev.witloof.layout;

import dev.witloof.type.BorrowType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FutureType;
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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a value takes in memory, padding after it included. Fixed-length lists can be larger than any memory:
 * sizes above {@value #CEILING} stand for all those that no memory has room for.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#element-size">CanonicalABI: element size</a>
 */
public final class ElementSize implements ValType.Visitor<Long> {

    private static final ElementSize I32 = new ElementSize(Alignment.I32, 8, null);

    private final Alignment alignment;
    private final long pointerAndLength;
    private final @Nullable Map<ValType, Long> known;

    private ElementSize(Alignment alignment, long pointerAndLength, @Nullable Map<ValType, Long> known) {
        this.alignment = alignment;
        this.pointerAndLength = pointerAndLength;
        this.known = known;
    }

    /** Far above the size of any memory, far below where arithmetic would overflow. */
    private static final long CEILING = 1L << 40;

    public static long of(ValType type) {
        return type.accept(I32);
    }

    /**
     * Sizes with 64-bit addresses, by which the specification limits types. Each type object is looked at once, however
     * often it occurs.
     */
    public static ElementSize address64() {
        return new ElementSize(Alignment.address64(), 16, new IdentityHashMap<>());
    }

    /** The size of a value of a type. */
    public long get(ValType type) {
        if (known == null) {
            return type.accept(this);
        }
        Long size = known.get(type);
        if (size == null) {
            size = type.accept(this);
            known.put(type, size);
        }
        return size;
    }

    /** The size of values one after the other, such as a record's fields. */
    public static long ofFields(List<ValType> types) {
        return I32.fields(types);
    }

    private long fields(List<ValType> types) {
        long size = 0;
        for (ValType type : types) {
            size = Alignment.alignTo(size, alignment.get(type)) + get(type);
        }
        return atMostCeiling(Alignment.alignTo(size, alignment.fields(types)));
    }

    /** Where what follows the discriminant begins. */
    public static int payloadOffset(List<Optional<ValType>> cases) {
        return I32.payload(cases);
    }

    private int payload(List<Optional<ValType>> cases) {
        return (int) Alignment.alignTo(Alignment.discriminant(cases.size()), alignment.largestCase(cases));
    }

    private long cases(List<Optional<ValType>> cases) {
        long largest = 0;
        for (Optional<ValType> type : cases) {
            if (type.isPresent()) {
                largest = Math.max(largest, get(type.get()));
            }
        }
        return atMostCeiling(Alignment.alignTo(payload(cases) + largest, alignment.cases(cases)));
    }

    private static long atMostCeiling(long size) {
        return Math.min(size, CEILING);
    }

    @Override
    public Long primitive(PrimitiveType type) {
        return switch (type) {
            case BOOL, S8, U8 -> 1L;
            case S16, U16 -> 2L;
            case S32, U32, F32, CHAR, ERROR_CONTEXT -> 4L;
            case S64, U64, F64 -> 8L;
            case STRING -> pointerAndLength;
        };
    }

    @Override
    public Long list(ListType type) {
        return pointerAndLength;
    }

    @Override
    public Long fixedLengthList(FixedLengthListType type) {
        long element = get(type.element());
        long length = Integer.toUnsignedLong(type.length());
        return element > CEILING / length ? CEILING : element * length;
    }

    @Override
    public Long record(RecordType type) {
        return fields(Despecialization.fields(type));
    }

    @Override
    public Long tuple(TupleType type) {
        return fields(type.elements());
    }

    @Override
    public Long variant(VariantType type) {
        return cases(Despecialization.cases(type));
    }

    @Override
    public Long enumeration(EnumType type) {
        return cases(Despecialization.cases(type));
    }

    @Override
    public Long flags(FlagsType type) {
        return (long) Alignment.ofFlags(type.labels().size());
    }

    @Override
    public Long option(OptionType type) {
        return cases(Despecialization.cases(type));
    }

    @Override
    public Long result(ResultType type) {
        return cases(Despecialization.cases(type));
    }

    @Override
    public Long map(MapType type) {
        return pointerAndLength;
    }

    @Override
    public Long own(OwnType type) {
        return 4L;
    }

    @Override
    public Long borrow(BorrowType type) {
        return 4L;
    }

    @Override
    public Long stream(StreamType type) {
        return 4L;
    }

    @Override
    public Long future(FutureType type) {
        return 4L;
    }
}
