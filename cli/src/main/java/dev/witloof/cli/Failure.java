package dev.witloof.cli;

import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What keeps a command from its result, where the library's exception does not say all or there is none. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ToIntFunction<ExitStatus> status;

    /**
     * A failure.
     *
     * @param status what the process ends with, of what the command has
     */
    Failure(ToIntFunction<ExitStatus> status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** An input that is not what it has to be. */
    static Failure badInput(String message, @Nullable Throwable cause) {
        return new Failure(ExitStatus::badInput, message, cause);
    }

    int status(ExitStatus statuses) {
        return status.applyAsInt(statuses);
    }
}
