package dev.witloof.bindings;

import dev.witloof.wit.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** WIT that is right and for which no Java can be written as things are set. It carries every problem. */
public final class GeneratorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    GeneratorException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order in which the passes found them. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One problem.
     *
     * @param span where it stands in the text; empty if the input was binary, or if no line is to blame
     * @param where the item by its WIT names, such as {@code wasi:io/error@0.2.12, resource "error"}
     * @param message what was expected and what was found, and what to do
     */
    public record Problem(Optional<SourceSpan> span, String where, String message) {

        /** {@code file:line:column: where: message}. */
        @Override
        public String toString() {
            return span.map(place -> place + ": ").orElse("") + where + ": " + message;
        }
    }
}
