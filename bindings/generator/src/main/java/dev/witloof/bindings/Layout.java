package dev.witloof.bindings;

import dev.witloof.wit.SourceSpan;
import dev.witloof.wit.Stability;
import dev.witloof.wit.TypeDef;
import dev.witloof.wit.TypeOwner;
import dev.witloof.wit.WitFunction;
import dev.witloof.wit.WitType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in one Java interface, in order.
 *
 * @param owner the WIT interface for which it stands, or the world whose types it holds
 * @param functions its methods: freestanding functions, constructors, static functions
 * @param types its nested types
 * @param methods the methods of each of its resources
 * @param errors the types whose exceptions are nested here: its own, and foreign ones that have none where they are
 * @param docs its documentation
 * @param stability its gates
 * @param span where it stands, if it came from text
 */
record Layout(
        TypeOwner owner,
        List<WitFunction> functions,
        List<TypeDef> types,
        Map<WitType.Named, List<WitFunction>> methods,
        Set<WitType.Named> errors,
        Optional<String> docs,
        Stability stability,
        Optional<SourceSpan> span) {

    List<WitFunction> methodsOf(TypeDef resource) {
        return methods.getOrDefault(resource.reference(), List.of());
    }
}
