package dev.witloof.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that would have exceeded one of the embedder's limits: memory, tables, handles, time in the host. */
public final class LimitException extends TrapException {

    /** See {@link TrapException#TrapException(String)}. */
    public LimitException(String reason) {
        super(reason);
    }

    /** See {@link TrapException#TrapException(String, String, String, List, Throwable)}. */
    public LimitException(
            String reason,
            @Nullable String export,
            @Nullable String importOnTheWay,
            List<String> frames,
            @Nullable Throwable cause) {
        super(reason, export, importOnTheWay, frames, cause);
    }
}
