package dev.witloof.type;

import java.util.List;

/**
 * The type of a component: what it imports and what it then exports.
 *
 * @param imports the imports in order; a resource that one declares may occur in the types of later ones
 * @param exports the exports in order; their types may mention resources of the imports
 */
public record ComponentType(List<ExternDecl> imports, List<ExternDecl> exports) implements ExternType, DefinedType {

    /** Copies both lists. */
    public ComponentType {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.component(this);
    }
}
