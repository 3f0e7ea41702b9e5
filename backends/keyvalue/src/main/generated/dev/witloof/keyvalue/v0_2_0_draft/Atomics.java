// Made by witloof-bindings from wasi:keyvalue/atomics@0.2.0-draft.
// SHA-256 of its declarations: 3dd333e0298d0e8ab19f328712d3602428f80f6c17103e07837fbec02afe2ade
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_2_0_draft;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Changes of one key that nobody sees half done.
 */
@WitInterface("wasi:keyvalue/atomics@0.2.0-draft")
@NullMarked
public interface Atomics {
    /**
     * Adds to the number under a key and returns the sum. A key that is not there counts as 0.
     */
    long increment(Store.Bucket bucket, String key, long delta) throws Store.ErrorException;
}
