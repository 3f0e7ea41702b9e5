package dev.witloof.validation;

import dev.witloof.error.InvalidException;
import dev.witloof.type.ComponentType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ModuleType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether what is given may stand where something is expected. Where the expected type declares an abstract resource,
 * the given one takes its place from there on: {@link #arguments()} has the pairs afterwards.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#type-checking">Explainer: type checking</a>
 */
final class Subtyping {

    private final Substitution arguments = new Substitution();
    private final boolean exact;

    Subtyping() {
        this(false);
    }

    /** With {@code exact}, whether each of both may stand for the other: a bound {@code eq} asks for that. */
    private Subtyping(boolean exact) {
        this.exact = exact;
    }

    /** The resources that took the places of the expected type's abstract ones. */
    Substitution arguments() {
        return arguments;
    }

    /**
     * Checks one given type against one expected type.
     *
     * @throws InvalidException if it does not fit; its path leads to the difference
     */
    void match(ExternType given, ExternType expected) {
        if (given instanceof FuncType func && expected instanceof FuncType wanted) {
            FuncType actual = arguments.apply(wanted);
            if (!func.equals(actual)) {
                throw different("", actual, func);
            }
        } else if (given instanceof InstanceType instance && expected instanceof InstanceType wanted) {
            matchExports(instance.exports(), wanted.exports());
        } else if (given instanceof TypeBound bound && expected instanceof TypeBound wanted) {
            matchBounds(bound, wanted);
        } else if (given instanceof ComponentType component && expected instanceof ComponentType wanted) {
            matchComponents(component, wanted);
        } else if (given instanceof ModuleType module && expected instanceof ModuleType wanted) {
            CoreSubtyping.match(module, wanted);
            if (exact) {
                CoreSubtyping.match(wanted, module);
            }
        } else if (given instanceof ExternType.Value value && expected instanceof ExternType.Value wanted) {
            if (!value.type().equals(arguments.apply(wanted.type()))) {
                throw new InvalidException(
                        "", "expected a value of " + wanted.type() + ", found one of " + value.type());
            }
        } else {
            throw new InvalidException("", "expected " + expected.kind() + ", found " + given.kind());
        }
    }

    /** Two types that differ; only their resources do if they are written alike. */
    private static InvalidException different(String what, Object expected, Object found) {
        boolean alike = expected.toString().equals(found.toString());
        return new InvalidException(
                "",
                "expected " + what + expected + ", found "
                        + (alike ? "one written alike with another resource of that name" : found));
    }

    /** Checks that all of the expected exports are there, by name and in any order. */
    void matchExports(List<ExternDecl> given, List<ExternDecl> expected) {
        requireSameNumber(given, expected, "export");
        Map<String, ExternType> byName = byName(given);
        for (ExternDecl decl : expected) {
            ExternType type = byName.get(decl.name());
            String where = "export \"" + decl.name() + "\"";
            if (type == null) {
                throw new InvalidException(where, "expected " + decl.type().kind() + ", found nothing of this name");
            }
            within(where, type, decl.type());
        }
    }

    /** {@link #match} at a place that the error then names. */
    void within(String where, ExternType given, ExternType expected) {
        try {
            match(given, expected);
        } catch (InvalidException e) {
            throw e.within(where);
        }
    }

    private void matchBounds(TypeBound given, TypeBound expected) {
        DefinedType type = given.type();
        if (expected instanceof TypeBound.SubResource sub) {
            if (!(type instanceof ResourceType resource)) {
                throw new InvalidException("", "expected a resource type, found " + Scope.kind(type));
            }
            if (exact && !(given instanceof TypeBound.SubResource)) {
                throw new InvalidException("", "expected an abstract resource type, found one that equals " + type);
            }
            arguments.put(sub.type(), resource);
        } else {
            DefinedType wanted = arguments.apply(expected.type());
            matchEqual(type, wanted);
            if (type instanceof ValType value && expected.type() instanceof ValType name && name != value) {
                arguments.put(name, value);
            }
        }
    }

    /** Checks that two types are equal; those of instances and components are if each may stand for the other. */
    private static void matchEqual(DefinedType given, DefinedType expected) {
        boolean structures = given instanceof InstanceType && expected instanceof InstanceType
                || given instanceof ComponentType && expected instanceof ComponentType;
        if (structures) {
            new Subtyping(true).match((ExternType) given, (ExternType) expected);
        } else if (!given.equals(expected)) {
            throw different("type ", shown(expected), shown(given));
        }
    }

    private static Object shown(DefinedType type) {
        return type instanceof InstanceType || type instanceof ComponentType ? Scope.kind(type) : type;
    }

    private void matchComponents(ComponentType given, ComponentType expected) {
        ComponentType wanted = (ComponentType) arguments.apply((ExternType) expected);
        Map<String, ExternType> offered = byName(wanted.imports());
        requireSameNumber(given.imports(), wanted.imports(), "import");
        Subtyping inner = new Subtyping(exact);
        for (ExternDecl need : given.imports()) {
            ExternType offer = offered.get(need.name());
            String where = "import \"" + need.name() + "\"";
            if (offer == null) {
                throw new InvalidException(where, "the expected component type has no such import");
            }
            inner.within(where, offer, need.type());
        }
        List<ExternDecl> exports =
                FreshResources.exportsOf(given, inner.arguments).exports();
        new Subtyping(exact).matchExports(exports, wanted.exports());
    }

    private void requireSameNumber(List<ExternDecl> given, List<ExternDecl> expected, String what) {
        if (exact && given.size() != expected.size()) {
            throw new InvalidException(
                    "",
                    "expected " + expected.size() + " " + what + (expected.size() == 1 ? "" : "s") + ", found "
                            + given.size());
        }
    }

    private static Map<String, ExternType> byName(List<ExternDecl> decls) {
        Map<String, ExternType> byName = new HashMap<>();
        for (ExternDecl decl : decls) {
            byName.put(decl.name(), decl.type());
        }
        return byName;
    }
}
