package dev.witloof.type;

import java.util.List;
import java.util.Optional;

/**
 * The type of a component instance: what it exports.
 *
 * @param exports the exports in order; a resource that one declares may occur in the types of later ones
 */
public record InstanceType(List<ExternDecl> exports) implements ExternType, DefinedType {

    /** Copies the exports. */
    public InstanceType {
        exports = List.copyOf(exports);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.instance(this);
    }

    /** The type of the export of this name. */
    public Optional<ExternType> export(String name) {
        for (ExternDecl export : exports) {
            if (export.name().equals(name)) {
                return Optional.of(export.type());
            }
        }
        return Optional.empty();
    }
}
