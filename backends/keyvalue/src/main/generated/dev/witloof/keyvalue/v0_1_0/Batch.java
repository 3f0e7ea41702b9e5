// Made by witloof-bindings from witloof:keyvalue/batch@0.1.0.
// SHA-256 of its declarations: 397affd93f89fbddf9376e1076744a3f3def2b4580fdcae19b18e6ee67b50528
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_1_0;

import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Many keys in one call. If a call fails, part of its work may have been done.
 */
@WitInterface("witloof:keyvalue/batch@0.1.0")
@NullMarked
public interface Batch {
    /**
     * For each key, at its place in the list, the key with its value, or nothing if it is not there.
     */
    List<Optional<Tuple2<String, byte[]>>> getMany(Types.Bucket bucket, List<String> keys) throws
            Types.ErrorException;

    /**
     * Sets several keys, in no promised order.
     */
    void setMany(Types.Bucket bucket, List<Tuple2<String, byte[]>> keyValues) throws
            Types.ErrorException;

    /**
     * Removes several keys, in no promised order; those that are not there are skipped.
     */
    void deleteMany(Types.Bucket bucket, List<String> keys) throws Types.ErrorException;
}
