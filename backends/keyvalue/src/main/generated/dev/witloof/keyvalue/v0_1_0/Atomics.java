// Made by witloof-bindings from witloof:keyvalue/atomics@0.1.0.
// SHA-256 of its declarations: 5ba0690b092629cb4d9d035ad2c60bb8bdd6ef6d15ff0c064a646b775b3510de
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_1_0;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Changes of one key that nobody sees half done.
 */
@WitInterface("witloof:keyvalue/atomics@0.1.0")
@NullMarked
public interface Atomics {
    /**
     * Adds to the number under a key and returns the sum. A key that is not there counts as 0.
     */
    long increment(Types.Bucket bucket, String key, long delta) throws Types.ErrorException;
}
