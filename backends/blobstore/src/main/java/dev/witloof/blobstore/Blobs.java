package dev.witloof.blobstore;

/**
 * Stores of objects in memory that serve {@code wasi:blobstore@0.2.0-draft}, under names and without.
 *
 * <pre>{@code
 * InMemoryBlobs photos = Blobs.inMemory();
 * Linker.builder()
 *     .bind("photos").to(photos)
 *     .bind("exports").to(InMemoryBlobs.builder().containers("reports").maximumBytes(1L << 30).build())
 *     .bindAll(photos)        // container and types, which all names share
 * }</pre>
 *
 * <p>What is stored lives as long as the backend object, not as a deployment. One backend object that is bound under several names
 * shows all of them the same containers; two names that are to be kept apart are given two backends.
 */
public final class Blobs {

    private Blobs() {}

    /** A store without bounds. */
    public static InMemoryBlobs inMemory() {
        return InMemoryBlobs.builder().build();
    }
}
