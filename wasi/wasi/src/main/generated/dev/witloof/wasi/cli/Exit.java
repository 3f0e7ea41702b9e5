// Made by witloof-bindings from wasi:cli/exit@0.2.12.
// SHA-256 of its declarations: f2af60417855c88a88fa0b840d08493c2992d9b8d2aa8512ed3f5bf9b6c58b56
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.WitInterface;
import dev.witloof.value.Result;
import org.jspecify.annotations.NullMarked;

/**
 * Ending before {@code run} returns.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/exit@0.2.12")
@NullMarked
public interface Exit {
    /**
     * Ends the program at once, as a success or a failure. Does not return.
     *
     * @since 0.2.0
     */
    void exit(Result<Void, Void> status);

    /**
     * Ends the program at once with a code, where 0 stands for success. Does not return.
     *
     * @since 0.2.12
     */
    void exitWithCode(int statusCode);
}
