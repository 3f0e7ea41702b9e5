package dev.witloof.validation;

import dev.witloof.error.InvalidException;
import dev.witloof.layout.ValTypeChildren;
import dev.witloof.type.BorrowType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.EnumType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.FlagsType;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.OwnType;
import dev.witloof.type.RecordType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import dev.witloof.type.VariantType;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Which types of one component have names that those outside can see. Resources, records, variants, enums and flags need
 * one where an import or export uses them. A name belongs to the type that the import or export brings, not to equal
 * types defined elsewhere: so an import or export of a type makes a new object, and objects are told apart by identity.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#external-visibility-of-types">Explainer: external visibility of types</a>
 */
final class Visibility {

    private final Set<Object> imported = identitySet();
    private final Set<Object> exported = identitySet();
    private final Set<ResourceType> importedResources = new HashSet<>();

    private static Set<Object> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** The type of an import or export of a type, as an object of its own that can carry the new name. */
    static ExternType underName(ExternType type, String name) {
        if (!(type instanceof TypeBound.Eq bound)) {
            return type;
        }
        DefinedType given = bound.type();
        if (given instanceof ResourceType resource) {
            return new TypeBound.Eq(resource.underName(name));
        }
        if (given instanceof RecordType record) {
            return new TypeBound.Eq(new RecordType(record.fields()));
        }
        if (given instanceof VariantType variant) {
            return new TypeBound.Eq(new VariantType(variant.cases()));
        }
        if (given instanceof EnumType enumeration) {
            return new TypeBound.Eq(new EnumType(enumeration.labels()));
        }
        return given instanceof FlagsType flags ? new TypeBound.Eq(new FlagsType(flags.labels())) : type;
    }

    /** Checks the type of an import, which may use the names of imports only, and takes note of what it names. */
    void imported(String name, ExternType type) {
        new Walk("import", Set.of()).named(name, type, imported);
    }

    /** Checks the type of an export and takes note of what it names. */
    void exported(String name, ExternType type) {
        new Walk("export", exported).named(name, type, exported);
    }

    /** One check: what is visible, and what becomes visible on the way through an instance. */
    private final class Walk {

        private final String role;
        private final Set<Object> alsoVisible;
        private final Set<Object> local = identitySet();
        private final Set<ResourceType> localResources = new HashSet<>();

        Walk(String role, Set<Object> alsoVisible) {
            this.role = role;
            this.alsoVisible = alsoVisible;
        }

        void named(String name, ExternType type, Set<Object> names) {
            useWithin(role, name, type);
            names.addAll(local);
            if (names == imported) {
                importedResources.addAll(localResources);
            }
        }

        void useWithin(String kind, String name, ExternType type) {
            try {
                use(type);
            } catch (InvalidException e) {
                throw e.within(kind + " \"" + name + "\"");
            }
        }

        void use(ExternType type) {
            if (type instanceof FuncType func) {
                func.params().forEach(param -> use(param.type()));
                func.result().ifPresent(this::use);
            } else if (type instanceof InstanceType instance) {
                for (ExternDecl export : instance.exports()) {
                    useWithin("export", export.name(), export.type());
                }
            } else if (type instanceof TypeBound bound) {
                useWhatMakes(bound);
                local.add(bound.type());
                if (bound.type() instanceof ResourceType resource) {
                    localResources.add(resource);
                }
            }
        }

        /** A type gets its name here; what it is made of must have names already. */
        private void useWhatMakes(TypeBound bound) {
            DefinedType type = bound.type();
            if (type instanceof ExternType definition) {
                use(definition);
            } else if (isNamed(type)) {
                ValTypeChildren.of((ValType) type).forEach(this::use);
            } else if (type instanceof ValType value) {
                use(value);
            } else if (isHidden(bound)) {
                throw unnamed(type);
            }
        }

        /** Whether it equals a resource of this component that nobody outside can supply. */
        private boolean isHidden(TypeBound bound) {
            return role.equals("import")
                    && bound instanceof TypeBound.Eq
                    && !importedResources.contains(bound.type())
                    && !localResources.contains(bound.type());
        }

        private static boolean isNamed(DefinedType type) {
            return type instanceof RecordType
                    || type instanceof VariantType
                    || type instanceof EnumType
                    || type instanceof FlagsType;
        }

        private void use(ValType type) {
            if (isVisible(type)) {
                return;
            }
            if (type instanceof OwnType own) {
                require(own.resource());
            } else if (type instanceof BorrowType borrow) {
                require(borrow.resource());
            } else if (isNamed(type)) {
                require(type);
            } else {
                ValTypeChildren.of(type).forEach(this::use);
                local.add(type);
            }
        }

        private boolean isVisible(Object type) {
            return local.contains(type) || imported.contains(type) || alsoVisible.contains(type);
        }

        private void require(DefinedType type) {
            if (!isVisible(type)) {
                throw unnamed(type);
            }
        }

        private InvalidException unnamed(DefinedType type) {
            return new InvalidException(
                    "", "type " + type + " is used in an " + role + " and has no name there: " + role + " it first");
        }
    }
}
