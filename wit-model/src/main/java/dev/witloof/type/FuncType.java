package dev.witloof.type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The type of a component-level function.
 *
 * @param async whether the function may block
 * @param params the parameters in order
 * @param result the type of the result, if there is one
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#definition-types">Explainer: definition types</a>
 */
public record FuncType(boolean async, List<LabelledType> params, Optional<ValType> result)
        implements ExternType, DefinedType {

    /** Copies the parameters. */
    public FuncType {
        params = List.copyOf(params);
    }

    /** A synchronous function. */
    public static FuncType of(List<LabelledType> params, Optional<ValType> result) {
        return new FuncType(false, params, result);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.func(this);
    }

    /** The type as WIT writes it. */
    @Override
    public String toString() {
        return (async ? "async func(" : "func(")
                + params.stream().map(Object::toString).collect(Collectors.joining(", "))
                + ")"
                + result.map(t -> " -> " + t).orElse("");
    }
}
