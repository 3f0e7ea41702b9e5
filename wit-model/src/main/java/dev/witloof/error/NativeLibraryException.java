package dev.witloof.error;

import org.jspecify.annotations.Nullable;

/** The native WIT parser cannot be used here. The message names the reason and the remedy. */
public final class NativeLibraryException extends WitloofException {

    /**
     * A native library that is missing, of another version, or not allowed.
     *
     * @param message what is wrong, and what to do about it
     * @param cause the loader's own error; {@code null} if there is none
     */
    public NativeLibraryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
