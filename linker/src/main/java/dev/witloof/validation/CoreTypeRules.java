package dev.witloof.validation;

import dev.witloof.component.CoreSubType;
import dev.witloof.error.InvalidException;
import dev.witloof.type.CoreValType;
import dev.witloof.type.CoreValType.AbstractHeapType;
import java.util.List;
import java.util.Set;

/**
 * What core WebAssembly asks of a group of types: each reference is to a type of the group or before it, and a type fits
 * beneath the one that it declares above itself.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/types.html#recursive-types">Core: recursive types</a>
 */
final class CoreTypeRules {

    private static final Set<AbstractHeapType> BENEATH_EQ =
            Set.of(AbstractHeapType.I31, AbstractHeapType.STRUCT, AbstractHeapType.ARRAY, AbstractHeapType.NONE);

    /** How many types may stand above one another, as engines agree; looking through them costs little then. */
    private static final int MAX_SUPERTYPES = 63;

    private final IndexSpace<CoreTypes.Entry> types;

    CoreTypeRules(IndexSpace<CoreTypes.Entry> types) {
        this.types = types;
    }

    /** Checks the types from this index to the end of the space, which are one group. */
    void check(int from) {
        for (int index = from; index < types.size(); index++) {
            CoreSubType type = subType(index);
            checkReferences(type.type());
            checkSupertypes(index, type);
        }
        for (int index = from; index < types.size(); index++) {
            CoreSubType type = subType(index);
            for (int above : type.supertypes()) {
                if (!fits(type.type(), subType(above).type())) {
                    throw new InvalidException(supertype(above), "core type " + index + " does not match it");
                }
            }
        }
    }

    private void checkReferences(CoreSubType.CompositeType type) {
        if (type instanceof CoreSubType.Func func) {
            func.params().forEach(this::check);
            func.results().forEach(this::check);
        } else if (type instanceof CoreSubType.Struct struct) {
            struct.fields().forEach(this::check);
        } else {
            check(((CoreSubType.Array) type).element());
        }
    }

    private void check(CoreSubType.Field field) {
        if (field.type() instanceof CoreSubType.Unpacked unpacked) {
            check(unpacked.type());
        }
    }

    /** Checks that a value's type refers to nothing but what is there. */
    void check(CoreValType type) {
        if (type instanceof CoreValType.Reference reference
                && reference.heap() instanceof CoreValType.TypeIndex index) {
            subType(index.index());
        }
    }

    private CoreSubType subType(int index) {
        if (types.get(index) instanceof CoreTypes.Sub sub) {
            return sub.type();
        }
        throw new InvalidException(
                "",
                "core type " + Integer.toUnsignedString(index)
                        + ": expected a func, struct or array type, found a module type");
    }

    private void checkSupertypes(int index, CoreSubType type) {
        if (type.supertypes().size() > 1) {
            throw new InvalidException(
                    "",
                    "expected at most one supertype, found " + type.supertypes().size());
        }
        for (int above : type.supertypes()) {
            CoreSubType supertype = subType(above);
            if (above >= index) {
                throw new InvalidException(supertype(above), "expected a type before core type " + index);
            }
            if (supertype.isFinal()) {
                throw new InvalidException(supertype(above), "expected a type that is not final, found a final one");
            }
        }
        int height = 0;
        for (CoreSubType at = type;
                !at.supertypes().isEmpty();
                at = subType(at.supertypes().get(0))) {
            if (++height > MAX_SUPERTYPES) {
                throw new InvalidException("", "expected at most " + MAX_SUPERTYPES + " types above one another");
            }
        }
    }

    private static String supertype(int index) {
        return "supertype " + Integer.toUnsignedString(index);
    }

    private boolean fits(CoreSubType.CompositeType type, CoreSubType.CompositeType above) {
        if (type instanceof CoreSubType.Func func && above instanceof CoreSubType.Func other) {
            return fit(other.params(), func.params()) && fit(func.results(), other.results());
        }
        if (type instanceof CoreSubType.Struct struct && above instanceof CoreSubType.Struct other) {
            int shared = other.fields().size();
            boolean longer = struct.fields().size() >= shared;
            for (int i = 0; longer && i < shared; i++) {
                longer = fits(struct.fields().get(i), other.fields().get(i));
            }
            return longer;
        }
        return type instanceof CoreSubType.Array array
                && above instanceof CoreSubType.Array other
                && fits(array.element(), other.element());
    }

    private boolean fits(CoreSubType.Field field, CoreSubType.Field above) {
        if (field.equals(above)) {
            return true;
        }
        return !field.mutable()
                && !above.mutable()
                && field.type() instanceof CoreSubType.Unpacked value
                && above.type() instanceof CoreSubType.Unpacked other
                && fits(value.type(), other.type());
    }

    private boolean fit(List<CoreValType> values, List<CoreValType> above) {
        boolean all = values.size() == above.size();
        for (int i = 0; all && i < values.size(); i++) {
            all = fits(values.get(i), above.get(i));
        }
        return all;
    }

    private boolean fits(CoreValType value, CoreValType above) {
        return value.equals(above)
                || value instanceof CoreValType.Reference reference
                        && above instanceof CoreValType.Reference other
                        && (other.nullable() || !reference.nullable())
                        && fits(reference.heap(), other.heap());
    }

    private boolean fits(CoreValType.HeapType heap, CoreValType.HeapType above) {
        if (heap.equals(above)) {
            return true;
        }
        if (heap instanceof CoreValType.TypeIndex index) {
            CoreSubType type = subType(index.index());
            return above instanceof AbstractHeapType
                    ? fits(kind(type.type()), above)
                    : type.supertypes().stream().anyMatch(each -> fits(new CoreValType.TypeIndex(each), above));
        }
        if (above instanceof CoreValType.TypeIndex index) {
            AbstractHeapType kind = kind(subType(index.index()).type());
            return heap == (kind == AbstractHeapType.FUNC ? AbstractHeapType.NOFUNC : AbstractHeapType.NONE);
        }
        return switch ((AbstractHeapType) above) {
            case ANY -> heap == AbstractHeapType.EQ || BENEATH_EQ.contains(heap);
            case EQ -> BENEATH_EQ.contains(heap);
            case STRUCT, ARRAY, I31 -> heap == AbstractHeapType.NONE;
            case FUNC -> heap == AbstractHeapType.NOFUNC;
            case EXTERN -> heap == AbstractHeapType.NOEXTERN;
            case EXN -> heap == AbstractHeapType.NOEXN;
            case CONT -> heap == AbstractHeapType.NOCONT;
            case NONE, NOFUNC, NOEXTERN, NOEXN, NOCONT -> false;
        };
    }

    private static AbstractHeapType kind(CoreSubType.CompositeType type) {
        if (type instanceof CoreSubType.Func) {
            return AbstractHeapType.FUNC;
        }
        return type instanceof CoreSubType.Struct ? AbstractHeapType.STRUCT : AbstractHeapType.ARRAY;
    }
}
