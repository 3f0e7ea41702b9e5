package dev.witloof.validation;

import dev.witloof.core.CoreModule;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One definition of a component as instantiation meets it. Each step appends to the index space that it names; all
 * indices are in range and all types match.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#component-definitions">Explainer: component definitions</a>
 */
public sealed interface Step {

    /** A core module, appended to the core modules. */
    record DefineModule(CoreModule module) implements Step {}

    /**
     * A core module instantiated, appended to the core instances.
     *
     * @param module the core module's index
     * @param imports where each of the module's imports comes from, in the module's order
     */
    record InstantiateModule(int module, List<CoreImport> imports) implements Step {
        /** Copies the list. */
        public InstantiateModule {
            imports = List.copyOf(imports);
        }
    }

    /**
     * Where one import of a core module comes from.
     *
     * @param instance the core instance's index
     * @param name the name of its export
     */
    record CoreImport(int instance, String name) {}

    /** Core definitions under new names, appended to the core instances. */
    record GroupCore(Map<String, Item.Entry> exports) implements Step {}

    /** An export of a core instance, appended to the index space of its sort. */
    record AliasCore(Item.Space space, int instance, String name) implements Step {}

    /**
     * A core function lifted, appended to the component functions.
     *
     * @param function the core function's index
     * @param options the canonical options
     * @param type the type that it gets
     */
    record Lift(int function, Options options, FuncType type) implements Step {}

    /**
     * A component function lowered, appended to the core functions.
     *
     * @param function the component function's index
     * @param options the canonical options
     * @param type its type
     */
    record Lower(int function, Options options, FuncType type) implements Step {}

    /** A built-in on a resource, appended to the core functions. */
    record ResourceBuiltin(Kind kind, ResourceType type) implements Step {
        /** Which built-in it is. */
        public enum Kind {
            /** {@code resource.new}. */
            NEW,
            /** {@code resource.drop}. */
            DROP,
            /** {@code resource.rep}. */
            REP
        }
    }

    /**
     * A built-in that is valid and cannot run yet, appended to the core functions.
     *
     * @param name its name in the text format
     */
    record UnsupportedBuiltin(String name) implements Step {}

    /**
     * A resource type defined.
     *
     * @param type the type
     * @param destructor the index of the core function that is called when the last owner drops one
     */
    record DefineResource(ResourceType type, OptionalInt destructor) implements Step {}

    /**
     * An import, appended to the index space of its sort.
     *
     * @param name the name as written
     * @param type its type, with abstract resources of its own
     */
    record Import(String name, ExternType type) implements Step {}

    /** A nested component, appended to the components. */
    record DefineComponent(ValidComponent component) implements Step {}

    /**
     * A component instantiated, appended to the instances.
     *
     * @param component the component's index
     * @param arguments what each import is given, by name
     * @param type the type of the new instance, with abstract resources of its own
     */
    record InstantiateComponent(int component, Map<String, Item> arguments, InstanceType type) implements Step {}

    /** Definitions under new names, appended to the instances. */
    record Group(Map<String, Item> exports) implements Step {}

    /** An export of an instance, appended to the index space of its sort. Aliases of types are no steps. */
    record AliasExport(Item.Space space, int instance, String name) implements Step {}

    /** A definition of an enclosing component, appended to the index space of its sort: a component or core module. */
    record AliasOuter(Item.Space space, int count, int index) implements Step {}

    /**
     * An export. What is exported is appended to its index space once more, unless it is a type.
     *
     * @param name the name as written
     * @param item what is exported
     */
    record Export(String name, Item item) implements Step {}
}
