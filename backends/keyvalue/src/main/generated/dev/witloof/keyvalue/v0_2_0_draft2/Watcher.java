// Made by witloof-bindings from wasi:keyvalue/watcher@0.2.0-draft2.
// SHA-256 of its declarations: 4c78a54fde53b503178ccab48dc2053dc2af6e16c98a1cd9cf4d42093dba7320
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_2_0_draft2;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Exported by a component that wants to hear of changes.
 */
@WitInterface("wasi:keyvalue/watcher@0.2.0-draft2")
@NullMarked
public interface Watcher {
    /**
     * A key was set.
     */
    void onSet(Store.Bucket bucket, String key, byte[] value);

    /**
     * A key was removed.
     */
    void onDelete(Store.Bucket bucket, String key);
}
