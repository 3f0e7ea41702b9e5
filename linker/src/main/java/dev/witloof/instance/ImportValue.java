package dev.witloof.instance;

import dev.witloof.core.CoreModule;
import dev.witloof.host.ImportedFunction;
import dev.witloof.type.FuncType;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What one import of a component is given. The giver has checked that it fits. */
public sealed interface ImportValue {

    /**
     * A function from Java.
     *
     * @param code the function
     * @param servedBy what messages call the backend
     */
    record Function(HostFunction code, String servedBy) implements ImportValue {}

    /**
     * An instance from Java.
     *
     * @param functions a function for each that the import needs, by its name
     * @param resources what to do with the object behind a resource when its owner drops it, by the resource's name; a
     *     resource that is not listed needs nothing done
     * @param servedBy what messages call the backend
     */
    record Instance(Map<String, HostFunction> functions, Map<String, Consumer<Object>> resources, String servedBy)
            implements ImportValue {
        /** Copies both maps. */
        public Instance {
            functions = Map.copyOf(functions);
            resources = Map.copyOf(resources);
        }
    }

    /**
     * An instance or a function from Java, served by an object of an interface.
     *
     * @param functions a function for each that the import needs, by its name; of a function import by that of the import
     * @param implementation the object
     * @param servedBy what messages call the backend
     */
    record Typed(Map<String, ImportedFunction> functions, Object implementation, String servedBy)
            implements ImportValue {
        /** Copies the map. */
        public Typed {
            functions = Map.copyOf(functions);
        }
    }

    /**
     * What another instance exports.
     *
     * @param instance the other instance
     * @param export the name of its export
     */
    record Exported(ComponentInstance instance, String export) implements ImportValue {}

    /**
     * What another member of the same composition exports.
     *
     * @param member the other member's name
     * @param export the name of its export
     */
    record OfMember(String member, String export) implements ImportValue {}

    /**
     * What several members of a composition import alike: they share its resource types.
     *
     * @param value what this import is given
     * @param group what those that share have in common and no others have
     */
    record Shared(ImportValue value, String group) implements ImportValue {}

    /**
     * A core module.
     *
     * @param module the module
     */
    record Module(CoreModule module) implements ImportValue {}

    /**
     * A component.
     *
     * @param component the component
     */
    record Nested(Component component) implements ImportValue {}

    /**
     * A resource type from Java.
     *
     * @param destructor what to do with the object behind a resource when its owner drops it
     * @param servedBy what messages call the backend
     */
    record Resource(Consumer<Object> destructor, String servedBy) implements ImportValue {}

    /**
     * Any of the others, with something around its functions.
     *
     * @param value what is inside
     * @param forEachInstance called once for each instance: what stands around its functions
     * @param servedBy what messages call the backend
     */
    record Wrapped(ImportValue value, Supplier<Wrapping> forEachInstance, String servedBy) implements ImportValue {}

    /** What stands around the functions of an import. */
    @FunctionalInterface
    interface Wrapping {

        /**
         * Called once for each function of the import, and for the drop of each resource that Java implements, when an
         * instance is made.
         *
         * @param call the import and the function
         * @param type the function's type
         * @param next the function itself
         * @param dropOwned for a function that answers without going on: ends what the arguments gave away
         * @return what is to be called instead; {@code next} itself leaves the function as it is, at no cost
         */
        HostFunction wrap(Call call, FuncType type, HostFunction next, Consumer<Object[]> dropOwned);
    }
}
