package dev.witloof.error;

import org.jspecify.annotations.Nullable;

/** A backend that could not be opened when a plan was started. Everything that had been opened is closed again. */
public final class StartException extends ReportedException {

    /**
     * A failed start.
     *
     * @param cause what the backend threw; {@code null} if it threw nothing
     */
    public StartException(ProblemReport report, @Nullable Throwable cause) {
        super(report, cause);
    }
}
