package dev.witloof.abi;

import org.jspecify.annotations.Nullable;

/**
 * How the values of an enum, or of flags, look in Java.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
public interface Names {

    /**
     * The value.
     *
     * @param bits the place of the name, or the bits of the flags
     * @throws dev.witloof.error.TrapException if there is no such value
     */
    Object lift(int bits);

    /**
     * The place of the name, or the bits of the flags.
     *
     * @throws IllegalArgumentException if it is no value of the type
     */
    int lower(@Nullable Object value);
}
