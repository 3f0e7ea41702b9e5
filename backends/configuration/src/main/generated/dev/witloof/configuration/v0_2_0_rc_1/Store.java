// Made by witloof-bindings from wasi:config/store@0.2.0-rc.1.
// SHA-256 of its declarations: 704ca9a6254c179154e737c37d163a500c4bf8595e7c4e82f118f77659f0749f
// Changes made here are lost when it is made again.
package dev.witloof.configuration.v0_2_0_rc_1;

import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Settings by key.
 */
@WitInterface("wasi:config/store@0.2.0-rc.1")
@NullMarked
public interface Store {
    /**
     * The value of a key, or nothing if there is none.
     */
    Optional<String> get(String key) throws ErrorException;

    /**
     * All keys and values.
     */
    List<Tuple2<String, String>> getAll() throws ErrorException;

    /**
     * Why a setting could not be read.
     */
    sealed interface Error {
        /**
         * The source of the settings failed, with a text for people.
         */
        record Upstream(String value) implements Error {
        }

        /**
         * Reading failed, with a text for people.
         */
        record Io(String value) implements Error {
        }
    }

    /**
     * The failure of a function, with its error.
     */
    final class ErrorException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Error error;

        /**
         * A failure with this error.
         */
        public ErrorException(Error error) {
            super(String.valueOf(error));
            this.error = error;
        }

        /**
         * The error.
         */
        public Error error() {
            return error;
        }
    }
}
