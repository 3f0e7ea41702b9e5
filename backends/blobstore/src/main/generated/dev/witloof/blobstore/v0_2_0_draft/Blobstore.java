// Made by witloof-bindings from wasi:blobstore/blobstore@0.2.0-draft.
// SHA-256 of its declarations: 5eb8e2d4ee73eea424a5536e2fd70fdaa7a864240d677bea2892d7b4bd7782a0
// Changes made here are lost when it is made again.
package dev.witloof.blobstore.v0_2_0_draft;

import dev.witloof.host.ResultException;
import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Containers by name.
 */
@WitInterface("wasi:blobstore/blobstore@0.2.0-draft")
@NullMarked
public interface Blobstore {
    /**
     * Makes an empty container.
     */
    Container.Container_ createContainer(String name) throws ResultException;

    /**
     * The container of this name.
     */
    Container.Container_ getContainer(String name) throws ResultException;

    /**
     * Removes a container with all its objects.
     */
    void deleteContainer(String name) throws ResultException;

    /**
     * Whether there is a container of this name.
     */
    boolean containerExists(String name) throws ResultException;

    /**
     * Copies an object, and replaces what stands at the destination. The destination's container must exist.
     */
    void copyObject(Types.ObjectId src, Types.ObjectId dest) throws ResultException;

    /**
     * Moves or renames an object, and replaces what stands at the destination. The destination's container must
     * exist.
     */
    void moveObject(Types.ObjectId src, Types.ObjectId dest) throws ResultException;
}
