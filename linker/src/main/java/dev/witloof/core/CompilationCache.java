package dev.witloof.core;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Compiled code of core modules, kept in a directory from one process to the next: who loads a component that was
 * compiled before, by the same version of the engine and of this library, does not compile it again.
 *
 * <pre>{@code
 * CompilationCache cache = CompilationCache.in(Path.of("/var/cache/shop"));
 * Component shop = Component.load(Path.of("shop.wasm"), cache);
 * }</pre>
 *
 * <p>An entry is a file, named by a digest of all that its code depends on: the module's bytes, the engine, this
 * library's way of using it. It is written under another name and then renamed, and carries a digest of itself. What is
 * half-written, damaged or of another version is noticed, logged and made again. Several processes and threads may share
 * a directory. When the directory cannot be read or written all works as without it, and the log says so once.
 *
 * <p><b>Whoever can write to the directory can run code in this process.</b> Where files have POSIX permissions, a
 * directory or entry that group or others may write to, or that belongs neither to the user of this process nor to the
 * superuser, is not used at all. That nobody else can rename the directory's own parents, and all of it on other systems, is for the
 * embedder to see to. Deleting the directory or any of its files, at any time, is the way to clear it.
 */
public final class CompilationCache {

    /** How much a directory holds at most where nothing else was said, in bytes: one gibibyte. */
    public static final long DEFAULT_MOST_BYTES = 1L << 30;

    private static final CompilationCache NONE = new CompilationCache(null, "");

    private final @Nullable CacheDirectory directory;
    private final String engine;

    private CompilationCache(@Nullable CacheDirectory directory, String engine) {
        this.directory = directory;
        this.engine = engine;
    }

    /** Keeps nothing: each process compiles what it needs. */
    public static CompilationCache none() {
        return NONE;
    }

    /** {@link #in(Path, long)} with {@link #DEFAULT_MOST_BYTES}. */
    public static CompilationCache in(Path directory) {
        return in(directory, DEFAULT_MOST_BYTES);
    }

    /**
     * Keeps compiled code in a directory, which is made when there is something to keep, for its owner only.
     *
     * @param directory the directory, for nothing else than this
     * @param mostBytes how much it holds: beyond that the entries that were not used for longest are deleted
     * @throws IllegalArgumentException if {@code mostBytes} is negative
     */
    public static CompilationCache in(Path directory, long mostBytes) {
        if (mostBytes < 0) {
            throw new IllegalArgumentException("expected a number of bytes that is not negative, found " + mostBytes);
        }
        return new CompilationCache(new CacheDirectory(directory.toAbsolutePath(), mostBytes), CodeKey.engine());
    }

    /** What is known of the code of a module with these bytes. */
    KeptCode of(byte[] bytes, int offset, int length, Execution execution) {
        if (directory == null || execution == Execution.INTERPRETED) {
            return KeptCode.NONE;
        }
        String digest = Sha256.hex(Sha256.of(bytes, offset, length));
        return KeptCode.of(directory, digest, CodeKey.of(engine, digest, execution));
    }

    /** What it keeps, and where. */
    @Override
    public String toString() {
        return directory == null ? "no compiled code is kept" : "compiled code is kept in " + directory;
    }
}
