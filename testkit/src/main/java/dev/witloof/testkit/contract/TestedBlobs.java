package dev.witloof.testkit.contract;

import dev.witloof.link.Backend;

/**
 * The store of objects that contracts test. Put it in an interface of your own with default methods, and let one class for each
 * contract implement it:
 *
 * <pre>{@code
 * class ShelfTest {
 *     interface Shelf extends TestedBlobs {
 *         @Override
 *         default Backend fresh() {
 *             return new ShelfBlobs();
 *         }
 *     }
 *
 *     @Nested
 *     class Blobs extends BlobContract implements Shelf {}
 *
 *     @Nested
 *     class Names extends BlobNamesContract implements Shelf {}
 * }
 * }</pre>
 */
public interface TestedBlobs {

    /**
     * A store of its own: without containers, not started, and apart from every other that this method gave.
     *
     * @throws Exception if there is none to be had; the test then fails
     */
    Backend fresh() throws Exception;

    /**
     * The same store again, as a program that starts later would have it: by default the same object, which is right where what
     * is stored lives as long as the backend.
     *
     * @param store what {@link #fresh()} or this method gave
     * @throws Exception if it cannot be had; the test then fails
     */
    default Backend again(Backend store) throws Exception {
        return store;
    }

    /** What the store can do; by default all. What it cannot do has to be refused with the interface's own error. */
    default BlobAbilities abilities() {
        return BlobAbilities.all();
    }
}
