// Made by witloof-bindings from wasi:cli/stderr@0.2.12.
// SHA-256 of its declarations: d185878b7921decbaf25d0a1955fac4109646b5fbf00e6c2d2c7baa3e9571694
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.WitInterface;
import dev.witloof.wasi.io.Streams;
import org.jspecify.annotations.NullMarked;

/**
 * Standard error.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/stderr@0.2.12")
@NullMarked
public interface Stderr {
    /**
     * Standard error as a stream.
     *
     * @since 0.2.0
     */
    Streams.OutputStream getStderr();
}
