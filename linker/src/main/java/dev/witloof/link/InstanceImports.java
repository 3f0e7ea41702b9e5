package dev.witloof.link;

import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ImportValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the instances of one deployment are given for their imports: most of it is the same for all of them. */
final class InstanceImports {

    /** An import for which each instance has an object of its own. */
    private record Own(Planned plan, PerInstance making, UnaryOperator<ImportValue> around) {}

    private final Map<String, ImportValue> common = new LinkedHashMap<>();
    private final List<Own> own = new ArrayList<>();

    /** The same for all instances. */
    void add(Planned plan, ImportValue value) {
        common.put(plan.need().key(), value);
    }

    /** One for each instance. */
    void add(Planned plan, PerInstance making, UnaryOperator<ImportValue> around) {
        own.add(new Own(plan, making, around));
    }

    /**
     * Makes an instance, with which what it has of its own is closed.
     *
     * @throws UninstantiableException if it cannot be made; what was opened for it is closed
     */
    ComponentInstance instantiate(String component, Deployment.Instantiation instantiation) {
        if (own.isEmpty()) {
            return instantiation.instantiate(common);
        }
        InstanceScope scope = new InstanceScope("instance of " + component);
        try {
            Map<String, ImportValue> values = new LinkedHashMap<>(common);
            for (Own each : own) {
                Object implementation = implementation(component, each, scope);
                Served served = each.plan().served().orElseThrow();
                ImportValue value =
                        served.value(implementation, each.plan().bound().servedBy());
                values.put(each.plan().need().key(), each.around().apply(value));
            }
            ComponentInstance instance = instantiation.instantiate(values);
            instance.onClose(scope::close);
            return instance;
        } catch (RuntimeException | Error failure) {
            try {
                scope.close();
            } catch (RuntimeException closing) {
                failure.addSuppressed(closing);
            }
            throw failure;
        }
    }

    private static Object implementation(String component, Own own, InstanceScope scope) {
        String where = component + ": " + own.plan().subject();
        Object implementation;
        try {
            implementation = own.making().implementation(scope);
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new UninstantiableException(
                    where + ": implementation " + Finding.threw(failure)
                            + "; its message may hold a secret and stands only in this exception's cause",
                    failure);
        }
        Class<?> type = own.plan().served().orElseThrow().type();
        if (!type.isInstance(implementation)) {
            throw new UninstantiableException(
                    where + ": implementation returned "
                            + (implementation == null
                                    ? "null"
                                    : implementation.getClass().getName())
                            + ", expected " + type.getName(),
                    null);
        }
        return implementation;
    }
}
