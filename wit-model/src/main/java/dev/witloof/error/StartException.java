package dev.witloof.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A backend that could not be opened when a plan was started. Everything that had been opened is closed again. */
public final class StartException extends WitloofException {

    private final List<Problem> problems;

    /**
     * A failed start.
     *
     * @param report the whole report, as text
     * @param problems what the report says
     * @param cause what the backend threw; {@code null} if it threw nothing
     */
    public StartException(String report, List<Problem> problems, @Nullable Throwable cause) {
        super(report, cause);
        this.problems = List.copyOf(problems);
    }

    /** What the report says, as data. */
    public List<Problem> problems() {
        return problems;
    }
}
