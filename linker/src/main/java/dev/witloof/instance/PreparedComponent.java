package dev.witloof.instance;

import dev.witloof.state.InstanceState;
import dev.witloof.type.ExternType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.validation.Step;
import dev.witloof.validation.ValidComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component whose lifts, lowers and core modules are ready: what all its instances share.
 *
 * @param component the component
 * @param initializers what an instantiation does, in order
 * @param definitions how many definitions each instance has, those counted that stand in groups, arguments and the
 *     types of instances
 */
record PreparedComponent(ValidComponent component, List<Initializer> initializers, long definitions) {

    Map<ResourceType, Integer> resources() {
        return component.resources();
    }

    static PreparedComponent prepare(ValidComponent component, boolean wiresShims) {
        Initializers initializers = new Initializers(component, wiresShims);
        return new PreparedComponent(
                component,
                component.steps().stream().map(initializers::prepare).toList(),
                component.steps().stream()
                        .mapToLong(PreparedComponent::definitions)
                        .sum());
    }

    private static long definitions(Step step) {
        if (step instanceof Step.GroupCore group) {
            return 1L + group.exports().size();
        }
        if (step instanceof Step.Group group) {
            return 1L + group.exports().size();
        }
        if (step instanceof Step.InstantiateModule instantiate) {
            return 1L + instantiate.imports().size();
        }
        if (step instanceof Step.InstantiateComponent instantiate) {
            return 1L + instantiate.arguments().size() + definitions(instantiate.type());
        }
        return step instanceof Step.Import need ? definitions(need.type()) : 1;
    }

    private static long definitions(ExternType type) {
        if (!(type instanceof InstanceType instance)) {
            return 1;
        }
        return 1
                + instance.exports().stream()
                        .mapToLong(export -> definitions(export.type()))
                        .sum();
    }

    /** A new instance of a component in a store. */
    static Frame instantiate(
            ComponentClosure closure, Store store, @Nullable InstanceState parent, Map<String, RuntimeItem> arguments) {
        store.allowance()
                .takeComponentInstance(parent == null ? 0 : 1 + parent.depth(), closure.component().definitions);
        Frame frame = new Frame(store, closure, parent, arguments);
        for (Initializer initializer : closure.component().initializers) {
            initializer.run(frame);
        }
        return frame;
    }
}
