package dev.witloof.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that the guest itself ended for good, by exiting. Nothing need have gone wrong; but the guest's frames are gone as
 * after a trap, so the instance takes no more calls.
 */
public final class ExitException extends TrapException {

    private final int code;

    /**
     * An exit as it arises.
     *
     * @param code 0 for success, else 1 to 255
     */
    public ExitException(int code) {
        this(code, null, null, List.of());
    }

    /** An exit with the call around it; see {@link TrapException#TrapException(String, String, String, List, Throwable)}. */
    public ExitException(int code, @Nullable String export, @Nullable String importOnTheWay, List<String> frames) {
        super("exited with code " + code, export, importOnTheWay, frames, null);
        this.code = code;
    }

    /** What the guest told whoever started it: 0 for success, else 1 to 255. */
    public int code() {
        return code;
    }
}
