package dev.witloof.validation;

import dev.witloof.name.NameAttributes;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.ExternType;
import dev.witloof.type.InstanceType;
import dev.witloof.type.ResourceType;
import dev.witloof.type.TypeBound;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The exports of a component as they look from outside: the first export of a resource that the component made is
 * abstract, every later one equals it, and a resource that came in by an import equals that.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#type-checking">Explainer: type checking</a>
 */
final class ExportedTypes {

    private final List<ExternDecl> decls = new ArrayList<>();
    private final Set<ResourceType> known = new HashSet<>();

    /** Notes a resource that those outside know already. */
    void known(ResourceType type) {
        known.add(type);
    }

    void add(String name, NameAttributes attributes, ExternType type) {
        decls.add(new ExternDecl(name, attributes, isHidden(type) ? hidden(name) : outside(type)));
    }

    /** Whether an ascription hides that a resource is one which those outside know already. */
    private boolean isHidden(ExternType type) {
        return type instanceof TypeBound.SubResource sub && known.contains(sub.type());
    }

    private static ExternType hidden(String name) {
        return new TypeBound.SubResource(ResourceType.named(name));
    }

    List<ExternDecl> decls() {
        return decls;
    }

    private ExternType outside(ExternType type) {
        if (type instanceof TypeBound bound && bound.type() instanceof ResourceType resource) {
            return known.add(resource) ? new TypeBound.SubResource(resource) : new TypeBound.Eq(resource);
        }
        if (type instanceof InstanceType instance) {
            List<ExternDecl> changed = null;
            for (int i = 0; i < instance.exports().size(); i++) {
                ExternDecl export = instance.exports().get(i);
                ExternType seen = outside(export.type());
                if (seen != export.type()) {
                    changed = changed == null ? new ArrayList<>(instance.exports()) : changed;
                    changed.set(i, new ExternDecl(export.name(), export.attributes(), seen));
                }
            }
            return changed == null ? instance : new InstanceType(changed);
        }
        return type;
    }
}
