package dev.witloof.abi;

import static dev.witloof.type.CoreValType.Number.F32;
import static dev.witloof.type.CoreValType.Number.F64;
import static dev.witloof.type.CoreValType.Number.I32;
import static dev.witloof.type.CoreValType.Number.I64;

import dev.witloof.type.BorrowType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.EnumType;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FuncType;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The core values that a value becomes when it travels in parameters and results instead of in memory.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#flattening">CanonicalABI: flattening</a>
 */
public final class Flattening implements ValType.Visitor<Boolean> {

    /** More core parameters than this travel in memory. */
    public static final int MAX_FLAT_PARAMS = 16;

    /** More core results than this travel in memory. */
    public static final int MAX_FLAT_RESULTS = 1;

    private final List<CoreValType> flat = new ArrayList<>();
    private final int enough;

    private Flattening(int enough) {
        this.enough = enough;
    }

    /** Which side of a function a core function is for. */
    public enum Side {
        /** The core function is lifted: the guest implements it. */
        LIFT,
        /** The core function is lowered: the guest calls it. */
        LOWER
    }

    /** The type of the core function that a synchronous function is lifted from or lowered to. */
    public static CoreExternType.Func flattenFuncType(FuncType type, Side side) {
        List<CoreValType> params =
                flatten(type.params().stream().map(LabelledType::type).toList(), MAX_FLAT_PARAMS + 1);
        List<CoreValType> results = flatten(type.result().stream().toList(), MAX_FLAT_RESULTS + 1);
        if (params.size() > MAX_FLAT_PARAMS) {
            params = List.of(I32);
        }
        if (results.size() > MAX_FLAT_RESULTS) {
            results = switch (side) {
                case LIFT -> List.of(I32);
                case LOWER -> {
                    params = new ArrayList<>(params);
                    params.add(I32);
                    yield List.of();
                }
            };
        }
        return new CoreExternType.Func(params, results);
    }

    /**
     * The core types of values one after the other.
     *
     * @param enough after so many the rest may be missing: a fixed-length list can flatten to billions, of which no one
     *     needs to know more than that they are too many
     */
    static List<CoreValType> flatten(List<ValType> types, int enough) {
        Flattening flattening = new Flattening(enough);
        flattening.fields(types);
        return flattening.flat;
    }

    /** How many core values a value becomes, for a type that is known to become few. */
    static int count(ValType type) {
        return flatten(List.of(type), Integer.MAX_VALUE).size();
    }

    private boolean fields(List<ValType> types) {
        for (ValType type : types) {
            if (!type.accept(this)) {
                return false;
            }
        }
        return true;
    }

    /** Adds one core type; false when there are enough. */
    private boolean add(CoreValType type) {
        flat.add(type);
        return flat.size() < enough;
    }

    private boolean addPointerAndLength() {
        return add(I32) && add(I32);
    }

    private boolean ofCases(List<Optional<ValType>> cases) {
        List<CoreValType> joined = new ArrayList<>();
        for (Optional<ValType> type : cases) {
            if (type.isPresent()) {
                List<CoreValType> payload = flatten(List.of(type.get()), enough);
                for (int i = 0; i < payload.size(); i++) {
                    if (i < joined.size()) {
                        joined.set(i, join(joined.get(i), payload.get(i)));
                    } else {
                        joined.add(payload.get(i));
                    }
                }
            }
        }
        flat.add(I32);
        flat.addAll(joined);
        return flat.size() < enough;
    }

    /** The core type that has room for either. */
    private static CoreValType join(CoreValType a, CoreValType b) {
        if (a == b) {
            return a;
        }
        return a == I32 && b == F32 || a == F32 && b == I32 ? I32 : I64;
    }

    @Override
    public Boolean primitive(PrimitiveType type) {
        return switch (type) {
            case BOOL, S8, U8, S16, U16, S32, U32, CHAR, ERROR_CONTEXT -> add(I32);
            case S64, U64 -> add(I64);
            case F32 -> add(F32);
            case F64 -> add(F64);
            case STRING -> addPointerAndLength();
        };
    }

    @Override
    public Boolean list(ListType type) {
        return addPointerAndLength();
    }

    @Override
    public Boolean fixedLengthList(FixedLengthListType type) {
        for (long i = Integer.toUnsignedLong(type.length()); i > 0; i--) {
            if (!type.element().accept(this)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Boolean record(RecordType type) {
        return fields(Despecialization.fields(type));
    }

    @Override
    public Boolean tuple(TupleType type) {
        return fields(type.elements());
    }

    @Override
    public Boolean variant(VariantType type) {
        return ofCases(Despecialization.cases(type));
    }

    @Override
    public Boolean enumeration(EnumType type) {
        return add(I32);
    }

    @Override
    public Boolean flags(FlagsType type) {
        return add(I32);
    }

    @Override
    public Boolean option(OptionType type) {
        return ofCases(Despecialization.cases(type));
    }

    @Override
    public Boolean result(ResultType type) {
        return ofCases(Despecialization.cases(type));
    }

    @Override
    public Boolean map(MapType type) {
        return addPointerAndLength();
    }

    @Override
    public Boolean own(OwnType type) {
        return add(I32);
    }

    @Override
    public Boolean borrow(BorrowType type) {
        return add(I32);
    }

    @Override
    public Boolean stream(StreamType type) {
        return add(I32);
    }

    @Override
    public Boolean future(FutureType type) {
        return add(I32);
    }
}
