package dev.witloof.validation;

import dev.witloof.component.Alias;
import dev.witloof.component.ComponentDeclaration;
import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreSort;
import dev.witloof.component.DefType;
import dev.witloof.component.ExternTypeRef;
import dev.witloof.error.InvalidException;
import dev.witloof.layout.TypePredicates;
import dev.witloof.type.ComponentType;
import dev.witloof.type.DefinedType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.Feature;
import dev.witloof.type.FuncType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import dev.witloof.type.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of types other than resources to types, and the declarators of component and instance types.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#declarators">Explainer: declarators</a>
 */
final class TypeDefinitions implements DefType.Visitor<DefinedType> {

    private final Scope scope;
    private final ValueTypes values;

    TypeDefinitions(Scope scope) {
        this.scope = scope;
        this.values = new ValueTypes(scope);
    }

    /** The type that a definition defines. */
    DefinedType define(DefType type) {
        return type.accept(this);
    }

    @Override
    public DefinedType value(DefType.ValueDef form) {
        return values.define(form.type());
    }

    @Override
    public DefinedType func(DefType.FuncDef form) {
        if (form.async()) {
            scope.limits.require(Feature.ASYNC, "an async func");
        }
        Optional<ValType> result = form.result().map(values::resolve);
        if (result.filter(TypePredicates::containsBorrow).isPresent()) {
            throw new InvalidException("", "a result cannot carry a borrow, found " + result.get());
        }
        FuncType type = new FuncType(form.async(), values.labelled(form.params(), "parameter"), result);
        return scope.limits.check(type);
    }

    @Override
    public DefinedType component(DefType.ComponentDef form) {
        Declarators inner = new Declarators(true);
        form.declarations().forEach(inner::add);
        return scope.limits.check(new ComponentType(inner.imports, inner.exports));
    }

    @Override
    public DefinedType instance(DefType.InstanceDef form) {
        Declarators inner = new Declarators(false);
        form.declarations().forEach(inner::add);
        return scope.limits.check(new InstanceType(inner.exports));
    }

    @Override
    public DefinedType resource(DefType.ResourceDef form) {
        throw new InvalidException("", "a resource can be defined in a component only, not in a type");
    }

    /**
     * The type of an import or export, with abstract resources of its own.
     *
     * @param name what it is called; a resource takes it as its name
     */
    ExternType resolve(ExternTypeRef reference, String name) {
        return scope.limits.check(reference.accept(new ExternTypeRef.Visitor<ExternType>() {
            @Override
            public ExternType module(ExternTypeRef.Module form) {
                return CoreTypes.moduleType(scope, form.coreType());
            }

            @Override
            public ExternType func(ExternTypeRef.Func form) {
                return scope.definition(form.type(), FuncType.class, "a func type");
            }

            @Override
            public ExternType value(ExternTypeRef.Value form) {
                throw new InvalidException("", "values are not supported (feature \"" + Feature.VALUES + "\")");
            }

            @Override
            public ExternType type(ExternTypeRef.Type form) {
                if (form.bound() instanceof ExternTypeRef.EqualType equal) {
                    return Visibility.underName(new TypeBound.Eq(scope.namedType(equal.type())), name);
                }
                return new TypeBound.SubResource(ResourceType.named(name));
            }

            @Override
            public ExternType component(ExternTypeRef.Component form) {
                return scope.definition(form.type(), ComponentType.class, "a component type");
            }

            @Override
            public ExternType instance(ExternTypeRef.Instance form) {
                InstanceType type = scope.definition(form.type(), InstanceType.class, "an instance type");
                scope.limits.check(type);
                return FreshResources.open(type);
            }
        }));
    }

    /**
     * What an outer alias to a type means here.
     *
     * @throws InvalidException if it would carry a resource type across a component
     */
    static DefinedType outerType(Scope scope, int count, int index) {
        DefinedType type = scope.outward(count).types.get(index);
        scope.limits.count(type);
        if (scope.crossesComponent(count) && ResourceUse.mentions(type)) {
            throw new InvalidException(
                    "", "an outer alias cannot carry a resource type across a component, found " + Scope.kind(type));
        }
        return type;
    }

    /** The declarators of one component or instance type. */
    private final class Declarators {

        private final Scope inside = new Scope(scope, false, scope.limits);
        private final TypeDefinitions definitions = new TypeDefinitions(inside);
        private final List<ExternDecl> imports = new ArrayList<>();
        private final List<ExternDecl> exports = new ArrayList<>();
        /** An instance type is checked where it is imported or exported, a component type at once. */
        private final boolean checksVisibility;

        Declarators(boolean checksVisibility) {
            this.checksVisibility = checksVisibility;
        }

        void add(ComponentDeclaration declaration) {
            declaration.accept(new ComponentDeclaration.Visitor<@Nullable Void>() {
                @Override
                public @Nullable Void importDeclaration(ComponentDeclaration.Import form) {
                    ExternType type =
                            definitions.resolve(form.type(), form.name().name());
                    inside.visibility.imported(form.name().name(), type);
                    imports.add(inside.imports.add(form.name(), type));
                    inside.add(type);
                    return null;
                }

                @Override
                public @Nullable Void coreType(ComponentDeclaration.CoreType form) {
                    new CoreTypes(inside).define(form.type());
                    return null;
                }

                @Override
                public @Nullable Void type(ComponentDeclaration.Type form) {
                    inside.types.add(definitions.define(form.type()));
                    return null;
                }

                @Override
                public @Nullable Void alias(ComponentDeclaration.AliasDeclaration form) {
                    alias(form.alias());
                    return null;
                }

                @Override
                public @Nullable Void export(ComponentDeclaration.Export form) {
                    ExternType type =
                            definitions.resolve(form.type(), form.name().name());
                    if (checksVisibility) {
                        inside.visibility.exported(form.name().name(), type);
                    }
                    exports.add(inside.exports.add(form.name(), type));
                    inside.add(type);
                    return null;
                }

                private void alias(Alias alias) {
                    if (alias instanceof Alias.Outer outer && outer.sort() == ComponentSort.TYPE) {
                        inside.types.add(outerType(inside, outer.count(), outer.index()));
                    } else if (alias instanceof Alias.Outer outer && outer.sort() == CoreSort.TYPE) {
                        inside.coreTypes.add(
                                inside.outward(outer.count()).coreTypes.get(outer.index()));
                    } else if (alias instanceof Alias.Export export
                            && (export.sort() == ComponentSort.TYPE || export.sort() == ComponentSort.INSTANCE)) {
                        inside.add(aliasExport(inside, export));
                    } else {
                        throw new InvalidException(
                                "", "expected an alias of a type or instance inside a type, found " + alias.sort());
                    }
                }
            });
        }
    }

    /** The type of an export of an instance. */
    static ExternType aliasExport(Scope scope, Alias.Export alias) {
        InstanceType instance = scope.instances.get(alias.instance());
        ExternType type = scope.exportsByName.of(instance).get(alias.name());
        if (type == null) {
            throw new InvalidException("", "instance " + alias.instance() + " has no export \"" + alias.name() + "\"");
        }
        if (!type.kind().equals(alias.sort().toString())) {
            throw new InvalidException(
                    "", "export \"" + alias.name() + "\": expected " + alias.sort() + ", found " + type.kind());
        }
        return type;
    }
}
