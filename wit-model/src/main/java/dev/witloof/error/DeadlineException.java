package dev.witloof.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that ran longer than its deadline allows. */
public final class DeadlineException extends TrapException {

    /** See {@link TrapException#TrapException(String)}. */
    public DeadlineException(String reason) {
        super(reason);
    }

    /** See {@link TrapException#TrapException(String, String, String, List, Throwable)}. */
    public DeadlineException(
            String reason,
            @Nullable String export,
            @Nullable String importOnTheWay,
            List<String> frames,
            @Nullable Throwable cause) {
        super(reason, export, importOnTheWay, frames, cause);
    }
}
