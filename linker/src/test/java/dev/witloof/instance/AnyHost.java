package dev.witloof.instance;

import dev.witloof.error.TrapException;
import dev.witloof.name.ImportRef;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Serves whatever a component imports with values that a seed decides, and writes down each call: two runs of one
 * component with one seed must give one log.
 */
final class AnyHost {

    /** A guest that waits for some answer must not wait for ever. */
    private static final int MOST_CALLS = 400;

    private final AnyValue values;
    private final List<String> log = new ArrayList<>();
    private int calls;

    private AnyHost(long seed) {
        this.values = new AnyValue(new Random(seed));
    }

    /** What happens, line by line, when a component is instantiated and each of its functions is called some times. */
    static List<String> run(Component component, long seed) {
        return new AnyHost(seed).run(component);
    }

    /** How many lines of a log are calls of imports. */
    static long importCalls(List<String> log) {
        return log.stream().filter(line -> line.startsWith("  ")).count();
    }

    private List<String> run(Component component) {
        ComponentInstance instance;
        try {
            instance = new Store().instantiate(component, imports(component));
        } catch (RuntimeException e) {
            log.add("instantiate: " + e.getMessage());
            return log;
        }
        for (int round = 0; round < 3; round++) {
            for (ExternDecl export : component.type().exports()) {
                if (export.type() instanceof FuncType) {
                    call(instance.function(export.name()));
                } else if (export.type() instanceof InstanceType type) {
                    callAll(instance.instance(export.name()), type);
                }
            }
        }
        try {
            instance.close();
        } catch (RuntimeException e) {
            log.add("close: " + e.getMessage());
        }
        return log;
    }

    private void callAll(ExportedInstance instance, InstanceType type) {
        for (ExternDecl export : type.exports()) {
            if (export.type() instanceof FuncType) {
                call(instance.function(export.name()));
            }
        }
    }

    private void call(ComponentFunction function) {
        calls = 0;
        log.add(function.name());
        try {
            Object[] args = function.type().params().stream()
                    .map(param -> param.type().accept(values))
                    .toArray();
            Object result = function.call(args);
            values.remember(result);
            log.add("= " + shown(result));
        } catch (TrapException trap) {
            log.add("! " + trap.reason()
                    + trap.importOnTheWay().map(name -> " in " + name).orElse(""));
        } catch (RuntimeException e) {
            log.add("! " + e.getMessage());
        }
    }

    private Map<String, ImportValue> imports(Component component) {
        Map<String, ImportValue> given = new HashMap<>();
        List<ExternDecl> types = component.type().imports();
        for (int i = 0; i < types.size(); i++) {
            ImportRef need = component.imports().get(i);
            if (types.get(i).type() instanceof InstanceType instance) {
                Map<String, HostFunction> functions = new HashMap<>();
                for (ExternDecl export : instance.exports()) {
                    if (export.type() instanceof FuncType func) {
                        functions.put(export.name(), serving(func));
                    }
                }
                given.put(need.name(), new ImportValue.Instance(functions, Map.of(), "any host"));
            } else if (types.get(i).type() instanceof FuncType func) {
                given.put(need.name(), new ImportValue.Function(serving(func), "any host"));
            }
        }
        return given;
    }

    private HostFunction serving(FuncType type) {
        return (call, args) -> {
            log.add("  " + call + " " + shown(args));
            if (++calls > MOST_CALLS) {
                throw new TrapException("too many calls");
            }
            return type.result().map(result -> result.accept(values)).orElse(null);
        };
    }

    private static String shown(Object value) {
        if (value instanceof Optional<?> option) {
            return option.map(some -> "some " + shown(some)).orElse("none");
        }
        String text = Arrays.deepToString(new Object[] {value});
        // What a class without a text of its own prints after its name differs from run to run.
        return text.replaceAll("@[0-9a-f]+", "");
    }
}
