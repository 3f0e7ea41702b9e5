package dev.witloof.error;

/** A component that cannot be linked with the bindings at hand. It carries every problem, not only the first. */
public final class UnlinkableException extends ReportedException {

    /** A failed plan. */
    public UnlinkableException(ProblemReport report) {
        super(report, null);
    }
}
