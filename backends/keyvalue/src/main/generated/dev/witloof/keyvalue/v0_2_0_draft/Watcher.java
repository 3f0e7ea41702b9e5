// Made by witloof-bindings from wasi:keyvalue/watcher@0.2.0-draft.
// SHA-256 of its declarations: 7fdef5c7938d5363785aca7b34719f5a1583b69ba5fdb8d8f17474079dfe03b2
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_2_0_draft;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Exported by a component that wants to hear of changes.
 */
@WitInterface("wasi:keyvalue/watcher@0.2.0-draft")
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
