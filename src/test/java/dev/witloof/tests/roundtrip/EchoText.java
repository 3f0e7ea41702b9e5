package dev.witloof.tests.roundtrip;

import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.tests.roundtrip.TypeText.Definitions;
import dev.witloof.tests.roundtrip.TypeText.Naming;
import dev.witloof.tests.wast.ComponentText;
import dev.witloof.type.CoreValType;
import dev.witloof.type.ValType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a component of two: {@code call} of the one calls {@code echo} of the other, which returns what it got. Each
 * copies what it is given with an allocator that goes on and on and grows the memory when it must.
 *
 * @param type what is sent
 * @param callerEncoding how strings are encoded in the one that is called first, as the text format spells it
 * @param calleeEncoding how they are in the other one
 */
record EchoText(ValType type, String callerEncoding, String calleeEncoding) {

    private static final String EXPORT = """
            (func (export "%s") (param "value" %s) (result %s)
              (canon lift (core func $i "%s") (memory $i "memory") (realloc (func $i "realloc")) string-encoding=%s))
            """;

    @Override
    public String toString() {
        Definitions exported = TypeText.of(type, Naming.EXPORTED);
        String name = exported.reference();
        String signature = "(param \"value\" " + name + ") (result " + name + ")";
        return "(component\n" + callee(exported) + caller(signature)
                + "(instance $callee (instantiate $callee))\n"
                + "(instance $caller (instantiate $caller (with \"callee\" (instance $callee))))\n"
                + exported.definitions()
                + "(export \"call\" (func $caller \"call\") (func " + signature + ")))\n";
    }

    private String callee(Definitions types) {
        return "(component $callee\n(core module $m\n" + ComponentText.ALLOCATOR + echo()
                + ")\n(core instance $i (instantiate $m))\n"
                + types.definitions()
                + EXPORT.formatted("echo", types.reference(), types.reference(), "echo", calleeEncoding)
                + ")\n";
    }

    private List<CoreValType> flat() {
        return Flattening.flatten(List.of(type), Flattening.MAX_FLAT_PARAMS + 1);
    }

    private boolean inMemory() {
        return flat().size() > Flattening.MAX_FLAT_PARAMS;
    }

    private String params() {
        return inMemory() ? " i32" : flat().stream().map(each -> " " + each).collect(Collectors.joining());
    }

    private String paramValues() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < (inMemory() ? 1 : flat().size()); i++) {
            values.append(" (local.get ").append(i).append(')');
        }
        return values.toString();
    }

    private String allocation() {
        return "(call $realloc (i32.const 0) (i32.const 0) (i32.const 8) (i32.const " + ElementSize.of(type) + "))";
    }

    /** One flat value is returned as it came, and so is the address of many; a few must be written to memory. */
    private String echo() {
        if (inMemory()) {
            return "(func (export \"echo\") (param i32) (result i32) (local.get 0))\n";
        }
        if (flat().size() == 1) {
            return "(func (export \"echo\") (param%s) (result%s) (local.get 0))%n".formatted(params(), params());
        }
        return "(func (export \"echo\") (param" + params() + ") (result i32) (local $to i32)\n(local.set $to "
                + allocation() + ")\n" + FlatStores.of(type) + "(local.get $to))\n";
    }

    private String caller(String signature) {
        Definitions declared = TypeText.of(type, Naming.DECLARED);
        Definitions aliased = TypeText.of(type, Naming.ALIASED);
        boolean returnsOne = flat().size() == 1;
        String lowered = params() + (returnsOne ? "" : " i32");
        String result = returnsOne ? " (result" + params() + ")" : "";
        String call = returnsOne
                ? "(func (export \"call\") (param%1$s) (result%1$s) (call $echo%2$s))%n"
                        .formatted(params(), paramValues())
                : ("(func (export \"call\") (param%s) (result i32) (local $to i32)%n(local.set $to %s)%n"
                                + "(call $echo%s (local.get $to)) (local.get $to))%n")
                        .formatted(params(), allocation(), paramValues());
        return "(component $caller\n(import \"callee\" (instance $callee\n" + declared.definitions()
                + "(export \"echo\" (func " + signature + "))))\n" + aliased.definitions()
                + "(core module $allocator\n" + ComponentText.ALLOCATOR
                + ")\n(core instance $a (instantiate $allocator))\n"
                + "(core func $echo (canon lower (func $callee \"echo\") (memory $a \"memory\")"
                + " (realloc (func $a \"realloc\")) string-encoding=" + callerEncoding + "))\n"
                + "(core module $m\n(import \"\" \"echo\" (func $echo (param" + lowered + ")" + result + "))\n"
                + "(import \"\" \"realloc\" (func $realloc (param i32 i32 i32 i32) (result i32)))\n"
                + "(import \"\" \"memory\" (memory 1))\n"
                + "(export \"realloc\" (func $realloc)) (export \"memory\" (memory 0))\n"
                + call + ")\n"
                + "(core instance $i (instantiate $m (with \"\" (instance (export \"echo\" (func $echo))"
                + " (export \"realloc\" (func $a \"realloc\")) (export \"memory\" (memory $a \"memory\"))))))\n"
                + EXPORT.formatted("call", aliased.reference(), aliased.reference(), "call", callerEncoding)
                + ")\n";
    }
}
