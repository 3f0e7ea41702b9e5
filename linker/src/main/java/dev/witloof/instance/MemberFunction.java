package dev.witloof.instance;

import dev.witloof.core.CoreTraps;
import dev.witloof.error.TrapException;
import dev.witloof.state.InstanceState;
import dev.witloof.type.FuncType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A function that one member of a composition imports from another. Calls are those of the function itself; only their traps
 * say which import they came through.
 *
 * @param call which import and function it is
 * @param target the function, which is none of these
 * @param exporter the other member's name
 */
record MemberFunction(Call call, FunctionInstance target, String exporter) implements FunctionInstance {

    /** The function itself, however many members hand it on. */
    static FunctionInstance target(FunctionInstance function) {
        return function instanceof MemberFunction member ? member.target : function;
    }

    /** What a member is given for an import. */
    static RuntimeItem of(Call call, RuntimeItem item, String exporter) {
        if (item instanceof FunctionInstance function) {
            return new MemberFunction(call, target(function), exporter);
        }
        if (item instanceof RuntimeItem.Exports instance) {
            Map<String, RuntimeItem> items = new LinkedHashMap<>();
            instance.items()
                    .forEach((name, inner) ->
                            items.put(name, of(new Call(call.importRef(), name, call.member()), inner, exporter)));
            return new RuntimeItem.Exports(items);
        }
        return item;
    }

    @Override
    public FuncType type() {
        return target.type();
    }

    @Override
    public @Nullable Object call(Object[] args, @Nullable InstanceState caller) {
        return target.call(args, caller);
    }

    /** The same error, with the import where that is not yet said. */
    RuntimeException inImport(RuntimeException e) {
        return e instanceof TrapException trap && trap.importOnTheWay().isEmpty()
                ? CoreTraps.asTrap(trap, null, call + ", served by " + exporter)
                : e;
    }
}
