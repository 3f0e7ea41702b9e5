package dev.witloof.wit.parser;

import com.sun.jna.Pointer;

/**
 * The native library's three functions, which JNA binds to this class ({@code Native.register}). {@code LibraryLoader}
 * is the only one to touch it before that.
 */
final class NativeFunctions {

    private NativeFunctions() {}

    /** The version of the ABI: major in the upper half, minor in the lower. */
    static native int witloof_abi();

    /** Runs an operation; {@code null} where no memory is left. */
    static native Pointer witloof_call(int operation, byte[] input, int length);

    /** Gives back what {@link #witloof_call} returned. */
    static native void witloof_free(Pointer block);
}
