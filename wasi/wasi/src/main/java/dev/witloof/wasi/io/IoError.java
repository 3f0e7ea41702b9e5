package dev.witloof.wasi.io;

import java.nio.file.FileSystemException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an operation on a stream failed, as a guest gets it. What it says is for people, and says nothing of the host's own
 * paths; interfaces that know more of some errors look at the {@linkplain #cause cause}.
 */
public final class IoError implements Error.Error_ {

    private final String text;
    private final @Nullable Throwable cause;

    private IoError(String text, @Nullable Throwable cause) {
        this.text = text;
        this.cause = cause;
    }

    /** An error of which there is only a text. */
    public static IoError of(String text) {
        return new IoError(text, null);
    }

    /** An error with what caused it, whose message becomes the text; of a file, only the reason. */
    public static IoError of(Throwable cause) {
        String said = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return new IoError(said == null || said.isBlank() ? cause.getClass().getSimpleName() : said, cause);
    }

    /** What caused it, if it was an exception of Java's. */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(cause);
    }

    @Override
    public String toDebugString() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }
}
