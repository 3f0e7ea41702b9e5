package dev.witloof.instance;

import dev.witloof.state.InstanceState;
import dev.witloof.type.ResourceType;
import dev.witloof.validation.ValidComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component whose lifts, lowers and core modules are ready: what all its instances share.
 *
 * @param component the component
 * @param initializers what an instantiation does, in order
 */
record PreparedComponent(ValidComponent component, List<Initializer> initializers) {

    Map<ResourceType, Integer> resources() {
        return component.resources();
    }

    static PreparedComponent prepare(ValidComponent component, boolean wiresShims) {
        Initializers initializers = new Initializers(component, wiresShims);
        return new PreparedComponent(
                component, component.steps().stream().map(initializers::prepare).toList());
    }

    /** A new instance of a component in a store. */
    static Frame instantiate(
            ComponentClosure closure, Store store, @Nullable InstanceState parent, Map<String, RuntimeItem> arguments) {
        Frame frame = new Frame(store, closure, parent, arguments);
        for (Initializer initializer : closure.component().initializers) {
            initializer.run(frame);
        }
        return frame;
    }
}
