package dev.witloof.link;

import dev.witloof.error.StartException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.limit.Limit;
import dev.witloof.limit.Limits;
import java.util.List;

/**
 * What serves each import of one component, with every type checked and nothing opened yet. Immutable; any number of
 * threads may use it. The same bindings give the same plan, byte for byte.
 */
public final class LinkPlan {

    private final Needs needs;
    private final List<Planned> planned;
    private final Limits limits;
    private final Deployment.Instantiation instantiation;

    LinkPlan(Needs needs, List<Planned> planned, Limits limits, Deployment.Instantiation instantiation) {
        this.needs = needs;
        this.planned = planned;
        this.limits = limits;
        this.instantiation = instantiation;
    }

    /** Each import and what serves it, in the component's order. */
    public List<BoundImport> bindings() {
        return planned.stream().map(Planned::bound).toList();
    }

    /** What was declared of limits; those that were not have their defaults. */
    public Limits limits() {
        return limits;
    }

    /**
     * Opens the backends, each once, in the order of the first import that it serves.
     *
     * @throws StartException if one cannot be opened, or does not give what it offered; everything opened is closed again
     */
    public Deployment start() {
        return new Deployment(needs, Starting.start(needs, planned), instantiation);
    }

    /**
     * The short form of {@link #start} and {@link Deployment#instantiate} where one instance is wanted: closing the instance
     * closes the deployment.
     *
     * @throws StartException if a backend cannot be opened
     * @throws UninstantiableException if the instance cannot be made; everything opened is closed again
     */
    public ComponentInstance instantiate() {
        Deployment deployment = start();
        try {
            ComponentInstance instance = deployment.instantiate();
            instance.onClose(deployment::close);
            return instance;
        } catch (RuntimeException | Error failure) {
            try {
                deployment.close();
            } catch (RuntimeException second) {
                failure.addSuppressed(second);
            }
            throw failure;
        }
    }

    /**
     * The plan as JSON, one object without white space:
     *
     * <pre>{@code
     * {"component": {"name": string, "sha256": string of 64 hexadecimal digits},
     *  "imports": [{"name": string,
     *               "kind": "instance" | "func" | "component" | "core module" | "type",
     *               "implements": string, the interface's name, if the import's name is plain and one is given,
     *               "externalId": string, if one is given,
     *               "boundTo": string, as what serves it describes itself,
     *               "step": "name and external-id" | "name" | "external-id" | "composition" | "resolver" | "interface",
     *                       left out where the import's type says all and nothing serves it,
     *               "declaredAt": string, such as "ShopApp.java:31", if there is a step,
     *               "reason": string, if a resolver gave one}],
     *  "limits": {string, the name of a limit: string, what was declared of it}, if one was}
     * }</pre>
     */
    public String toJson() {
        JsonWriter json = new JsonWriter().open('{').name("component").open('{');
        json.member("name", needs.name()).member("sha256", needs.sha256()).close('}');
        json.name("imports").open('[');
        for (BoundImport binding : bindings()) {
            json.open('{')
                    .member("name", binding.importRef().name())
                    .member("kind", binding.importRef().kind())
                    .member("implements", binding.importRef().implementsName().map(Object::toString))
                    .member("externalId", binding.importRef().externalId())
                    .member("boundTo", binding.boundTo())
                    .member("step", binding.step().map(Step::words))
                    .member("declaredAt", binding.declaredAt())
                    .member("reason", binding.reason())
                    .close('}');
        }
        json.close(']');
        if (!limits.isEmpty()) {
            json.name("limits").open('{');
            for (Limit limit : Limit.values()) {
                json.member(limit.words(), limits.asked(limit).map(limit::text));
            }
            json.close('}');
        }
        return json.close('}').toString();
    }

    /** The plan as a table, without a line break at its end. */
    @Override
    public String toString() {
        String table = PlanTable.print(needs, bindings());
        return limits.isEmpty() ? table : table + "\n  limits: " + limits;
    }
}
