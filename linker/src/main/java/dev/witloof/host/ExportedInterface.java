package dev.witloof.host;

import dev.witloof.name.ExternName;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.PlainName;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.value.ResourceValue;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A Java interface over what a component or an instance exports: compared and prepared once, and then made for each instance.
 * The interface may have fewer functions than are exported.
 */
public final class ExportedInterface {

    private final Class<?> type;
    private final List<ExternDecl> exports;
    private final ResourceMethods resourceMethods;
    private final Matching matching;
    private final List<InterfaceShape> shapes = new ArrayList<>();
    private final Map<ResourceType, Class<?>> resources = new IdentityHashMap<>();
    private final List<Adapters> adapters = new ArrayList<>();

    /** Where the methods of a resource are, which may be exported beside the interface that uses it. */
    public interface ResourceMethods {

        /** The methods of a resource by their names. */
        Map<String, FuncType> of(ResourceType resource);

        /** Whether it is a resource that is given to the component by an import: Java then hands in what serves that import. */
        boolean isImported(ResourceType resource);
    }

    private ExportedInterface(
            Class<?> type, List<ExternDecl> exports, ResourceMethods resourceMethods, AdapterKind kind) {
        this.type = type;
        this.exports = exports;
        this.resourceMethods = resourceMethods;
        this.matching = new Matching(WitText.of(new InstanceType(exports)), false, kind);
    }

    /**
     * Compares a Java interface with exports and prepares it.
     *
     * @param where what messages call the exports, such as {@code shop.wasm, export "admin"}
     * @throws IllegalArgumentException with all differences, if there is one
     */
    public static ExportedInterface of(
            String where, Class<?> type, List<ExternDecl> exports, ResourceMethods methods, AdapterKind kind) {
        ExportedInterface exported = new ExportedInterface(type, exports, methods, kind);
        exported.match(kind);
        List<Mismatch> found = exported.matching.mismatches();
        if (!found.isEmpty()) {
            throw new IllegalArgumentException(text(where, type, found));
        }
        for (InterfaceShape shape : exported.shapes) {
            exported.adapters.add(kind.of(shape, Direction.LOWER));
        }
        return exported;
    }

    /** All differences as a text of several lines. */
    static String text(String where, Class<?> type, List<Mismatch> found) {
        return where + " cannot be " + type.getName() + ": " + found.size()
                + (found.size() == 1 ? " difference" : " differences")
                + found.stream()
                        .map(each -> (each.at().isEmpty() ? "" : "\n  " + each.at())
                                + "\n    the component gives   " + each.wit()
                                + "\n    Java takes            " + each.given()
                                + "\n    declared as           " + each.declaration())
                        .collect(Collectors.joining());
    }

    private void match(AdapterKind kind) {
        matching.at(type);
        if (!type.isInterface()) {
            matching.differ("", "an interface", "the class " + type.getName());
            return;
        }
        if (!matching.canUse("", "an interface", type) || !matching.canImplement(type)) {
            return;
        }
        for (ExternDecl export : exports) {
            if (export.type() instanceof TypeBound bound && bound.type() instanceof ResourceType resource) {
                Methods.nested(type, export.name())
                        .ifPresent(nested -> matching.resources().put(resource, nested));
            }
        }
        List<FunctionShape> functions = new ArrayList<>();
        List<InterfaceShape.Accessor> accessors = new ArrayList<>();
        for (ExternDecl export : exports) {
            if (export.type() instanceof FuncType func) {
                PlainName name = PlainName.parse(export.name());
                if (name.kind() != PlainName.Kind.METHOD) {
                    function(type, name, func).ifPresent(functions::add);
                }
            } else if (export.type() instanceof InstanceType instance) {
                accessor(export.name(), instance, kind).ifPresent(accessors::add);
            }
        }
        add(new InterfaceShape(type, null, functions, accessors));
        // The Java types of resources are known from where they are taken or returned, also by each other's methods.
        for (Map.Entry<ResourceType, Class<?>> next = unseen(); next != null; next = unseen()) {
            resource(next.getKey(), next.getValue());
        }
    }

    private Map.@Nullable Entry<ResourceType, Class<?>> unseen() {
        return matching.resources().entrySet().stream()
                .filter(each -> !resources.containsKey(each.getKey()))
                .map(each -> Map.<ResourceType, Class<?>>entry(each.getKey(), each.getValue()))
                .findFirst()
                .orElse(null);
    }

    private void resource(ResourceType resource, Class<?> java) {
        resources.put(resource, java);
        Map<String, FuncType> methods = resourceMethods.of(resource);
        if (methods.isEmpty() && resourceMethods.isImported(resource)) {
            return;
        }
        if (!java.isInterface()) {
            if (!methods.isEmpty()) {
                matching.at(java);
                matching.differ(
                        matching.text().resource(resource), "a resource of the guest", "the class " + java.getName());
            }
            return;
        }
        matching.at(java);
        if (!matching.canImplement(java)) {
            return;
        }
        List<FunctionShape> functions = new ArrayList<>();
        methods.forEach(
                (name, func) -> function(java, PlainName.parse(name), func).ifPresent(functions::add));
        add(new InterfaceShape(java, resource, functions, List.of()));
    }

