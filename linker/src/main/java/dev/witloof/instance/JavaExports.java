package dev.witloof.instance;

import dev.witloof.host.ExportedFunction;
import dev.witloof.host.ExportedInterface;
import dev.witloof.host.ExportedSignature;
import dev.witloof.host.GuestResources;
import dev.witloof.host.InterfaceNames;
import dev.witloof.name.ExportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.PlainName;
import dev.witloof.state.RuntimeResourceType;
import dev.witloof.type.BorrowType;
import dev.witloof.type.ComponentType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.value.ResourceValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The exports of one instance as Java interfaces. */
final class JavaExports {

    private final ComponentInstance instance;
    private final Component component;
    private final Store store;
    private final Map<String, RuntimeItem> items;
    private final Map<String, JavaExports> members;

    /**
     * The exports.
     *
     * @param members by export, those of the member of a composition from which it comes; empty where a component stands alone
     */
    JavaExports(
            ComponentInstance instance, Store store, Map<String, RuntimeItem> items, Map<String, JavaExports> members) {
        this.instance = instance;
        this.component = instance.component();
        this.store = store;
        this.items = items;
        this.members = members;
    }

    /** The functions and instances that the component itself exports. */
    <T> T root(Class<T> type) {
        Objects.requireNonNull(type, "type");
        List<ComponentType> types = types();
        ExportedInterface prepared = component.exportedAs(
                type,
                "",
                kind -> ExportedInterface.of(
                        component.name(), type, component.type().exports(), methods(types), kind),
                store.adapters());
        return type.cast(prepared.make(new Root()));
    }

    /** An exported instance. */
    <T> T instance(String export, InstanceType exported, Class<T> type) {
        Objects.requireNonNull(type, "type");
        String where = component.name() + ", export \"" + export + "\"";
        Optional<InterfaceName> name = component.exports().stream()
                .filter(each -> each.name().equals(export))
                .findFirst()
                .flatMap(ExportRef::interfaceName);
        InterfaceNames.check(where, type, name);
        List<ComponentType> types = types();
        ExportedInterface prepared = component.exportedAs(
                type,
                export,
                kind -> ExportedInterface.of(where, type, exported.exports(), methods(types), kind),
                store.adapters());
        return type.cast(prepared.make(new OfInstance(export)));
    }

    static ExportedFunction function(ComponentFunction function, ExportedSignature signature) {
        return function.target() instanceof LiftedFunction lifted
                ? new LiftedExport(lifted, function.store(), signature)
                : new GeneralExport(function, signature);
    }

    /** Of the component, in a composition those of its members, of which resources are not seen by that of the whole. */
    private List<ComponentType> types() {
        return members.isEmpty()
                ? List.of(component.type())
                : members.values().stream()
                        .map(each -> each.component)
                        .distinct()
                        .map(Component::type)
                        .toList();
    }

    /**
     * The methods of each resource, wherever they are exported. What is returned is kept with the user's class as long as that
     * is loaded: it must lead to types alone, and not to an instance or its component.
     */
    private static ExportedInterface.ResourceMethods methods(List<ComponentType> types) {
        return new ExportedInterface.ResourceMethods() {

            @Override
            public Map<String, FuncType> of(ResourceType resource) {
                Map<String, FuncType> methods = new LinkedHashMap<>();
                types.forEach(each -> methods(resource, each, methods));
                return methods;
            }

            @Override
            public boolean isImported(ResourceType resource) {
                return types.stream().anyMatch(each -> declares(each.imports(), resource));
            }
        };
    }

    private static boolean declares(List<ExternDecl> imports, ResourceType resource) {
        return imports.stream()
                .anyMatch(each -> each.type() instanceof TypeBound.SubResource sub && sub.type() == resource
                        || each.type() instanceof InstanceType inner && declares(inner.exports(), resource));
    }

    private static void methods(ResourceType resource, ComponentType type, Map<String, FuncType> methods) {
        for (ExternDecl export : type.exports()) {
            if (export.type() instanceof InstanceType inner) {
                methods(resource, inner.exports(), methods);
            }
        }
        methods(resource, type.exports(), methods);
    }

