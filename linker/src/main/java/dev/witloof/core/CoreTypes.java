package dev.witloof.core;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.TableLimits;
import com.dylibso.chicory.wasm.types.TypeSection;
import com.dylibso.chicory.wasm.types.ValType;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import java.util.List;
import java.util.OptionalLong;

/** The engine's types as ours. */
final class CoreTypes {

    private CoreTypes() {}

    static CoreValType value(ValType type) {
        return switch (type.opcode()) {
            case ValType.ID.I32 -> CoreValType.Number.I32;
            case ValType.ID.I64 -> CoreValType.Number.I64;
            case ValType.ID.F32 -> CoreValType.Number.F32;
            case ValType.ID.F64 -> CoreValType.Number.F64;
            case ValType.ID.V128 -> CoreValType.Number.V128;
            case ValType.ID.Ref, ValType.ID.RefNull -> reference(type);
            default ->
                throw new IllegalArgumentException(
                        "core value type: expected one of the specification's, found " + type);
        };
    }

    static CoreValType.Reference reference(ValType type) {
        return new CoreValType.Reference(type.opcode() == ValType.ID.RefNull, heap(type.typeIdx()));
    }

    private static CoreValType.HeapType heap(int code) {
        return switch (code) {
            case -13 -> CoreValType.AbstractHeapType.NOFUNC;
            case -14 -> CoreValType.AbstractHeapType.NOEXTERN;
            case -15 -> CoreValType.AbstractHeapType.NONE;
            case -16 -> CoreValType.AbstractHeapType.FUNC;
            case -17 -> CoreValType.AbstractHeapType.EXTERN;
            case -18 -> CoreValType.AbstractHeapType.ANY;
            case -19 -> CoreValType.AbstractHeapType.EQ;
            case -20 -> CoreValType.AbstractHeapType.I31;
            case -21 -> CoreValType.AbstractHeapType.STRUCT;
            case -22 -> CoreValType.AbstractHeapType.ARRAY;
            case -23 -> CoreValType.AbstractHeapType.EXN;
            default -> {
                if (code < 0) {
                    throw new IllegalArgumentException(
                            "core heap type: expected one of the specification's, found " + code);
                }
                yield new CoreValType.TypeIndex(code);
            }
        };
    }

    static CoreExternType.Func function(FunctionType type) {
        return new CoreExternType.Func(values(type.params()), values(type.returns()));
    }

    private static List<CoreValType> values(List<ValType> types) {
        return types.stream().map(CoreTypes::value).toList();
    }

    static CoreExternType.Memory memory(MemoryLimits limits) {
        // The engine writes a missing maximum as the largest that there is.
        OptionalLong max = limits.maximumPages() == MemoryLimits.MAX_PAGES
                ? OptionalLong.empty()
                : OptionalLong.of(limits.maximumPages());
        return new CoreExternType.Memory(new CoreExternType.Limits(limits.initialPages(), max, false), limits.shared());
    }

    static CoreExternType.Table table(ValType element, TableLimits limits) {
        return new CoreExternType.Table(reference(element), limits(limits));
    }

    static CoreExternType.Limits limits(TableLimits limits) {
        OptionalLong max = limits.max() == TableLimits.LIMIT_MAX ? OptionalLong.empty() : OptionalLong.of(limits.max());
        return new CoreExternType.Limits(limits.min(), max, false);
    }

    static CoreExternType.Global global(ValType type, MutabilityType mutability) {
        return new CoreExternType.Global(value(type), mutability == MutabilityType.Var);
    }

    /** Whether a reference type refers to functions. */
    static boolean isFunctionReference(ValType type, TypeSection types) {
        int heap = type.typeIdx();
        return heap >= 0
                ? types.getSubType(heap).compType().funcType() != null
                : heap == ValType.TypeIdxCode.FUNC.code() || heap == ValType.TypeIdxCode.NOFUNC.code();
    }

    /** Whether a function type equals a type of another module, or is declared a subtype of it. */
    static boolean isSubtype(TypeSection there, int type, TypeSection here, int expected) {
        for (int candidate = type; candidate >= 0; ) {
            if (TypeSection.crossModuleCanonicallyEquivalent(there, candidate, here, expected)) {
                return true;
            }
            int[] supertypes = there.getSubType(candidate).typeIdx();
            candidate = supertypes.length == 0 ? -1 : supertypes[0];
        }
        return false;
    }

    /** A type as messages write it, such as {@code memory 1..16}. */
    static String describe(CoreExternType type) {
        if (type instanceof CoreExternType.Func func) {
            return "func " + func;
        }
        if (type instanceof CoreExternType.Table table) {
            return "table " + table.limits() + " " + table.element();
        }
        if (type instanceof CoreExternType.Memory memory) {
            return "memory " + memory.limits() + (memory.shared() ? " shared" : "");
        }
        if (type instanceof CoreExternType.Global global) {
            return "global " + (global.mutable() ? "mut " : "") + global.type();
        }
        return "tag " + ((CoreExternType.Tag) type).type();
    }
}
