package dev.witloof.link;

import dev.witloof.core.CoreModule;
import dev.witloof.host.AdapterKind;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.HostFunction;
import dev.witloof.instance.ImportValue;
import dev.witloof.name.ImportRef;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.TypeBound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a binding gives: something that is there already, a backend that is yet to be started, or a maker of backends. */
sealed interface Target permits Target.Ready, Target.OfInterface, Target.OfBackend, Target.OfFactory {

    /** What plans and reports call it; never a secret. */
    String description();

    /** Whether it may have functions, around which something can stand. */
    default boolean hasFunctions() {
        return true;
    }

    /** What of it goes into the digest of the configuration: as much as is the same after a restart, and no secret. */
    default String declared() {
        return description();
    }

    /** What is one and the same where two bindings have it together. */
    default Object shared() {
        return this;
    }

    /**
     * A backend, started once for each deployment.
     *
     * @param backend the embedder's
     */
    record OfBackend(Backend backend) implements Target {
        @Override
        public String description() {
            return Text.plain(backend.description());
        }

        @Override
        public Object shared() {
            return backend;
        }
    }

    /**
     * An object of a Java interface, compared with each import that it serves.
     *
     * @param type the interface
     * @param implementation the embedder's
     */
    record OfInterface(Class<?> type, Object implementation) implements Target {
        @Override
        public String description() {
            Class<?> java = implementation.getClass();
            boolean named = !java.isHidden() && !java.isSynthetic() && !java.isAnonymousClass();
            return Text.plain(named ? java.getName() : "an object of " + type.getName());
        }

        @Override
        public String declared() {
            return type.getName() + " by " + description();
        }

        @Override
        public Object shared() {
            return implementation;
        }

        OfServed matched(Need need, AdapterKind kind) {
            Served served = Served.of(type, need, kind);
            return new OfServed(
                    this, type.isInstance(implementation) ? served : served.butGiven(implementation.getClass()));
        }
    }

    /**
     * A maker of backends, called once for each import while planning.
     *
     * @param factory the embedder's
     */
    record OfFactory(Function<ImportRef, Backend> factory) implements Target {
        @Override
        public String description() {
            return "a factory";
        }
    }

    /** Something that is there already and needs no start. */
    sealed interface Ready extends Target {

        /** How it differs from what is needed; empty if it fits. */
        List<TypeDifference> differences(Need need);

        /** What the instance layer is given for the import. */
        ImportValue value(Need need, String servedBy);
    }

    /**
     * An object of a Java interface that was compared with the import.
     *
     * @param object the object
     * @param served the interface
     */
    record OfServed(OfInterface object, Served served) implements Ready {

        @Override
        public String description() {
            return object.description();
        }

        @Override
        public List<TypeDifference> differences(Need need) {
            return served.differences();
        }

        @Override
        public ImportValue value(Need need, String servedBy) {
            return served.value(object.implementation(), servedBy);
        }
    }

    /** The difference of two kinds of thing. */
    private static List<TypeDifference> otherKind(Need need, String given) {
        return List.of(new TypeDifference("", need.wanted(), given));
    }

    /**
     * Functions for an instance.
     *
     * @param functions what the embedder declared, or what a backend started
     */
    record OfFunctions(Functions functions) implements Ready {

        @Override
        public String description() {
            return "functions";
        }

        @Override
        public String declared() {
            return "functions " + functions.names().stream().sorted().toList();
        }

        @Override
        public Object shared() {
            return functions;
        }

        @Override
        public List<TypeDifference> differences(Need need) {
            if (!(need.type() instanceof InstanceType instance)) {
                return otherKind(need, "an instance");
            }
            Map<String, @Nullable FuncType> given = new LinkedHashMap<>();
            for (String name : functions.names()) {
                given.put(name, functions.type(name).orElse(null));
            }
            return TypeDifference.ofFunctions(instance, given);
        }

