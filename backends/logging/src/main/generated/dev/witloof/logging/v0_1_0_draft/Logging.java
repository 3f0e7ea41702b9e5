// Made by witloof-bindings from wasi:logging/logging@0.1.0-draft.
// SHA-256 of its declarations: 2be76eefcbe26271ea39d1cd36bec67b28e6fd41df1a839f3c1abfea628cd30c
// Changes made here are lost when it is made again.
package dev.witloof.logging.v0_1_0_draft;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * A log.
 */
@WitInterface("wasi:logging/logging@0.1.0-draft")
@NullMarked
public interface Logging {
    /**
     * Writes a message. The context groups messages that belong together and is not interpreted.
     */
    void log(Level level, String context, String message);

    /**
     * How important a message is.
     */
    enum Level {
        /**
         * Every step.
         */
        TRACE,

        /**
         * For who looks for a mistake.
         */
        DEBUG,

        /**
         * For who watches the program.
         */
        INFO,

        /**
         * Something may go wrong.
         */
        WARN,

        /**
         * Something went wrong.
         */
        ERROR,

        /**
         * The program cannot go on.
         */
        CRITICAL
    }
}
