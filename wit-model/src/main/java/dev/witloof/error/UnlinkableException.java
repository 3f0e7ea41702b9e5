package dev.witloof.error;

import java.util.List;

/** A component that cannot be linked with the bindings at hand. It carries every problem, not only the first. */
public final class UnlinkableException extends WitloofException {

    private final List<Problem> problems;

    /**
     * A failed plan.
     *
     * @param report the whole report, as text
     * @param problems what the report says, in its order; never empty
     */
    public UnlinkableException(String report, List<Problem> problems) {
        super(report, null);
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the report. */
    public List<Problem> problems() {
        return problems;
    }
}
