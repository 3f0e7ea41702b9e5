package dev.witloof.instance;

import dev.witloof.core.CoreModule;
import dev.witloof.state.RuntimeResourceType;
import java.util.Map;

/** What an entry of a component-level index space is at run time. */
sealed interface RuntimeItem
        permits FunctionInstance,
                RuntimeItem.Exports,
                RuntimeItem.Resource,
                RuntimeItem.Module,
                ComponentClosure,
                RuntimeItem.PlainType {

    /**
     * An instance: what it exports, by name.
     *
     * @param items the exports
     */
    record Exports(Map<String, RuntimeItem> items) implements RuntimeItem {}

    /**
     * A resource type.
     *
     * @param type the type
     */
    record Resource(RuntimeResourceType type) implements RuntimeItem {}

    /**
     * A core module.
     *
     * @param module the module
     */
    record Module(CoreModule module) implements RuntimeItem {}

    /** A type that has no existence at run time. */
    enum PlainType implements RuntimeItem {
        /** The only one. */
        INSTANCE
    }
}
