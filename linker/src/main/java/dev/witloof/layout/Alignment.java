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
 * The address of a value is a multiple of its type's alignment, in bytes: 1, 2, 4 or 8.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#alignment">CanonicalABI: alignment</a>
 */
public final class Alignment implements ValType.Visitor<Integer> {

    /** With 32-bit addresses, as all memories have that can be used here. */
    static final Alignment I32 = new Alignment(4, null);

    private final int pointer;
    private final @Nullable Map<ValType, Integer> known;

    private Alignment(int pointer, @Nullable Map<ValType, Integer> known) {
        this.pointer = pointer;
        this.known = known;
    }

    /** With 64-bit addresses; it looks at each type object once, however often the object occurs. */
    static Alignment address64() {
        return new Alignment(8, new IdentityHashMap<>());
    }

    int get(ValType type) {
        if (known == null) {
            return type.accept(this);
        }
        Integer alignment = known.get(type);
        if (alignment == null) {
            alignment = type.accept(this);
            known.put(type, alignment);
        }
        return alignment;
    }

    public static int of(ValType type) {
        return type.accept(I32);
    }

    /** The alignment of values one after the other, such as a record's fields. */
    public static int ofFields(List<ValType> types) {
        return I32.fields(types);
    }

    int fields(List<ValType> types) {
        int alignment = 1;
        for (ValType type : types) {
            alignment = Math.max(alignment, get(type));
        }
        return alignment;
    }

    /** The bytes of a variant's discriminant, which is also their alignment. */
    public static int discriminant(int cases) {
        return cases <= 1 << 8 ? 1 : cases <= 1 << 16 ? 2 : 4;
    }

    /** The alignment of what follows the discriminant. */
    int largestCase(List<Optional<ValType>> cases) {
        int alignment = 1;
        for (Optional<ValType> type : cases) {
            if (type.isPresent()) {
                alignment = Math.max(alignment, get(type.get()));
            }
        }
        return alignment;
    }

    int cases(List<Optional<ValType>> cases) {
        return Math.max(discriminant(cases.size()), largestCase(cases));
    }

    public static int ofFlags(int flags) {
        return flags <= 8 ? 1 : flags <= 16 ? 2 : 4;
    }

    /** The first multiple of {@code alignment} from {@code address} on. */
    public static long alignTo(long address, int alignment) {
        return (address + alignment - 1) & -alignment;
    }

    @Override
    public Integer primitive(PrimitiveType type) {
        return switch (type) {
            case BOOL, S8, U8 -> 1;
            case S16, U16 -> 2;
            case S32, U32, F32, CHAR, ERROR_CONTEXT -> 4;
            case S64, U64, F64 -> 8;
            case STRING -> pointer;
        };
    }

    @Override
    public Integer list(ListType type) {
        return pointer;
    }

    @Override
    public Integer fixedLengthList(FixedLengthListType type) {
        return get(type.element());
    }

    @Override
    public Integer record(RecordType type) {
        return fields(Despecialization.fields(type));
    }

    @Override
    public Integer tuple(TupleType type) {
        return fields(type.elements());
    }

    @Override
    public Integer variant(VariantType type) {
        return cases(Despecialization.cases(type));
    }

    @Override
    public Integer enumeration(EnumType type) {
        return cases(Despecialization.cases(type));
    }

    @Override
    public Integer flags(FlagsType type) {
        return ofFlags(type.labels().size());
    }

    @Override
    public Integer option(OptionType type) {
        return cases(Despecialization.cases(type));
    }

    @Override
    public Integer result(ResultType type) {
        return cases(Despecialization.cases(type));
    }

    @Override
    public Integer map(MapType type) {
        return pointer;
    }

    @Override
    public Integer own(OwnType type) {
        return 4;
    }

    @Override
    public Integer borrow(BorrowType type) {
        return 4;
    }

    @Override
    public Integer stream(StreamType type) {
        return 4;
    }

    @Override
    public Integer future(FutureType type) {
        return 4;
    }
}
