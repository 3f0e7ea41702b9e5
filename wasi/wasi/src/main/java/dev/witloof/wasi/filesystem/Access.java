package dev.witloof.wasi.filesystem;

/** What guests may do in a directory that they are given. */
public enum Access {
    /** Read files, list folders, follow links. What would change anything fails with {@code read-only}. */
    READ,
    /** That, and write, make, rename and delete. */
    READ_WRITE
}
