package dev.witloof.tests.wast;

import dev.witloof.core.CoreExtern;
import dev.witloof.core.CoreFunction;
import dev.witloof.core.CoreGlobal;
import dev.witloof.core.CoreInstance;
import dev.witloof.core.CoreModule;
import dev.witloof.core.CoreTraps;
import dev.witloof.tests.wast.Slots.MissingException;
import dev.witloof.type.CoreValType;
import dev.witloof.type.CoreValType.Number;
import dev.witloof.type.ModuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An instance of a core module that stands alone. Numbers are all that its calls can be given and return here.
 *
 * @param instance the instance
 */
record CoreScriptInstance(CoreInstance instance) implements ScriptInstance {

    /** What a core module imports is not there: the script's own instances are all there is to link it with. */
    static final class UnknownImportException extends Exception {

        private static final long serialVersionUID = 1;

        UnknownImportException(ModuleType.Import need) {
            super("unknown import \"" + need.module() + "\" \"" + need.name() + "\"");
        }
    }

    /** What a module imports of the instances that are registered. */
    static List<CoreExtern> imports(CoreModule module, Map<String, ScriptInstance> registered)
            throws UnknownImportException {
        List<CoreExtern> imports = new ArrayList<>();
        for (ModuleType.Import need : module.type().imports()) {
            if (!(registered.get(need.module()) instanceof CoreScriptInstance giver)) {
                throw new UnknownImportException(need);
            }
            imports.add(giver.instance.export(need.name()).orElseThrow(() -> new UnknownImportException(need)));
        }
        return imports;
    }

    private record Values(List<CoreValType> types, long[] values) implements Returned {

        @Override
        public boolean matches(List<Map<?, ?>> expected) {
            if (expected.size() != types.size()) {
                return false;
            }
            for (int i = 0; i < values.length; i++) {
                if (!matches(types.get(i), expected.get(i), values[i])) {
                    return false;
                }
            }
            return true;
        }

        private static boolean matches(CoreValType type, Map<?, ?> expected, long found) {
            if (!type.toString().equals(expected.get("type"))) {
                return false;
            }
            boolean wide = type == Number.I64 || type == Number.F64;
            long bits = wide ? found : found & 0xFFFF_FFFFL;
            if (expected.get("nan") == null) {
                return bits == (wide ? value(expected) : value(expected) & 0xFFFF_FFFFL);
            }
            long magnitude = wide ? bits & Long.MAX_VALUE : bits & Integer.MAX_VALUE;
            long canonical = wide ? 0x7ff8_0000_0000_0000L : 0x7fc0_0000L;
            return expected.get("nan").equals("canonical") ? magnitude == canonical : magnitude >= canonical;
        }

        @Override
        public String shown(List<Map<?, ?>> expected) {
            return Consts.spelt(expected);
        }

        @Override
        public String toString() {
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                CoreValType type = types.get(i);
                shown.add(
                        type == Number.I32 || type == Number.F32
                                ? "(" + type + " " + Integer.toUnsignedString((int) values[i]) + ")"
                                : "(" + type + " " + Long.toUnsignedString(values[i]) + ")");
            }
            return values.length == 0 ? "no result" : String.join(" ", shown);
        }
    }

    private static long value(Map<?, ?> json) {
        String bits = (String) json.get("bits");
        String text = bits == null ? (String) json.get("value") : bits;
        if (text == null) {
            throw new IllegalArgumentException("expected a number, found " + json.get("type"));
        }
        return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    }

    @Override
    public Returned call(Command.Invoke invoke) throws MissingException {
        if (!(export(invoke.function()) instanceof CoreFunction function)) {
            throw new MissingException("no function \"" + invoke.function() + "\"");
        }
        List<CoreValType> params = function.type().params();
        List<Map<?, ?>> given = invoke.args();
        if (params.size() != given.size()) {
            throw new MissingException(given.size() + " arguments for " + function.type());
        }
        long[] args = new long[params.size()];
        for (int i = 0; i < args.length; i++) {
            if (!params.get(i).toString().equals(given.get(i).get("type"))) {
                throw new MissingException("an argument " + Consts.spelt(given.get(i)) + " for " + function.type());
            }
            args[i] = value(given.get(i));
        }
        return new Values(function.type().results(), run(function, args));
    }

    @SuppressWarnings("IllegalCatch") // whatever leaves a core call is a trap
    private static long[] run(CoreFunction function, long[] args) {
        try {
            return function.call(args);
        } catch (RuntimeException | StackOverflowError thrown) {
            throw CoreTraps.asTrap(thrown, null, null);
        }
    }

    @Override
    public Returned get(String global) throws MissingException {
        if (!(export(global) instanceof CoreGlobal found)) {
            throw new MissingException("no global \"" + global + "\"");
        }
        return new Values(List.of(found.type().type()), new long[] {found.get()});
    }

    private CoreExtern export(String name) throws MissingException {
        return instance.export(name).orElseThrow(() -> new MissingException("no export \"" + name + "\""));
    }

    @Override
    public void close() {
        // There is nothing that a core instance would have to give back.
    }
}
