package dev.witloof.wit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A function of an interface or a world.
 *
 * @param name its name in a component, such as {@code open} or {@code [method]bucket.get}
 * @param kind what it belongs to
 * @param isAsync whether it is declared {@code async}
 * @param accessor whether it reads or writes a property, which the parser knows and the specification here does not yet
 * @param resource the resource that it belongs to, unless it is freestanding
 * @param parameters in order; of a method, the first is the resource itself, {@code self}
 * @param result its result, if it has one
 * @param externalId the string by which the host may know it, if one is given
 * @param docs its documentation
 * @param stability its gates
 * @param span where its name stands, if it came from text
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/WIT.md#item-func-functions">WIT: functions</a>
 */
public record WitFunction(
        String name,
        Kind kind,
        boolean isAsync,
        Optional<Accessor> accessor,
        Optional<WitType.Named> resource,
        List<Parameter> parameters,
        Optional<WitType> result,
        Optional<String> externalId,
        Optional<String> docs,
        Stability stability,
        Optional<SourceSpan> span) {

    /** Copies the parameters. */
    public WitFunction {
        parameters = List.copyOf(parameters);
    }

    /** What a function belongs to. */
    public enum Kind {
        /** An interface or a world. */
        FREESTANDING,
        /** A resource's handles. */
        METHOD,
        /** A resource, without a handle. */
        STATIC,
        /** A resource, whose handle it makes. */
        CONSTRUCTOR
    }

    /** What a function that stands for a property does. */
    public enum Accessor {
        /** Reads it. */
        GET,
        /** Writes it. */
        SET
    }

    /**
     * A parameter.
     *
     * @param name its label
     * @param type its type
     * @param span where its name stands, if it came from text
     */
    public record Parameter(String name, WitType type, Optional<SourceSpan> span) {

        /** The parameter as WIT writes it. */
        @Override
        public String toString() {
            return name + ": " + type;
        }
    }

    /** {@code name: func(a: string) -> u32}. */
    @Override
    public String toString() {
        return name + (isAsync ? ": async func(" : ": func(")
                + parameters.stream().map(Object::toString).collect(Collectors.joining(", ")) + ")"
                + result.map(type -> " -> " + type).orElse("");
    }
}
