// Made by witloof-bindings from wasi:filesystem/preopens@0.2.12.
// SHA-256 of its declarations: 5a1bdd8b0dafb00b5dde4375a534c59026ddc2a39f3640d07079fe717d74a5c8
// Changes made here are lost when it is made again.
package dev.witloof.wasi.filesystem;

import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * The folders that a program was given.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:filesystem/preopens@0.2.12")
@NullMarked
public interface Preopens {
    /**
     * Each folder with the path under which the program knows it.
     *
     * @since 0.2.0
     */
    List<Tuple2<Types.Descriptor, String>> getDirectories();
}
