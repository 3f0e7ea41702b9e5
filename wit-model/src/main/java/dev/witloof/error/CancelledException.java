package dev.witloof.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that the embedder cancelled from another thread. */
public final class CancelledException extends TrapException {

    /** See {@link TrapException#TrapException(String)}. */
    public CancelledException(String reason) {
        super(reason);
    }

    /** See {@link TrapException#TrapException(String, String, String, List, Throwable)}. */
    public CancelledException(
            String reason,
            @Nullable String export,
            @Nullable String importOnTheWay,
            List<String> frames,
            @Nullable Throwable cause) {
        super(reason, export, importOnTheWay, frames, cause);
    }
}
