package dev.witloof.validation;

import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import dev.witloof.type.ComponentType;
import dev.witloof.type.ResourceType;
import java.util.List;
import java.util.Map;

/**
 * A component that passed validation: immutable, shared by all instances and threads.
 *
 * @param name the name of its name section; empty if it has none
 * @param type what it imports and exports
 * @param steps its definitions in order
 * @param resources every resource type that occurs in it, each with its place in an instance's table of resource types
 * @param unsupported what it uses that cannot run here, by name, nested components included
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#component-definitions">Explainer: component definitions</a>
 */
public record ValidComponent(
        String name,
        ComponentType type,
        List<Step> steps,
        Map<ResourceType, Integer> resources,
        List<String> unsupported) {

    /** Copies the lists. */
    public ValidComponent {
        steps = List.copyOf(steps);
        unsupported = List.copyOf(unsupported);
    }

    /** Its imports, as the embedder sees them. */
    public List<ImportRef> imports() {
        return type.imports().stream()
                .map(decl -> new ImportRef(decl.name(), decl.type().kind(), decl.attributes()))
                .toList();
    }

    /** Its exports, as the embedder sees them. */
    public List<ExportRef> exports() {
        return type.exports().stream()
                .map(decl -> new ExportRef(decl.name(), decl.type().kind(), decl.attributes()))
                .toList();
    }
}
