package dev.witloof.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a cache has for one module, and where what it lacks is to be kept. */
final class KeptCode {

    /** Of a module whose code is not kept. */
    static final KeptCode NONE = new KeptCode(null, null, null, null);

    private final @Nullable CacheDirectory directory;
    private final @Nullable String digest;
    private final @Nullable CodeKey key;
    private final @Nullable StoredCode found;

    private KeptCode(
            @Nullable CacheDirectory directory,
            @Nullable String digest,
            @Nullable CodeKey key,
            @Nullable StoredCode found) {
        this.directory = directory;
        this.digest = digest;
        this.key = key;
        this.found = found;
    }

    static KeptCode of(CacheDirectory directory, String digest, CodeKey key) {
        return new KeptCode(directory, digest, key, directory.read(key).orElse(null));
    }

    /** The digest of the module's bytes, in hexadecimal, if it is known. */
    Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    Optional<StoredCode> found() {
        return Optional.ofNullable(found);
    }

    void keep(StoredCode code) {
        if (directory != null && key != null) {
            directory.write(key, code);
        }
    }
}
