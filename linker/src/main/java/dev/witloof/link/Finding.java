package dev.witloof.link;

import dev.witloof.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A problem as the report prints it. A line may begin with spaces, which indent it further; the {@link Problem} that a
 * program reads has none.
 *
 * @param kind which kind of problem
 * @param subject what it is about
 * @param lines the explanation
 * @param place where the binding in question was declared
 * @param fix what to write to mend it
 */
record Finding(Problem.Kind kind, String subject, List<String> lines, Optional<String> place, Optional<String> fix) {

    Finding {
        lines = List.copyOf(lines);
    }

    /** The lines of a type mismatch or version problem. */
    static List<String> lines(List<TypeDifference> differences) {
        List<String> lines = new ArrayList<>();
        for (TypeDifference difference : differences) {
            String indent = "";
            if (!difference.at().isEmpty()) {
                lines.add(difference.at());
                indent = "  ";
            }
            lines.add(indent + "the component needs   " + difference.needed());
            lines.add(indent + "the backend gives     " + difference.given());
            if (difference.declaration().isPresent()) {
                lines.add(indent + "declared as           "
                        + difference.declaration().get());
            }
        }
        return lines;
    }

    /** What is said of an exception. Its message may hold a secret, so only its class is printed. */
    static String threw(Throwable thrown) {
        return "threw " + thrown.getClass().getName();
    }

    Problem toProblem() {
        return new Problem(
                kind, subject, lines.stream().map(String::stripLeading).toList(), place, fix);
    }

    void print(int number, StringBuilder out) {
        out.append("\n\n")
                .append(number)
                .append(") ")
                .append(kind.words())
                .append(": ")
                .append(subject);
        for (String line : lines) {
            out.append("\n     ").append(line);
        }
        fix.ifPresent(text -> out.append("\n     fix: ")
                .append(text)
                .append(place.map(p -> "   (" + p + ")").orElse("")));
    }
}
