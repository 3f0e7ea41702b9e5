package dev.witloof.wit;

import java.util.List;
import java.util.Optional;

/**
 * An interface: types and functions.
 *
 * @param owner its name, or its place in a world; the owner of its types
 * @param types in the order of the text
 * @param functions in the order of the text, with those of its resources
 * @param docs its documentation
 * @param stability its gates
 * @param span where its name stands, if it came from text
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/WIT.md#wit-interfaces">WIT: interfaces</a>
 */
public record WitInterface(
        TypeOwner owner,
        List<TypeDef> types,
        List<WitFunction> functions,
        Optional<String> docs,
        Stability stability,
        Optional<SourceSpan> span) {

    /** Copies the lists. */
    public WitInterface {
        types = List.copyOf(types);
        functions = List.copyOf(functions);
    }

    /** The type of this name. */
    public Optional<TypeDef> type(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** The function of this name, such as {@code open} or {@code [method]bucket.get}. */
    public Optional<WitFunction> function(String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst();
    }
}
