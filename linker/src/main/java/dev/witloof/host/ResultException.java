package dev.witloof.host;

import org.jspecify.annotations.Nullable;

/**
 * The failure of a function that returns {@code result<T, E>}, where {@code E} has no exception of its own: it has no
 * name, as {@code string} or {@code u32}, or is absent.
 */
public final class ResultException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient @Nullable Object error;

    /**
     * A failure.
     *
     * @param error the value of {@code E}; {@code null} where the result has no error type
     */
    public ResultException(@Nullable Object error) {
        super(error == null ? "error" : String.valueOf(error));
        this.error = error;
    }

    /** The value of {@code E}; {@code null} where the result has no error type. */
    public @Nullable Object error() {
        return error;
    }
}