        @Override
        public ImportValue value(Need need, String servedBy) {
            Map<String, HostFunction> code = new LinkedHashMap<>();
            Map<String, Consumer<Object>> destructors = new LinkedHashMap<>();
            List<ExternDecl> exports = need.type() instanceof InstanceType instance ? instance.exports() : List.of();
            for (ExternDecl export : exports) {
                if (export.type() instanceof FuncType) {
                    code.put(export.name(), functions.function(export.name()).orElseThrow());
                } else if (export.type() instanceof TypeBound.SubResource) {
                    destructors.put(export.name(), functions.destructor(need.ref(), export.name()));
                }
            }
            return new ImportValue.Instance(code, destructors, servedBy);
        }
    }

    /**
     * A function.
     *
     * @param code what is called
     * @param type its type, if it was declared
     */
    record OfFunction(HostFunction code, Optional<FuncType> type) implements Ready {

        @Override
        public String description() {
            return "a function";
        }

        @Override
        public List<TypeDifference> differences(Need need) {
            if (!(need.type() instanceof FuncType func)) {
                return otherKind(need, "a function");
            }
            return type.flatMap(t -> TypeDifference.ofFunction(func, t, Sides.PLAIN)).stream()
                    .toList();
        }

        @Override
        public ImportValue value(Need need, String servedBy) {
            return new ImportValue.Function(code, servedBy);
        }
    }

    /**
     * An export of another component's instance.
     *
     * @param instance the embedder's
     * @param export the export's name
     */
    record OfExport(ComponentInstance instance, String export) implements Ready {

        @Override
        public String description() {
            return "export " + Text.quoted(export) + " of "
                    + Text.plain(instance.component().name());
        }

        @Override
        public List<TypeDifference> differences(Need need) {
            for (ExternDecl decl : instance.component().type().exports()) {
                if (decl.name().equals(export)) {
                    return ExternDifference.between(need.type(), decl.type());
                }
            }
            return otherKind(need, "no export of this name");
        }

        @Override
        public ImportValue value(Need need, String servedBy) {
            return new ImportValue.Exported(instance, export);
        }
    }

    /**
     * An export of another member of the same composition.
     *
     * @param member the member's name
     * @param export the export's name
     * @param type its type
     * @param origins where the resources of both members come from
     */
    record OfMember(String member, String export, ExternType type, Origins origins) implements Ready {

        @Override
        public String description() {
            return "export " + Text.quoted(export) + " of " + member;
        }

        @Override
        public List<TypeDifference> differences(Need need) {
            return ExternDifference.between(
                    need.type(), type, Sides.of(origins.compared(need.member().orElseThrow(), member)));
        }

        @Override
        public ImportValue value(Need need, String servedBy) {
            return new ImportValue.OfMember(member, export);
        }
    }

    /**
     * A core module.
     *
     * @param module the embedder's
     */
    record OfModule(CoreModule module) implements Ready {

        @Override
        public String description() {
            return "a core module";
        }

        @Override
        public boolean hasFunctions() {
            return false;
        }

        @Override
        public List<TypeDifference> differences(Need need) {
            return ExternDifference.between(need.type(), module.type());
        }

        @Override
        public ImportValue value(Need need, String servedBy) {
            return new ImportValue.Module(module);
        }
    }

    /**
     * A component.
     *
     * @param component the embedder's
     */
    record OfComponent(Component component) implements Ready {

        @Override
        public String description() {
            return "component " + Text.component(component.name(), component.sha256());
        }

        @Override
        public boolean hasFunctions() {
            return false;
        }

        @Override
        public String declared() {
            return "component " + component.sha256();
        }

        @Override
        public List<TypeDifference> differences(Need need) {
            return ExternDifference.between(need.type(), component.type());
        }

        @Override
        public ImportValue value(Need need, String servedBy) {
            return new ImportValue.Nested(component);
        }
    }

    /**
     * A resource type of the host.
     *
     * @param destructor called with the object when its last handle is dropped
     */
    record OfResource(Consumer<Object> destructor) implements Ready {

        @Override
        public String description() {
            return "a resource";
        }

        @Override
        public boolean hasFunctions() {
            return false;
        }

        @Override
        public List<TypeDifference> differences(Need need) {
            ExternType type = need.type();
            return type instanceof TypeBound.SubResource ? List.of() : otherKind(need, "a resource type");
        }

        @Override
        public ImportValue value(Need need, String servedBy) {
            return new ImportValue.Resource(destructor, servedBy);
        }
    }
}
