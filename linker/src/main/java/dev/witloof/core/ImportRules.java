package dev.witloof.core;

import com.dylibso.chicory.wasm.types.FunctionImport;
import com.dylibso.chicory.wasm.types.GlobalImport;
import com.dylibso.chicory.wasm.types.Import;
import com.dylibso.chicory.wasm.types.MutabilityType;
import com.dylibso.chicory.wasm.types.TypeSection;
import com.dylibso.chicory.wasm.types.ValType;
import dev.witloof.error.InvalidException;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.ModuleType;
import java.util.List;

/**
 * Whether what is given for an import is what the module asks for.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html#external-types">Core: matching of external
 *     types</a>
 */
final class ImportRules {

    private ImportRules() {}

    static void check(CoreModule module, List<CoreExtern> given) {
        List<ModuleType.Import> wanted = module.type().imports();
        if (given.size() != wanted.size()) {
            throw new InvalidException(module.path(), "expected " + wanted.size() + " imports, found " + given.size());
        }
        for (int i = 0; i < wanted.size(); i++) {
            ModuleType.Import each = wanted.get(i);
            if (!matches(module.wasm().typeSection(), module.engineImport(i), each.type(), given.get(i))) {
                String place = "import \"" + each.module() + "\" \"" + each.name() + "\"";
                throw new InvalidException(
                        module.path().isEmpty() ? place : module.path() + ", " + place,
                        "expected " + CoreTypes.describe(each.type()) + ", found "
                                + CoreTypes.describe(given.get(i).type()));
            }
        }
    }

    private static boolean matches(TypeSection types, Import wanted, CoreExternType expected, CoreExtern given) {
        if (given instanceof CoreFunction function && wanted instanceof FunctionImport wantedFunction) {
            CoreExternType.Func func = (CoreExternType.Func) expected;
            // A type index means something only in its own module.
            return func.equals(function.type()) && !mentionsIndex(func)
                    || function.isSubtypeOf(types, wantedFunction.typeIndex());
        }
        if (given instanceof CoreGlobal global && wanted instanceof GlobalImport wantedGlobal) {
            ValType found = global.global().getType();
            return global.type().mutable() == ((CoreExternType.Global) expected).mutable()
                    && (wantedGlobal.mutabilityType() == MutabilityType.Var
                            ? found.equals(wantedGlobal.type())
                            : ValType.matches(found, wantedGlobal.type()));
        }
        if (given instanceof CoreMemory memory && expected instanceof CoreExternType.Memory wantedMemory) {
            CoreExternType.Memory found = memory.type();
            return found.shared() == wantedMemory.shared() && matches(wantedMemory.limits(), found.limits());
        }
        if (given instanceof CoreTable table && expected instanceof CoreExternType.Table wantedTable) {
            CoreExternType.Table found = table.type();
            return found.element().equals(wantedTable.element()) && matches(wantedTable.limits(), found.limits());
        }
        return given instanceof CoreTag tag
                && expected instanceof CoreExternType.Tag wantedTag
                && tag.type().equals(wantedTag);
    }

    private static boolean matches(CoreExternType.Limits expected, CoreExternType.Limits found) {
        return found.min() >= expected.min()
                && (expected.max().isEmpty()
                        || found.max().isPresent()
                                && found.max().getAsLong() <= expected.max().getAsLong());
    }

    private static boolean mentionsIndex(CoreExternType.Func type) {
        return mentionsIndex(type.params()) || mentionsIndex(type.results());
    }

    private static boolean mentionsIndex(List<CoreValType> types) {
        for (CoreValType each : types) {
            if (each instanceof CoreValType.Reference ref && ref.heap() instanceof CoreValType.TypeIndex) {
                return true;
            }
        }
        return false;
    }
}
