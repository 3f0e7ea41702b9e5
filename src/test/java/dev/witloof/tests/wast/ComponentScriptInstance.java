package dev.witloof.tests.wast;

import dev.witloof.instance.ComponentFunction;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.tests.wast.Slots.MissingException;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ValType;
import dev.witloof.value.Wave;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a component.
 *
 * @param instance the instance
 */
record ComponentScriptInstance(ComponentInstance instance) implements ScriptInstance {

    private record Value(FuncType type, @Nullable Object value) implements Returned {

        @Override
        public boolean matches(List<Map<?, ?>> expected) {
            Optional<ValType> result = type.result();
            return result.isPresent() && expected.size() == 1
                    ? Consts.matches(result.get(), expected.get(0), value)
                    : result.isEmpty() && expected.isEmpty();
        }

        @Override
        public String shown(List<Map<?, ?>> expected) {
            Optional<ValType> result = type.result();
            return result.isPresent() && expected.size() == 1
                    ? Consts.shown(result.get(), expected.get(0))
                    : Consts.spelt(expected);
        }

        @Override
        public String toString() {
            return type.result().isPresent() ? Wave.print(value) : "no result";
        }
    }

    @Override
    public Returned call(Command.Invoke invoke) throws MissingException {
        ComponentFunction function = instance.function(invoke.function());
        List<LabelledType> params = function.type().params();
        List<Map<?, ?>> given = invoke.args();
        if (params.size() != given.size()) {
            throw new MissingException(given.size() + " arguments for " + function);
        }
        Object[] args = new Object[given.size()];
        for (int i = 0; i < args.length; i++) {
            args[i] = Consts.value(params.get(i).type(), given.get(i));
        }
        return new Value(function.type(), function.call(args));
    }

    @Override
    public Returned get(String global) throws MissingException {
        throw new MissingException("no global: only core modules have globals to get");
    }

    @Override
    public void close() {
        instance.close();
    }
}
