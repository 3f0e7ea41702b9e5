package dev.witloof.validation;

import dev.witloof.component.ExternNameAttributes;
import dev.witloof.component.ExternNameAttributes.Attribute;
import dev.witloof.error.InvalidException;
import dev.witloof.name.ExternName;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.InterfaceVersion;
import dev.witloof.name.PlainName;
import dev.witloof.name.StrongUniqueness;
import dev.witloof.type.BorrowType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.Feature;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.OwnType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TypeBound;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names of the imports or of the exports of one scope: their grammar, their attributes, their strong uniqueness, and
 * the ties of constructors, methods and static functions to their resource.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#import-and-export-definitions">Binary: import and export definitions</a>
 */
final class ExternNames {

    private final String role;
    private final boolean areGrouped;
    private final TypeLimits limits;
    private final StrongUniqueness unique = new StrongUniqueness();
    private final Map<String, ResourceType> resources = new HashMap<>();

    /**
     * The names of one role.
     *
     * @param role what messages call them: import or export
     */
    ExternNames(String role, TypeLimits limits) {
        this(role, limits, false);
    }

    private ExternNames(String role, TypeLimits limits, boolean areGrouped) {
        this.role = role;
        this.areGrouped = areGrouped;
        this.limits = limits;
    }

    /** The names of an instance's inline exports. Those bring no indices, so no func can use a resource by such a name. */
    static ExternNames ofInlineExports(TypeLimits limits) {
        return new ExternNames("export", limits, true);
    }

    /**
     * Adds one import or export.
     *
     * @throws InvalidException if its name or an attribute breaks a rule
     */
    ExternDecl add(ExternNameAttributes written, ExternType type) {
        String name = written.name();
        try {
            ExternName parsed = ExternName.parse(name);
            if (parsed instanceof InterfaceName interfaceName) {
                checkInterface(interfaceName);
            } else {
                checkPlain((PlainName) parsed, type);
            }
            checkAttributes(written, parsed, type);
            unique.add(name).ifPresent(other -> {
                throw new InvalidException(
                        "",
                        other.equals(name)
                                ? "the name is taken already"
                                : "the name is not strongly unique beside \"" + other + "\"");
            });
            if (type instanceof TypeBound bound && bound.type() instanceof ResourceType resource) {
                resources.putIfAbsent(name, resource);
            }
            return new ExternDecl(name, written.nameAttributes(), type);
        } catch (InvalidException e) {
            throw e.within(role + " \"" + name + "\"");
        }
    }

    private void checkInterface(InterfaceName name) {
        if (name.isNested()) {
            limits.require(Feature.NESTED_NAMES, "a nested name");
        }
        if (name.version().filter(InterfaceVersion::isCanonical).isPresent()) {
            limits.require(
                    Feature.CANONICAL_INTERFACE_NAMES,
                    "the version \"" + name.version().get() + "\"");
        }
    }

    private void checkPlain(PlainName name, ExternType type) {
        if (name.kind() == PlainName.Kind.LABEL) {
            return;
        }
        if (!(type instanceof FuncType func)) {
            throw new InvalidException("", "expected a func under this name, found " + type.kind());
        }
        if (areGrouped) {
            throw new InvalidException(
                    "", "expected a label or an interface name, because inline exports name no resource for a func");
        }
        String label = name.label().value();
        ResourceType resource = resources.get(label);
        if (resource == null) {
            throw new InvalidException("", "expected a resource \"" + label + "\" before it, found none");
        }
        if (name.kind() == PlainName.Kind.METHOD) {
            boolean fits = !func.params().isEmpty()
                    && func.params().get(0).label().equals("self")
                    && func.params().get(0).type() instanceof BorrowType borrow
                    && borrow.resource() == resource;
            if (!fits) {
                throw new InvalidException("", "expected (self: borrow<" + label + ">, …), found " + func);
            }
        } else if (name.kind() == PlainName.Kind.CONSTRUCTOR) {
            boolean fits = func.result()
                    .flatMap(result -> result instanceof ResultType outcome ? outcome.ok() : Optional.of(result))
                    .filter(made -> made instanceof OwnType own && own.resource() == resource)
                    .isPresent();
            if (!fits) {
                throw new InvalidException("", "expected a func that returns " + label + ", found " + func);
            }
        }
    }

    private void checkAttributes(ExternNameAttributes written, ExternName name, ExternType type) {
        Set<Class<?>> seen = new HashSet<>();
        for (Attribute attribute : written.attributes()) {
            if (!seen.add(attribute.getClass())) {
                throw new InvalidException("", "expected each attribute once, found " + kind(attribute) + " twice");
            }
            if (attribute instanceof Attribute.VersionSuffix suffix) {
                checkVersionSuffix(suffix.value(), name);
                continue;
            }
            limits.require(Feature.IMPLEMENTS, "the attribute " + kind(attribute));
            if (attribute instanceof Attribute.Implements impl) {
                if (!(type instanceof InstanceType)) {
                    throw new InvalidException("", "implements stands on an instance only, found " + type.kind());
                }
                if (!(name instanceof PlainName plain) || plain.kind() != PlainName.Kind.LABEL) {
                    throw new InvalidException("", "implements stands beside a plain name only");
                }
                checkInterface(InterfaceName.parse(impl.value()));
            }
        }
    }

    private static String kind(Attribute attribute) {
        if (attribute instanceof Attribute.Implements) {
            return "implements";
        }
        return attribute instanceof Attribute.VersionSuffix ? "versionsuffix" : "external-id";
    }

    private void checkVersionSuffix(String suffix, ExternName name) {
        limits.require(Feature.CANONICAL_INTERFACE_NAMES, "a version suffix");
        InterfaceVersion version = name instanceof InterfaceName interfaceName
                ? interfaceName.version().orElse(null)
                : null;
        if (version == null || !version.hasCanonicalForm()) {
            throw new InvalidException("", "a version suffix needs a canonical version before it");
        }
        if (InterfaceVersion.read(version + suffix)
                .filter(v -> !v.isCanonical())
                .isEmpty()) {
            throw new InvalidException("", "\"" + version + suffix + "\" is not a semantic version");
        }
    }
}
