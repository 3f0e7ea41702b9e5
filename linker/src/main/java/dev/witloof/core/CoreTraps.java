package dev.witloof.core;

import dev.witloof.error.TrapException;
import org.jspecify.annotations.Nullable;

/** What leaves a core call, as a trap. */
public final class CoreTraps {

    private CoreTraps() {}

    /** The trap that {@code thrown} stands for; an error of the JVM other than a stack overflow is thrown again. */
    public static TrapException asTrap(Throwable thrown, @Nullable String export, @Nullable String importOnTheWay) {
        if (thrown instanceof TrapException trap) {
            return trap;
        }
        if (thrown instanceof Error error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
        return new TrapException(String.valueOf(thrown.getMessage()), thrown);
    }
}
