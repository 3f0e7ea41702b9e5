package dev.witloof.instance;

import dev.witloof.core.CoreExtern;
import dev.witloof.core.CoreFunction;
import dev.witloof.core.CoreGlobal;
import dev.witloof.core.CoreMemory;
import dev.witloof.core.CoreModule;
import dev.witloof.core.CoreTable;
import dev.witloof.core.CoreTag;
import dev.witloof.core.ShimInstance;
import dev.witloof.state.InstanceState;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.validation.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index spaces of one instance while its component is instantiated, and after that as long as a nested component
 * may name what stands in them.
 */
final class Frame {

    /** What a core instance exports, be it a module's or a group. */
    @FunctionalInterface
    interface CoreExports {
        Optional<CoreExtern> export(String name);
    }

    final Store store;
    final InstanceState state;
    final @Nullable Frame outer;
    final Map<String, RuntimeItem> arguments;
    final RuntimeResourceType[] resources;
    final Map<String, RuntimeItem> exports = new LinkedHashMap<>();

    final List<CoreModule> coreModules = new ArrayList<>();
    final List<CoreExports> coreInstances = new ArrayList<>();
    /** The shims that are wired away, by the indices of their core instances. */
    final Map<Integer, ShimInstance> shims = new HashMap<>();

    final List<CoreFunction> coreFuncs = new ArrayList<>();
    final List<FunctionInstance> funcs = new ArrayList<>();
    final List<RuntimeItem.Exports> instances = new ArrayList<>();
    final List<ComponentClosure> components = new ArrayList<>();
    private final List<CoreTable> coreTables = new ArrayList<>();
    private final List<CoreMemory> coreMemories = new ArrayList<>();
    private final List<CoreGlobal> coreGlobals = new ArrayList<>();
    private final List<CoreTag> coreTags = new ArrayList<>();
    private final Map<ResourceType, Integer> resourceIndices;

    Frame(Store store, ComponentClosure closure, @Nullable InstanceState parent, Map<String, RuntimeItem> arguments) {
        this.store = store;
        this.state = store.newState(parent);
        this.outer = closure.outer();
        this.arguments = arguments;
        this.resourceIndices = closure.component().resources();
        this.resources = new RuntimeResourceType[resourceIndices.size()];
    }

    /** The memory of this index; {@code null} for none. */
    @Nullable
    CoreMemory memory(int index) {
        return index < 0 ? null : coreMemories.get(index);
    }

    /** The core function of this index; {@code null} for none. */
    @Nullable
    CoreFunction coreFunc(int index) {
        return index < 0 ? null : coreFuncs.get(index);
    }

    /** The core definition that a checked reference refers to. */
    CoreExtern core(Item.Entry entry) {
        int index = entry.index();
        return switch (entry.space()) {
            case CORE_FUNC -> coreFuncs.get(index);
            case CORE_TABLE -> coreTables.get(index);
            case CORE_MEMORY -> coreMemories.get(index);
            case CORE_GLOBAL -> coreGlobals.get(index);
            case CORE_TAG -> coreTags.get(index);
            case CORE_INSTANCE, CORE_MODULE, FUNC, INSTANCE, COMPONENT ->
                throw new IllegalStateException(entry.space() + " is no space of core definitions");
        };
    }

    /** Appends a core definition to the index space of its sort. */
    void addCore(CoreExtern extern) {
        if (extern instanceof CoreFunction function) {
            coreFuncs.add(function);
        } else if (extern instanceof CoreTable table) {
            coreTables.add(table);
        } else if (extern instanceof CoreMemory memory) {
            coreMemories.add(memory);
        } else if (extern instanceof CoreGlobal global) {
            coreGlobals.add(global);
        } else {
            coreTags.add((CoreTag) extern);
        }
    }

    /** What a checked component-level reference refers to. */
    RuntimeItem item(Item item) {
        if (item instanceof Item.Type type) {
            return type(type.type());
        }
        Item.Entry entry = (Item.Entry) item;
        int index = entry.index();
        return switch (entry.space()) {
            case FUNC -> funcs.get(index);
            case INSTANCE -> instances.get(index);
            case COMPONENT -> components.get(index);
            case CORE_MODULE -> new RuntimeItem.Module(coreModules.get(index));
            case CORE_FUNC, CORE_TABLE, CORE_MEMORY, CORE_GLOBAL, CORE_TAG, CORE_INSTANCE ->
                throw new IllegalStateException(entry.space() + " is no space of component-level definitions");
        };
    }

    private RuntimeItem type(DefinedType type) {
        return type instanceof ResourceType resource
                ? new RuntimeItem.Resource(resource(resource))
                : RuntimeItem.PlainType.INSTANCE;
    }

    /** Appends a component-level definition to the index space of its sort; types leave nothing to append. */
    void add(RuntimeItem item) {
        if (item instanceof FunctionInstance function) {
            funcs.add(function);
        } else if (item instanceof RuntimeItem.Exports instance) {
            instances.add(instance);
        } else if (item instanceof ComponentClosure component) {
            components.add(component);
        } else if (item instanceof RuntimeItem.Module module) {
            coreModules.add(module.module());
        }
    }

    /** The run-time type that stands for a resource type of the component. */
    RuntimeResourceType resource(ResourceType type) {
        return resources[resourceIndices.get(type)];
    }

    void bind(ResourceType type, RuntimeResourceType runtime) {
        resources[resourceIndices.get(type)] = runtime;
    }

    /** Binds the abstract resources that a type introduces to those that an item has at the same places. */
    void bind(ExternType type, RuntimeItem item) {
        if (type instanceof TypeBound.SubResource sub && item instanceof RuntimeItem.Resource resource) {
            bind(sub.type(), resource.type());
        } else if (type instanceof InstanceType instance && item instanceof RuntimeItem.Exports exports) {
            for (ExternDecl decl : instance.exports()) {
                bind(decl.type(), exports.items().get(decl.name()));
            }
        }
    }
}
