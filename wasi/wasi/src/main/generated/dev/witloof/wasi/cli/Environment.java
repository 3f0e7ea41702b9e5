// Made by witloof-bindings from wasi:cli/environment@0.2.12.
// SHA-256 of its declarations: 7455192bb45bcc6625e9e2d188ed814c4e9e9ccaa7ac278d3029eaf17f14b5e9
// Changes made here are lost when it is made again.
package dev.witloof.wasi.cli;

import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * What a program was started with.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:cli/environment@0.2.12")
@NullMarked
public interface Environment {
    /**
     * The environment variables, name and value.
     *
     * @since 0.2.0
     */
    List<Tuple2<String, String>> getEnvironment();

    /**
     * The arguments, the program's own name first where there is one.
     *
     * @since 0.2.0
     */
    List<String> getArguments();

    /**
     * The folder in which relative paths start, if there is one. A preopened folder must cover it before it can be
     * used.
     *
     * @since 0.2.0
     */
    Optional<String> initialCwd();
}
