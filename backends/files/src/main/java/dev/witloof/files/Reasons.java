package dev.witloof.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a component is told of a failure: what the system said, and no path. */
final class Reasons {

    private Reasons() {}

    /** {@code set: expected a directory that works, found: No space left on device}. */
    static String text(String operation, IOException failure) {
        return operation + ": expected a directory that works, found: " + reason(failure);
    }

    private static String reason(IOException failure) {
        String reason;
        if (failure instanceof AccessDeniedException) {
            reason = "permission denied";
        } else if (failure instanceof NoSuchFileException) {
            reason = "a folder is gone";
        } else if (failure instanceof FileSystemException system) {
            reason = system.getReason();
        } else {
            // Of what is no file system's exception the message is the system's own, or ours.
            reason = failure.getMessage();
        }
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }
}