    private Optional<FunctionShape> function(Class<?> owner, PlainName name, FuncType func) {
        boolean isMethod = name.kind() == PlainName.Kind.METHOD;
        return Methods.find(owner, name, func.params().size() - (isMethod ? 1 : 0))
                .map(method -> new FunctionShapes(matching, Direction.LOWER)
                        .of(name.toString(), func, owner, method, isMethod));
    }

    /** The method without parameters that gives an exported instance. */
    private Optional<InterfaceShape.Accessor> accessor(String export, InstanceType instance, AdapterKind kind) {
        ExternName name = ExternName.parse(export);
        String label = name instanceof InterfaceName full
                ? full.projections().get(full.projections().size() - 1)
                : export;
        for (Method method : Methods.all(type)) {
            boolean stands = RecordShapes.named(method)
                    .map(export::equals)
                    .orElseGet(() -> method.getName().equals(JavaNames.member(label)));
            if (stands
                    && method.getParameterCount() == 0
                    && method.getReturnType().isInterface()) {
                ExportedInterface inner = of(
                        "export \"" + export + "\"", method.getReturnType(), instance.exports(), resourceMethods, kind);
                return Optional.of(new InterfaceShape.Accessor(export, method, inner));
            }
        }
        return Optional.empty();
    }

    /** Keeps a shape, and checks that nothing in the interface is left without a function. */
    private void add(InterfaceShape shape) {
        Set<Method> given = new HashSet<>();
        shape.functions().forEach(each -> given.add(each.method()));
        shape.accessors().forEach(each -> given.add(each.method()));
        for (Method method : Methods.all(shape.type())) {
            boolean closes =
                    shape.resource() != null && method.getName().equals("close") && method.getParameterCount() == 0;
            boolean isAbstract = Modifier.isAbstract(method.getModifiers());
            boolean overridden = given.stream().anyMatch(each -> overrides(each, method));
            if (isAbstract && !closes && !overridden) {
                matching.at(method);
                matching.differ(method.getName(), "no such function", "a method that needs one");
            }
        }
        shapes.add(shape);
    }

    private static boolean overrides(Method one, Method other) {
        return one.getName().equals(other.getName())
                && List.of(one.getParameterTypes()).equals(List.of(other.getParameterTypes()));
    }

    /** The Java types of the guest's resources. */
    public Map<ResourceType, Class<?>> resources() {
        return resources;
    }

    /** What gives functions, instances and adapters of one instance. */
    public interface Source {

        /** A function of the exports themselves. */
        ExportedFunction function(String name, ExportedSignature signature);

        /** A method of a resource. */
        ExportedFunction method(ResourceType resource, String name, ExportedSignature signature);

        /** Where the functions of an exported instance are. */
        Source instance(String name);

        /** Makes the adapters of a resource known. */
        void register(ResourceType resource, Class<?> type, Function<ResourceValue, Object> adapters);
    }

    /** An object of the interface for one instance. */
    public Object make(Source source) {
        for (int i = 1; i < shapes.size(); i++) {
            InterfaceShape shape = shapes.get(i);
            ResourceType resource = Objects.requireNonNull(shape.resource());
            ExportedFunction[] functions =
                    functions(shape, adapters.get(i), (name, signature) -> source.method(resource, name, signature));
            Adapters made = adapters.get(i);
            Object[] none = {};
            source.register(resource, shape.type(), handle -> made.export(functions, none, handle));
        }
        InterfaceShape shape = shapes.get(0);
        Object[] instances = adapters.get(0).instances().stream()
                .map(name -> accessor(shape, name).inner().make(source.instance(name)))
                .toArray();
        return adapters.get(0).export(functions(shape, adapters.get(0), source::function), instances, null);
    }

    private static InterfaceShape.Accessor accessor(InterfaceShape shape, String name) {
        return shape.accessors().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("adapters: no accessor of \"" + name + "\""));
    }

    private static ExportedFunction[] functions(
            InterfaceShape shape, Adapters adapters, BiFunction<String, ExportedSignature, ExportedFunction> source) {
        Map<String, FunctionShape> byName =
                shape.functions().stream().collect(Collectors.toMap(FunctionShape::name, each -> each));
        return adapters.functions().stream()
                .map(name -> {
                    FunctionShape each = byName.get(name);
                    return each == null ? null : source.apply(name, new ExportedSignature(each));
                })
                .toArray(ExportedFunction[]::new);
    }
}
