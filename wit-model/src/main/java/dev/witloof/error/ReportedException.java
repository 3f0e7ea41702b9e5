package dev.witloof.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A failure of the linker, with a report of everything that is wrong. The message is the report's text. */
public abstract sealed class ReportedException extends WitloofException permits StartException, UnlinkableException {

    private final ProblemReport report;

    ReportedException(ProblemReport report, @Nullable Throwable cause) {
        super(report.text(false), cause);
        this.report = report;
    }

    /** The report: the component, its problems as data, text with colours or without, JSON. */
    public ProblemReport report() {
        return report;
    }

    /** Every problem, in the order of the report. */
    public List<Problem> problems() {
        return report.problems();
    }
}
