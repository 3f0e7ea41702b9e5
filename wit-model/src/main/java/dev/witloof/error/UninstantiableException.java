package dev.witloof.error;

import org.jspecify.annotations.Nullable;

/** A linked component whose instantiation failed: a start function trapped, or a segment did not fit. */
public final class UninstantiableException extends WitloofException {

    /**
     * A failed instantiation.
     *
     * @param message where it failed, what was expected and what was found
     * @param cause the trap or engine error behind it, if there is one
     */
    public UninstantiableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
