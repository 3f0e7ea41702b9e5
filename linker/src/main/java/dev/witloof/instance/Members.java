package dev.witloof.instance;

import dev.witloof.state.RuntimeResourceType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The members of a composition that are instantiated already, as the next one sees them.
 *
 * @param importing the name of the member that is being instantiated; empty where a component stands alone
 * @param instances the instances so far, by their members' names
 * @param shared the resource types of imports that several members have alike
 */
record Members(
        Optional<String> importing, Map<String, ComponentInstance> instances, Map<String, RuntimeResourceType> shared) {

    /** Those of a component that stands alone. */
    static final Members NONE = new Members(Optional.empty(), Map.of(), Map.of());

    /** None so far. */
    static Members begin() {
        return new Members(Optional.empty(), new LinkedHashMap<>(), new HashMap<>());
    }

    /** The same, seen by the member of this name. */
    Members seenBy(String member) {
        return new Members(Optional.of(member), instances, shared);
    }

    /** What messages call the component. */
    String title(Component component) {
        return importing.map(name -> name + " (" + component.name() + ")").orElse(component.name());
    }

    RuntimeItem exported(ImportValue.OfMember of) {
        ComponentInstance instance = instances.get(of.member());
        if (instance == null) {
            throw new IllegalStateException("member " + of.member() + " is not instantiated yet");
        }
        return instance.item(of.export());
    }

    RuntimeResourceType shared(String key, Supplier<RuntimeResourceType> first) {
        return shared.computeIfAbsent(key, k -> first.get());
    }
}
