package dev.witloof.wit;

import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import java.util.List;
import java.util.Optional;

/**
 * A world, with what it includes already in place.
 *
 * @param fullName its full name, which has the form of an interface's
 * @param imports in the order in which a component has them, with those that others imply
 * @param exports in the order in which a component has them
 * @param docs its documentation
 * @param stability its gates
 * @param span where its name stands, if it came from text
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/WIT.md#wit-worlds">WIT: worlds</a>
 */
public record WitWorld(
        InterfaceName fullName,
        List<WorldItem> imports,
        List<WorldItem> exports,
        Optional<String> docs,
        Stability stability,
        Optional<SourceSpan> span) {

    /** Copies the lists. */
    public WitWorld {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }

    /** Its name within its package. */
    public String name() {
        return String.join("/", fullName.projections());
    }

    /** Its imports as a component that is built from it shows them, in order. */
    public List<ImportRef> importRefs() {
        return imports.stream()
                .map(item -> new ImportRef(item.key(), item.externKind(), item.attributes()))
                .toList();
    }

    /** Its exports as a component that is built from it shows them, in order. */
    public List<ExportRef> exportRefs() {
        return exports.stream()
                .map(item -> new ExportRef(item.key(), item.externKind(), item.attributes()))
                .toList();
    }
}
