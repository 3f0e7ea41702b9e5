package dev.witloof.type;

import java.util.List;

/**
 * The type of a core module.
 *
 * @param imports the imports in order
 * @param exports the exports in order
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#type-definitions">Explainer: core:moduletype</a>
 */
public record ModuleType(List<Import> imports, List<Export> exports) implements ExternType {

    /** Copies both lists. */
    public ModuleType {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.module(this);
    }

    /**
     * An import of a core module.
     *
     * @param module the first of its two names
     * @param name the second of its two names
     * @param type its type
     */
    public record Import(String module, String name, CoreExternType type) {}

    /**
     * An export of a core module.
     *
     * @param name its name
     * @param type its type
     */
    public record Export(String name, CoreExternType type) {}
}
