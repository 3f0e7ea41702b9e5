package dev.witloof.host;

import dev.witloof.name.NameAttributes;
import dev.witloof.name.PlainName;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Java interface that serves an imported instance or function: compared once, when planning, and then prepared. */
public final class ImportedInterface {

    private final Class<?> type;
    private final InstanceType need;
    /** Whether the interface stands for a function alone, so that its one method serves whatever it is called. */
    private final boolean isFunction;

    private final AdapterKind kind;
    private final Matching matching;
    private final Map<Class<?>, List<FunctionShape>> functions = new LinkedHashMap<>();
    private @Nullable Map<String, ImportedFunction> prepared;

    private ImportedInterface(Class<?> type, InstanceType need, boolean isFunction, AdapterKind kind) {
        this.type = type;
        this.need = need;
        this.isFunction = isFunction;
        this.kind = kind;
        this.matching = new Matching(WitText.of(need), true, kind);
    }

    /** Compares a Java interface with what a component imports. */
    public static ImportedInterface of(Class<?> type, InstanceType need, AdapterKind kind) {
        ImportedInterface imported = new ImportedInterface(type, need, false, kind);
        imported.match();
        return imported;
    }

    /**
     * Compares a Java interface with a function that a component imports by itself. The method is the one that the rule for
     * names gives, or else the only abstract one, so that a lambda serves.
     *
     * @param name the import's name
     */
    public static ImportedInterface ofFunction(Class<?> type, String name, FuncType need, AdapterKind kind) {
        InstanceType alone = new InstanceType(List.of(new ExternDecl(name, NameAttributes.NONE, need)));
        ImportedInterface imported = new ImportedInterface(type, alone, true, kind);
        imported.match();
        return imported;
    }

    /** All differences, in the order of the import's functions; empty if the interface can serve it. */
    public List<Mismatch> mismatches() {
        return matching.mismatches();
    }

    private void match() {
        matching.at(type);
        if (!type.isInterface()) {
            matching.differ("", "an interface", "the class " + type.getName());
            return;
        }
        if (!matching.canUse("", "an interface", type)) {
            return;
        }
        for (ExternDecl export : need.exports()) {
            if (export.type() instanceof TypeBound bound && bound.type() instanceof ResourceType resource) {
                Methods.nested(type, export.name())
                        .ifPresent(nested -> matching.resources().put(resource, nested));
            }
        }
        // Methods last: the Java type of a resource of another interface is known from where it is taken or returned.
        functions(false);
        functions(true);
    }

    private void functions(boolean methods) {
        for (ExternDecl export : need.exports()) {
            if (export.type() instanceof FuncType func) {
                PlainName name = PlainName.parse(export.name());
                if (methods == (name.kind() == PlainName.Kind.METHOD)) {
                    function(name, func);
                }
            } else if (!methods && !(export.type() instanceof TypeBound)) {
                matching.at(type);
                matching.differ(export.name(), export.type().kind(), "nothing: Java can give functions and resources");
            }
        }
    }

    private void function(PlainName name, FuncType func) {
        boolean isMethod = name.kind() == PlainName.Kind.METHOD;
        Class<?> owner = isMethod ? resource(name) : type;
        if (owner == null) {
            matching.at(type);
            matching.differ(
                    name.toString(),
                    matching.text().func(func),
                    "no interface " + JavaNames.type(name.label().value()) + " in " + JavaType.name(type));
            return;
        }
        int parameters = func.params().size() - (isMethod ? 1 : 0);
        Optional<Method> method = Methods.find(owner, name, parameters)
                .or(() -> isFunction ? Methods.onlyAbstract(owner) : Optional.empty());
        if (method.isEmpty()) {
            matching.at(owner);
            matching.differ(
                    name.toString(),
                    matching.text().func(func),
                    "no method " + JavaNames.method(name) + " in " + JavaType.name(owner));
            return;
        }
        FunctionShape shape =
                new FunctionShapes(matching, Direction.LIFT).of(name.toString(), func, owner, method.get(), isMethod);
        functions.computeIfAbsent(owner, each -> new ArrayList<>()).add(shape);
    }

    private @Nullable Class<?> resource(PlainName method) {
        ExternType export = need.export(method.label().value()).orElse(null);
        return export instanceof TypeBound bound && bound.type() instanceof ResourceType resource
                ? matching.resources().get(resource)
                : null;
    }

    /** The Java types of the resources that it gives or takes, as far as it says. */
    public Map<ResourceType, Class<?>> resources() {
        return matching.resources();
    }

    /**
     * Makes the adapters, once.
     *
     * @return what is called for each function, by its name
     */
    public synchronized Map<String, ImportedFunction> prepare() {
        Map<String, ImportedFunction> ready = prepared;
        if (ready == null) {
            ready = Collections.unmodifiableMap(adapters());
            prepared = ready;
        }
        return ready;
    }

    private Map<String, ImportedFunction> adapters() {
        Map<String, ImportedFunction> made = new LinkedHashMap<>();
        functions.forEach((owner, shapes) -> {
            InterfaceShape shape = new InterfaceShape(owner, null, shapes, List.of());
            Adapters adapters = kind.of(shape, Direction.LIFT);
            for (FunctionShape each : shapes) {
                made.put(
                        each.name(),
                        new ImportedFunction(
                                each, adapters, adapters.functions().indexOf(each.name())));
            }
        });
        return made;
    }
}
