package dev.witloof.tests.bindings;

import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.layout.Flattening.Side;
import dev.witloof.tests.wast.ComponentText;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The text of a core module that exports what it imports: each of its functions calls the one of the same name with what it was
 * given, and returns what that gave. Values in memory stay where they were put.
 *
 * @param imported the name of the import in the world
 * @param exported the name of the export
 * @param type what both are; it must have no resources
 */
record ForwardText(String imported, String exported, InstanceType type) {

    @Override
    public String toString() {
        StringBuilder imports = new StringBuilder();
        StringBuilder functions = new StringBuilder();
        for (ExternDecl export : type.exports()) {
            if (export.type() instanceof FuncType func) {
                imports.append("(import \"")
                        .append(imported)
                        .append("\" \"")
                        .append(export.name())
                        .append("\" (func $")
                        .append(export.name())
                        .append(signature(Flattening.flattenFuncType(func, Side.LOWER)))
                        .append("))\n");
                functions.append(forward(export.name(), func));
            }
        }
        return "(module\n" + imports + ComponentText.ALLOCATOR + "(export \"cabi_realloc\" (func $realloc))\n"
                + functions + ")";
    }

    private String forward(String name, FuncType func) {
        CoreExternType.Func lifted = Flattening.flattenFuncType(func, Side.LIFT);
        CoreExternType.Func lowered = Flattening.flattenFuncType(func, Side.LOWER);
        String given = IntStream.range(0, lifted.params().size())
                .mapToObj(i -> " (local.get " + i + ")")
                .collect(Collectors.joining());
        String head = "(func (export \"" + exported + "#" + name + "\")" + signature(lifted);
        if (lowered.params().size() == lifted.params().size()) {
            return head + " (call $" + name + given + "))\n";
        }
        return head
                + " (local $to i32)\n(local.set $to (call $realloc (i32.const 0) (i32.const 0) (i32.const 8) (i32.const "
                + ElementSize.of(func.result().orElseThrow()) + ")))\n(call $" + name + given
                + " (local.get $to)) (local.get $to))\n";
    }

    private static String signature(CoreExternType.Func type) {
        return all(" (param", type.params()) + all(" (result", type.results());
    }

    private static String all(String what, List<CoreValType> types) {
        return types.isEmpty() ? "" : types.stream().map(each -> " " + each).collect(Collectors.joining("", what, ")"));
    }
}
