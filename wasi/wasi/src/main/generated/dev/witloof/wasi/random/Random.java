// Made by witloof-bindings from wasi:random/random@0.2.12.
// SHA-256 of its declarations: e3076f827995a0b723b9c7a495ad5d7f299ba4c64fc3d4846deb9baf6eace6dd
// Changes made here are lost when it is made again.
package dev.witloof.wasi.random;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Random numbers that are fit for secrets.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:random/random@0.2.12")
@NullMarked
public interface Random {
    /**
     * So many bytes that cannot be guessed, new ones on every call. A host may trap when it is asked for too many.
     *
     * @since 0.2.0
     */
    byte[] getRandomBytes(long len);

    /**
     * One number of 64 bits that cannot be guessed, a new one on every call.
     *
     * @since 0.2.0
     */
    long getRandomU64();
}
