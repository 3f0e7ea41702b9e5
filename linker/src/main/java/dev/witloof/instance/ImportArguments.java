package dev.witloof.instance;

import dev.witloof.error.UninstantiableException;
import dev.witloof.host.HostObjects;
import dev.witloof.host.ImportedFunction;
import dev.witloof.name.ImportRef;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What Java gives to the imports of one instance, as run-time items. Each import gets resource types of its own, so a
 * resource that came in by one name is refused under another; where an import's type says that its resource equals that
 * of another import, both share it.
 */
final class ImportArguments {

    private final String owner;
    private final Component component;
    private final Map<String, ImportValue> values;
    private final Members members;
    private final Map<ResourceType, RuntimeResourceType> resources = new HashMap<>();
    /** What the import at hand shares with those of other members; {@code null} if nothing. */
    private @Nullable String group;

    ImportArguments(Component component, Map<String, ImportValue> values) {
        this(component, values, Members.NONE);
    }

    ImportArguments(Component component, Map<String, ImportValue> values, Members members) {
        this.owner = members.title(component);
        this.component = component;
        this.values = values;
        this.members = members;
    }

    /** The items, by the imports' names. */
    Map<String, RuntimeItem> items() {
        Map<String, RuntimeItem> items = new HashMap<>();
        List<ImportRef> imports = component.imports();
        for (int i = 0; i < imports.size(); i++) {
            ImportRef need = imports.get(i);
            ImportValue value = values.get(need.name());
            if (value == null) {
                throw new UninstantiableException(owner + ": " + need + ": nothing is given", null);
            }
            ExternType type = component.type().imports().get(i).type();
            RuntimeItem item = item(need, type, value, null);
            learn(type, item);
            items.put(need.name(), item);
        }
        return items;
    }

    /** Notes which resource types another instance gave, for the imports that share them. */
    private void learn(ExternType type, RuntimeItem item) {
        if (type instanceof TypeBound.SubResource sub && item instanceof RuntimeItem.Resource resource) {
            resources.putIfAbsent(sub.type(), resource.type());
        } else if (type instanceof InstanceType instance && item instanceof RuntimeItem.Exports exports) {
            for (ExternDecl export : instance.exports()) {
                RuntimeItem exported = exports.items().get(export.name());
                if (exported != null) {
                    learn(export.type(), exported);
                }
            }
        }
    }

    private RuntimeItem item(ImportRef need, ExternType type, ImportValue value, @Nullable AroundImport around) {
        if (value instanceof ImportValue.Shared shared) {
            group = shared.group();
            RuntimeItem item = item(need, type, shared.value(), around);
            group = null;
            return item;
        }
        if (value instanceof ImportValue.Wrapped wrapped) {
            AroundImport outer = new AroundImport(function -> call(need, function), wrapped, resources::get);
            return outer.item(need.name(), type, item(need, type, wrapped.value(), outer));
        }
        if (type instanceof TypeBound bound && !(bound instanceof TypeBound.SubResource)) {
            return type(need.name(), bound, Map.of(), null);
        }
        if (value instanceof ImportValue.Function function && type instanceof FuncType func) {
            return new HostFunctionInstance(call(need, need.name()), func, function.code(), function.servedBy());
        }
        if (value instanceof ImportValue.Instance instance && type instanceof InstanceType expected) {
            return instance(need, expected, instance, around);
        }
        if (value instanceof ImportValue.Typed typed && type instanceof InstanceType expected) {
            return typed(need, expected, typed, around);
        }
        if (value instanceof ImportValue.Typed typed && type instanceof FuncType func) {
            return typedFunction(need, need.name(), func, typed);
        }
        if (value instanceof ImportValue.Resource resource && type instanceof TypeBound.SubResource sub) {
            return new RuntimeItem.Resource(newResource(need.name(), sub.type(), resource.destructor()));
        }
        if (value instanceof ImportValue.Module module) {
            return new RuntimeItem.Module(module.module());
        }
        if (value instanceof ImportValue.Nested nested) {
            return new ComponentClosure(nested.component().prepared(), null);
        }
        if (value instanceof ImportValue.Exported exported) {
            return exported.instance().exported(exported.export());
        }
        if (value instanceof ImportValue.OfMember other) {
            return MemberFunction.of(call(need, need.name()), members.exported(other), other.member());
        }
        throw new UninstantiableException(
                owner + ": " + need + ": expected " + type.kind() + ", given something else", null);
    }

    private Call call(ImportRef need, String function) {
        return new Call(need, function, members.importing());
    }

    private RuntimeItem.Exports instance(
            ImportRef need, InstanceType type, ImportValue.Instance given, @Nullable AroundImport around) {
        Map<String, RuntimeItem> items = new LinkedHashMap<>();
        for (ExternDecl export : type.exports()) {
            items.put(export.name(), export(need, export, given, around));
        }
        return new RuntimeItem.Exports(items);
    }

    private RuntimeItem.Exports typed(
            ImportRef need, InstanceType type, ImportValue.Typed given, @Nullable AroundImport around) {
        Map<String, RuntimeItem> items = new LinkedHashMap<>();
        for (ExternDecl export : type.exports()) {
            if (export.type() instanceof FuncType func) {
                items.put(export.name(), typedFunction(need, export.name(), func, given));
            } else if (export.type() instanceof TypeBound bound) {
                items.put(export.name(), type(export.name(), bound, Map.of(export.name(), HostObjects::close), around));
            }
        }
        return new RuntimeItem.Exports(items);
    }

    private TypedHostFunction typedFunction(ImportRef need, String name, FuncType type, ImportValue.Typed given) {
        ImportedFunction code = function(need, name, given.functions());
        return new TypedHostFunction(call(need, name), type, code, given.implementation(), given.servedBy());
    }

    private <T> T function(ImportRef need, String name, Map<String, T> given) {
        T code = given.get(name);
        if (code == null) {
            throw new UninstantiableException(owner + ": " + need + ": no function \"" + name + "\" is given", null);
        }
        return code;
    }

    private RuntimeItem export(
            ImportRef need, ExternDecl export, ImportValue.Instance given, @Nullable AroundImport around) {
        if (export.type() instanceof FuncType func) {
            HostFunction code = function(need, export.name(), given.functions());
            return new HostFunctionInstance(call(need, export.name()), func, code, given.servedBy());
        }
        if (export.type() instanceof TypeBound bound) {
            return type(export.name(), bound, given.resources(), around);
        }
        throw new UninstantiableException(
                owner + ": " + need + ": export \"" + export.name() + "\": expected a func or a type, found "
                        + export.type().kind() + ", which Java cannot give",
                null);
    }

    private RuntimeItem type(
            String name, TypeBound bound, Map<String, Consumer<Object>> destructors, @Nullable AroundImport around) {
        if (!(bound.type() instanceof ResourceType resource)) {
            return RuntimeItem.PlainType.INSTANCE;
        }
        RuntimeResourceType known = resources.get(resource);
        if (known == null) {
            Consumer<Object> destructor = destructors.getOrDefault(name, object -> {});
            known = newResource(name, resource, around == null ? destructor : around.drop(resource, name, destructor));
        }
        return new RuntimeItem.Resource(known);
    }

    private RuntimeResourceType newResource(String name, ResourceType type, Consumer<Object> destructor) {
        RuntimeResourceType runtime = group == null
                ? RuntimeResourceType.host(type.name(), destructor)
                : members.shared(group + " " + name, () -> RuntimeResourceType.host(type.name(), destructor));
        resources.put(type, runtime);
        return runtime;
    }
}
