package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.error.StartException;
import dev.witloof.error.UnlinkableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text that tells an embedder every problem at once, numbered, and what to write to mend it. */
final class Report {

    private Report() {}

    static UnlinkableException unlinkable(Needs needs, List<Finding> findings) {
        return new UnlinkableException(text(needs, "linked", findings), problems(findings));
    }

    static StartException failedToStart(Needs needs, List<Finding> findings, @Nullable Throwable cause) {
        return new StartException(text(needs, "started", findings), problems(findings), cause);
    }

    private static List<Problem> problems(List<Finding> findings) {
        return findings.stream().map(Finding::toProblem).toList();
    }

    private static String text(Needs needs, String what, List<Finding> findings) {
        StringBuilder out = new StringBuilder(needs.title())
                .append(" cannot be ")
                .append(what)
                .append(": ")
                .append(Text.count(findings.size(), "problem"))
                .append(" in ")
                .append(Text.count(needs.imports().size(), "import"));
        out.append(needs.memberLines());
        int number = 0;
        for (Finding finding : findings) {
            finding.print(++number, out);
        }
        return out.toString();
    }
}
