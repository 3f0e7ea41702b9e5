package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.error.ProblemReport;
import dev.witloof.error.StartException;
import dev.witloof.error.UnlinkableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells an embedder every problem at once, numbered, and what to write to mend it.
 *
 * @param needs what the component asks
 * @param phase what cannot be done with it
 * @param findings the problems in order
 */
record Report(Needs needs, Phase phase, List<Finding> findings) implements ProblemReport {

    Report {
        findings = List.copyOf(findings);
    }

    static UnlinkableException unlinkable(Needs needs, List<Finding> findings) {
        return new UnlinkableException(new Report(needs, Phase.LINK, findings));
    }

    static StartException failedToStart(Needs needs, List<Finding> findings, @Nullable Throwable cause) {
        return new StartException(new Report(needs, Phase.START, findings), cause);
    }

    @Override
    public String component() {
        return needs.name();
    }

    @Override
    public String sha256() {
        return needs.sha256();
    }

    @Override
    public List<Problem> problems() {
        return findings.stream().map(Finding::toProblem).toList();
    }

    @Override
    public String text(boolean colours) {
        Ink ink = colours ? Ink.COLOURED : Ink.PLAIN;
        StringBuilder out = new StringBuilder();
        ink.print(Ink.Colour.TITLE, needs.title(), out);
        out.append(" cannot be ")
                .append(phase.done)
                .append(": ")
                .append(Text.count(findings.size(), "problem"))
                .append(" in ")
                .append(Text.count(needs.imports().size(), "import"));
        out.append(needs.memberLines());
        int number = 0;
        for (Finding finding : findings) {
            finding.print(++number, ink, out);
        }
        return out.toString();
    }

    @Override
    public String toJson() {
        JsonWriter json = new JsonWriter().open('{').name("component").open('{');
        json.member("name", needs.name()).member("sha256", needs.sha256()).close('}');
        needs.writeMembers(json);
        json.member("phase", phase.word).name("problems").open('[');
        for (Problem problem : problems()) {
            json.open('{')
                    .member("kind", problem.kind().words())
                    .member("import", problem.importName())
                    .member("subject", problem.subject());
            json.name("lines").open('[');
            problem.lines().forEach(json::value);
            json.close(']').name("candidates").open('[');
            problem.candidates().forEach(candidate -> write(candidate, json));
            json.close(']');
            problem.nearest().ifPresent(nearest -> write(nearest, json.name("nearest")));
            json.member("declaredAt", problem.place())
                    .member("fix", problem.fix())
                    .close('}');
        }
        return json.close(']').close('}').toString();
    }

    private static void write(Problem.Candidate candidate, JsonWriter json) {
        json.open('{')
                .member("binding", candidate.binding())
                .member("declaredAt", candidate.place())
                .member("boundTo", candidate.boundTo())
                .member("reason", candidate.reason())
                .close('}');
    }

    /** What was tried. */
    enum Phase {
        LINK("link", "linked"),
        START("start", "started");

        private final String word;
        private final String done;

        Phase(String word, String done) {
            this.word = word;
            this.done = done;
        }
    }
}
