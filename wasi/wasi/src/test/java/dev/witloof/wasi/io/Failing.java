package dev.witloof.wasi.io;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.TrapException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** How calls of streams fail, as text. */
final class Failing {

    private Failing() {}

    /** {@code closed}, or the text of the error. */
    static String error(ThrowingCallable call) {
        Streams.StreamError error =
                catchThrowableOfType(Streams.StreamErrorException.class, call).error();
        return error instanceof Streams.StreamError.LastOperationFailed failed
                ? failed.value().toDebugString()
                : "closed";
    }

    static String trap(ThrowingCallable call) {
        return catchThrowableOfType(TrapException.class, call).getMessage();
    }
}
