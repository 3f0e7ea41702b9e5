// Made by witloof-bindings from wasi:cli/stdin@0.2.12.
// SHA-256 of its declarations: 6c76919e42d7b603369936b8bde4c97a3c7786e221b58157da299ae501ba131c
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.WitInterface;
import dev.witloof.wasi.io.Streams;
import org.jspecify.annotations.NullMarked;

/**
 * Standard input.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/stdin@0.2.12")
@NullMarked
public interface Stdin {
    /**
     * Standard input as a stream.
     *
     * @since 0.2.0
     */
    Streams.InputStream getStdin();
}
