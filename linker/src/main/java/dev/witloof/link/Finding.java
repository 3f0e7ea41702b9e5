package dev.witloof.link;

import dev.witloof.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A problem as the report prints it: nothing in it can break a line. A line may begin with spaces, which indent it further; the {@link Problem} that a
 * program reads has none.
 *
 * @param kind which kind of problem
 * @param subject what it is about
 * @param lines the explanation
 * @param place where the binding in question was declared
 * @param fix what to write to mend it
 * @param importName the name of the import that it is about
 * @param candidates the bindings that came close, each with the reason why it lost
 * @param nearest the unused binding that was probably meant
 */
record Finding(
        Problem.Kind kind,
        String subject,
        List<String> lines,
        Optional<String> place,
        Optional<String> fix,
        Optional<String> importName,
        List<Problem.Candidate> candidates,
        Optional<Problem.Candidate> nearest) {

    Finding {
        subject = Text.plain(subject);
        lines = lines.stream().map(Text::plain).toList();
        place = place.map(Text::plain);
        fix = fix.map(Text::plain);
        candidates = List.copyOf(candidates);
    }

    /** What is about no single import, or has yet to be told {@linkplain #of which}. */
    Finding(Problem.Kind kind, String subject, List<String> lines, Optional<String> place, Optional<String> fix) {
        this(kind, subject, lines, place, fix, Optional.empty(), List.of(), Optional.empty());
    }

    /** The same about this import. */
    Finding of(Need need) {
        return new Finding(
                kind, subject, lines, place, fix, Optional.of(need.ref().name()), candidates, nearest);
    }

    /** The same as another kind of problem. */
    Finding ofKind(Problem.Kind other) {
        return new Finding(other, subject, lines, place, fix, importName, candidates, nearest);
    }

    /** The same with more lines after its own. */
    Finding withLines(List<String> more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(more);
        return new Finding(kind, subject, all, place, fix, importName, candidates, nearest);
    }

    /** The same with the bindings that came close. */
    Finding withCandidates(List<Problem.Candidate> lost) {
        return new Finding(kind, subject, lines, place, fix, importName, lost, nearest);
    }

    /** The same with the binding that was probably meant. */
    Finding withNearest(Optional<Problem.Candidate> meant) {
        return new Finding(kind, subject, lines, place, fix, importName, candidates, meant);
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
                kind,
                importName,
                subject,
                lines.stream().map(String::stripLeading).toList(),
                candidates,
                nearest,
                place,
                fix);
    }

    void print(int number, Ink ink, StringBuilder out) {
        out.append("\n\n");
        ink.print(Ink.Colour.PROBLEM, number + ") " + kind.words(), out);
        out.append(": ").append(subject);
        for (String line : lines) {
            out.append("\n     ").append(line);
        }
        if (fix.isPresent()) {
            out.append("\n     ");
            ink.print(Ink.Colour.FIX, "fix: " + fix.get(), out);
            place.ifPresent(p -> out.append("   (").append(p).append(')'));
        }
    }
}
