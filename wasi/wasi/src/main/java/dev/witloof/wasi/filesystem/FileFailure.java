package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An operation on a file that failed, with the guest's code for it. What it says has no path of the host's. */
final class FileFailure extends IOException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    FileFailure(ErrorCode code) {
        this(code, null);
    }

    FileFailure(ErrorCode code, @Nullable Throwable cause) {
        super(code.name().toLowerCase(Locale.ROOT).replace('_', '-'), cause);
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }
}
