// Made by witloof-bindings from wasi:cli/run@0.2.12.
// SHA-256 of its declarations: b021c4f0b106f08925b5efadd4daaf4483c445102244a03004e56598a1cc21f4
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.ResultException;
import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Where a program begins.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/run@0.2.12")
@NullMarked
public interface Run {
    /**
     * Does the program's work. An error stands for an exit code other than 0.
     *
     * @since 0.2.0
     */
    void run() throws ResultException;
}