    private static void methods(ResourceType resource, List<ExternDecl> exports, Map<String, FuncType> methods) {
        for (ExternDecl export : exports) {
            if (export.type() instanceof FuncType func && isMethod(export.name(), func, resource)) {
                methods.putIfAbsent(export.name(), func);
            }
        }
    }

    private static boolean isMethod(String name, FuncType func, ResourceType resource) {
        return PlainName.parse(name).kind() == PlainName.Kind.METHOD
                && func.params().get(0).type() instanceof BorrowType self
                && self.resource() == resource;
    }

    /**
     * Whose resource it is that functions of the component itself give or take. A component may be a member twice: its resource
     * types are then those of the member that exports them, else of the one that exports the first function.
     */
    private JavaExports owner(ResourceType resource) {
        List<JavaExports> exporting = members.values().stream()
                .filter(each -> runtime(resource, each.component.type().exports(), each.items) != null)
                .distinct()
                .toList();
        if (exporting.size() < 2) {
            return exporting.isEmpty() ? this : exporting.get(0);
        }
        List<ExternDecl> own = component.type().exports();
        return Stream.concat(
                        own.stream().filter(each -> each.type() instanceof TypeBound bound && bound.type() == resource),
                        own.stream().filter(each -> each.type() instanceof FuncType))
                .map(each -> members.get(each.name()))
                .filter(exporting::contains)
                .findFirst()
                .orElse(exporting.get(0));
    }

    private abstract class Source implements ExportedInterface.Source {

        @Override
        public ExportedFunction method(ResourceType resource, String name, ExportedSignature signature) {
            for (ExternDecl export : component.type().exports()) {
                if (export.type() instanceof InstanceType inner
                        && inner.export(name)
                                .filter(each -> each instanceof FuncType func && isMethod(name, func, resource))
                                .isPresent()) {
                    return JavaExports.function(instance.instance(export.name()).function(name), signature);
                }
            }
            return JavaExports.function(instance.function(name), signature);
        }

        @Override
        public ExportedInterface.Source instance(String name) {
            JavaExports member = members.get(name);
            return member == null ? new OfInstance(name) : member.new OfInstance(name);
        }

        @Override
        public void register(ResourceType resource, Class<?> type, Function<ResourceValue, Object> adapters) {
            RuntimeResourceType runtime = runtime(resource, component.type().exports(), items);
            if (runtime != null && !runtime.isHost()) {
                GuestResources.register(runtime, type, adapters);
            }
        }
    }

    private static @Nullable RuntimeResourceType runtime(
            ResourceType resource, List<ExternDecl> exports, Map<String, RuntimeItem> items) {
        for (ExternDecl export : exports) {
            RuntimeItem item = items.get(export.name());
            if (export.type() instanceof TypeBound bound
                    && bound.type() == resource
                    && item instanceof RuntimeItem.Resource found) {
                return found.type();
            }
            if (export.type() instanceof InstanceType inner && item instanceof RuntimeItem.Exports given) {
                RuntimeResourceType found = runtime(resource, inner.exports(), given.items());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private final class Root extends Source {

        @Override
        public ExportedFunction function(String name, ExportedSignature signature) {
            return JavaExports.function(instance.function(name), signature);
        }

        @Override
        public ExportedFunction method(ResourceType resource, String name, ExportedSignature signature) {
            JavaExports owner = owner(resource);
            return owner == JavaExports.this
                    ? super.method(resource, name, signature)
                    : owner.new Root().method(resource, name, signature);
        }

        @Override
        public void register(ResourceType resource, Class<?> type, Function<ResourceValue, Object> adapters) {
            JavaExports owner = owner(resource);
            if (owner == JavaExports.this) {
                super.register(resource, type, adapters);
            } else {
                owner.new Root().register(resource, type, adapters);
            }
        }
    }

    private final class OfInstance extends Source {

        private final ExportedInstance exported;

        OfInstance(String export) {
            this.exported = instance.instance(export);
        }

        @Override
        public ExportedFunction function(String name, ExportedSignature signature) {
            return JavaExports.function(exported.function(name), signature);
        }
    }
}
