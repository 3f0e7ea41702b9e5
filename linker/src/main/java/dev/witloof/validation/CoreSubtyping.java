package dev.witloof.validation;

import dev.witloof.error.InvalidException;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.ModuleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Import matching of core WebAssembly, and the subtyping of module types that follows from it.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html#external-types">Core: matching of external types</a>
 */
final class CoreSubtyping {

    private CoreSubtyping() {}

    /** Checks that a module may stand where a module type is expected: it imports less and exports more. */
    static void match(ModuleType given, ModuleType expected) {
        Map<List<String>, CoreExternType> offered = new HashMap<>();
        for (ModuleType.Import offer : expected.imports()) {
            offered.put(List.of(offer.module(), offer.name()), offer.type());
        }
        for (ModuleType.Import need : given.imports()) {
            String where = "import \"" + need.module() + "\" \"" + need.name() + "\"";
            CoreExternType offer = offered.get(List.of(need.module(), need.name()));
            if (offer == null) {
                throw new InvalidException(where, "the expected module type has no such import");
            }
            match(where, offer, need.type());
        }
        Map<String, CoreExternType> exports = new HashMap<>();
        for (ModuleType.Export export : given.exports()) {
            exports.put(export.name(), export.type());
        }
        for (ModuleType.Export need : expected.exports()) {
            String where = "export \"" + need.name() + "\"";
            CoreExternType export = exports.get(need.name());
            if (export == null) {
                throw new InvalidException(where, "expected " + need.type().kind() + ", found nothing of this name");
            }
            match(where, export, need.type());
        }
    }

    /** Checks that one core definition may stand where another is expected. */
    static void match(String where, CoreExternType given, CoreExternType expected) {
        if (!matches(given, expected)) {
            throw new InvalidException(
                    where,
                    "expected " + expected.kind() + " " + describe(expected) + ", found " + given.kind() + " "
                            + describe(given));
        }
    }

    private static boolean matches(CoreExternType given, CoreExternType expected) {
        if (given instanceof CoreExternType.Table table && expected instanceof CoreExternType.Table wanted) {
            return table.element().equals(wanted.element()) && within(table.limits(), wanted.limits());
        }
        if (given instanceof CoreExternType.Memory memory && expected instanceof CoreExternType.Memory wanted) {
            return memory.shared() == wanted.shared() && within(memory.limits(), wanted.limits());
        }
        if (given instanceof CoreExternType.Global global && expected instanceof CoreExternType.Global wanted) {
            return global.mutable() == wanted.mutable()
                    && (global.type().equals(wanted.type())
                            || !global.mutable() && narrower(global.type(), wanted.type()));
        }
        return given.equals(expected);
    }

    private static boolean narrower(CoreValType given, CoreValType expected) {
        return given instanceof CoreValType.Reference reference
                && expected instanceof CoreValType.Reference wanted
                && reference.heap().equals(wanted.heap())
                && wanted.nullable();
    }

    private static boolean within(CoreExternType.Limits given, CoreExternType.Limits expected) {
        return given.address64() == expected.address64()
                && Long.compareUnsigned(given.min(), expected.min()) >= 0
                && (expected.max().isEmpty()
                        || given.max().isPresent()
                                && Long.compareUnsigned(
                                                given.max().getAsLong(),
                                                expected.max().getAsLong())
                                        <= 0);
    }

    private static String describe(CoreExternType type) {
        if (type instanceof CoreExternType.Func func) {
            return func.toString();
        }
        if (type instanceof CoreExternType.Table table) {
            return table.limits() + " " + table.element();
        }
        if (type instanceof CoreExternType.Memory memory) {
            return memory.limits() + (memory.shared() ? " shared" : "");
        }
        if (type instanceof CoreExternType.Global global) {
            return (global.mutable() ? "mut " : "") + global.type();
        }
        return ((CoreExternType.Tag) type).type().toString();
    }
}
