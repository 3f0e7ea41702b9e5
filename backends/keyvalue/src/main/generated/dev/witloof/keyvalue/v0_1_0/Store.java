// Made by witloof-bindings from witloof:keyvalue/store@0.1.0.
// SHA-256 of its declarations: b51e7857ababca56f91d1dc65b8a3a37ae84886e74a39c558c948bbbbf2f57a9
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_1_0;

import dev.witloof.host.WitInterface;
import org.jspecify.annotations.NullMarked;

/**
 * Opening buckets.
 */
@WitInterface("witloof:keyvalue/store@0.1.0")
@NullMarked
public interface Store {
    /**
     * The bucket of this name.
     */
    Types.Bucket open(String identifier) throws Types.ErrorException;
}
