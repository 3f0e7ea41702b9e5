package dev.witloof.link;

import dev.witloof.error.StartException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.limit.Limit;
import dev.witloof.limit.Limits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What serves each import of one component, with every type checked and nothing opened yet. Immutable; any number of
 * threads may use it. The same bindings give the same plan, byte for byte.
 */
public final class LinkPlan {

    private final Needs needs;
    private final List<Planned> planned;
    private final List<BoundImport> bindings;
    private final Limits limits;
    private final List<SelectedExport> selectedExports;
    private final String configurationDigest;
    private final Sharing sharing;
    private final Deployment.Instantiation instantiation;

    LinkPlan(Needs needs, Planning.Result result, Bindings declared, Deployment.Instantiation instantiation) {
        this.needs = needs;
        this.planned = result.imports();
        this.bindings = planned.stream().map(Planned::bound).toList();
        this.limits = declared.limits().limits();
        this.selectedExports = result.exports();
        this.configurationDigest = declared.digest();
        this.sharing = declared.sharing();
        this.instantiation = instantiation;
    }

    /** The component's name, such as {@code shop.wasm}; of a composition one that lists its members. */
    public String componentName() {
        return needs.name();
    }

    /** The SHA-256 of the component's bytes, 64 hexadecimal digits; of a composition one of its members and wires. */
    public String componentDigest() {
        return needs.sha256();
    }

    /**
     * A SHA-256 of what was declared, 64 hexadecimal digits: every binding with its name, external-id or interface, whether it
     * is optional, what it is bound to as that describes itself, the text that it was {@linkplain
     * BindingBuilder#declaredWith declared with}, and which bindings share one backend; how many resolvers there are; which
     * names may take their interface's binding; wrappers, as they describe themselves; the rules of policies; limits. Neither the
     * order nor the places of declarations are in it, nor what code holds that was handed in: a resolver, a factory, a
     * backend's own settings. Nothing secret is in it, so that it cannot be used to find a secret by trying.
     *
     * <p>It is the same for every component, and after a restart.
     */
    public String configurationDigest() {
        return configurationDigest;
    }

    /** Each import and what serves it, in the component's order. */
    public List<BoundImport> bindings() {
        return bindings;
    }

    /**
     * The exports that the configuration chose, in the order in which it did, for whoever calls the component: by
     * {@link Linker.Builder#selectExport} or {@link BindingBuilder#orExport}.
     */
    public List<SelectedExport> selectedExports() {
        return selectedExports;
    }

    /** What is different if {@code after} takes the place of this plan. */
    public PlanDifference diff(LinkPlan after) {
        return PlanDifference.between(this, after);
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
        return new Deployment(needs, Starting.start(needs, planned, sharing), instantiation);
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
     * The plan as JSON, one object without white space; {@code docs/plan.md} has its JSON Schema:
     *
     * <pre>{@code
     * {"component": {"name": string, "sha256": string of 64 hexadecimal digits},
     *  "configuration": {"sha256": string of 64 hexadecimal digits},
     *  "members": [{"name": string, "component": string, "sha256": string}], in the order in which they are instantiated,
     *             of a composition only,
     *  "imports": [{"member": string, whose import it is, of a composition only,
     *               "name": string,
     *               "kind": "instance" | "func" | "component" | "core module" | "type",
     *               "implements": string, the interface's name, if the import's name is plain and one is given,
     *               "externalId": string, if one is given,
     *               "boundTo": string, as what serves it describes itself,
     *               "as": string, the interface that serves it, where that is another version than the import's,
     *               "step": "name and external-id" | "name" | "external-id" | "composition" | "resolver" | "interface",
     *                       left out where the import's type says all and nothing serves it,
     *               "declaredAt": string, such as "ShopApp.java:31", if there is a step,
     *               "reason": string, if a resolver gave one,
     *               "wrappers": [string, as each describes itself], outermost first, if there are any,
     *               "denied": [{"function": string, such as "[method]bucket.set",
     *                           "declaredAt": string, where the rule was declared}], if a policy denies any when called}],
     *  "limits": {string, the name of a limit: string, what was declared of it}, if one was},
     *  "selectedExports": [{"name": string, "kind": string, "implements": string, "externalId": string, as of imports,
     *                       "declaredAt": string}], if the configuration chose any}
     * }</pre>
     */
    public String toJson() {
        JsonWriter json = new JsonWriter().open('{');
        writeComponent(json.name("component"));
        writeConfiguration(json.name("configuration"));
        needs.writeMembers(json);
        json.name("imports").open('[');
        bindings.forEach(binding -> Column.write(binding, json));
        json.close(']');
        if (!selectedExports.isEmpty()) {
            writeSelectedExports(json.name("selectedExports"));
        }
        writeLimits(json);
        return json.close('}').toString();
    }

    private void writeComponent(JsonWriter json) {
        json.open('{')
                .member("name", needs.name())
                .member("sha256", needs.sha256())
                .close('}');
    }

    void writeComponentWithMembers(JsonWriter json) {
        json.open('{').member("name", needs.name()).member("sha256", needs.sha256());
        needs.writeMembers(json);
        json.close('}');
    }

    /** A composition's members by their names; empty of a component that stands alone. */
    Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        needs.members()
                .forEach(member -> members.put(member.name(), Text.component(member.component(), member.sha256())));
        return members;
    }

    private void writeConfiguration(JsonWriter json) {
        json.open('{').member("sha256", configurationDigest).close('}');
    }

    void writeConfigurationWithLimits(JsonWriter json) {
        json.open('{').member("sha256", configurationDigest);
        writeLimits(json);
        json.close('}');
    }

    void writeSelectedExports(JsonWriter json) {
        json.open('[');
        selectedExports.forEach(export -> export.toJson(json));
        json.close(']');
    }

    private void writeLimits(JsonWriter json) {
        if (!limits.isEmpty()) {
            json.name("limits").open('{');
            for (Limit limit : Limit.values()) {
                json.member(limit.words(), limits.asked(limit).map(limit::text));
            }
            json.close('}');
        }
    }

    /** {@code shop.wasm (sha256 ab12cd34…)}. */
    String title() {
        return needs.title();
    }

    /** The plan as a table, without a line break at its end. */
    @Override
    public String toString() {
        String exports = selectedExports.stream()
                .map(export -> "\n  selected: " + export.line())
                .collect(Collectors.joining());
        String table = PlanTable.print(needs, bindings) + exports;
        return limits.isEmpty() ? table : table + "\n  limits: " + limits;
    }
}
