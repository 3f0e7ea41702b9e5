// Made by witloof-bindings from wasi:cli/stdout@0.2.12.
// SHA-256 of its declarations: 16dab1fa0767d850b2cf0c32234be062f1056922175d232e184f21eaf87dfbfd
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.WitInterface;
import dev.witloof.wasi.io.Streams;
import org.jspecify.annotations.NullMarked;

/**
 * Standard output.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/stdout@0.2.12")
@NullMarked
public interface Stdout {
    /**
     * Standard output as a stream.
     *
     * @since 0.2.0
     */
    Streams.OutputStream getStdout();
}
