package dev.witloof.validation;

import dev.witloof.type.ComponentType;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import java.util.List;

/**
 * New identities for the abstract resources that a type declares. A type definition is a pattern: each import or
 * instantiation of it introduces resource types that are unequal to all before.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#type-checking">Explainer: type checking</a>
 */
final class FreshResources {

    private FreshResources() {}

    /** The instance type with resources of its own. */
    static InstanceType open(InstanceType type) {
        Substitution fresh = new Substitution();
        renew(type.exports(), fresh);
        return fresh.apply(type);
    }

    /** The type of one import, with resources of its own where it declares some. */
    static ExternType open(ExternType type) {
        Substitution fresh = new Substitution();
        renew(type, fresh);
        return fresh.apply(type);
    }

    /** The exports of a component that was just instantiated, with resources of their own where they are abstract. */
    static InstanceType exportsOf(ComponentType type, Substitution arguments) {
        renew(type.exports(), arguments);
        return new InstanceType(arguments.applyDecls(type.exports()));
    }

    private static void renew(List<ExternDecl> decls, Substitution fresh) {
        for (ExternDecl decl : decls) {
            renew(decl.type(), fresh);
        }
    }

    private static void renew(ExternType type, Substitution fresh) {
        if (type instanceof TypeBound.SubResource sub) {
            fresh.put(sub.type(), ResourceType.named(sub.type().name()));
        } else if (type instanceof InstanceType instance) {
            renew(instance.exports(), fresh);
        }
    }
}
