// Made by witloof-bindings from wasi:random/insecure@0.2.12.
// SHA-256 of its declarations: b7477c71e518703f56608b37f2d6b30a94a6e909408416bb7af7c30f3dfb514d
// Changes made here are lost when it is made again.
package dev.witloof.wasi.random;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Random numbers that are fast and may be guessed.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:random/insecure@0.2.12")
@NullMarked
public interface Insecure {
    /**
     * So many bytes, not fit for secrets.
     *
     * @since 0.2.0
     */
    byte[] getInsecureRandomBytes(long len);

    /**
     * One number of 64 bits, not fit for secrets.
     *
     * @since 0.2.0
     */
    long getInsecureRandomU64();
}
