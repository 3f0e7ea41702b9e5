// Made by witloof-bindings from wasi:keyvalue/batch@0.2.0-draft2.
// SHA-256 of its declarations: e742426caeb7e9d83041aff428bb721fadb171efafff71847e6104aa45f76718
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_2_0_draft2;

import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Many keys in one call. If a call fails, part of its work may have been done.
 */
@WitInterface("wasi:keyvalue/batch@0.2.0-draft2")
@NullMarked
public interface Batch {
    /**
     * For each key, at its place in the list, the key with its value, or nothing if it is not there.
     */
    List<Optional<Tuple2<String, byte[]>>> getMany(Store.Bucket bucket, List<String> keys) throws
            Store.ErrorException;

    /**
     * Sets several keys, in no promised order.
     */
    void setMany(Store.Bucket bucket, List<Tuple2<String, byte[]>> keyValues) throws
            Store.ErrorException;

    /**
     * Removes several keys, in no promised order; those that are not there are skipped.
     */
    void deleteMany(Store.Bucket bucket, List<String> keys) throws Store.ErrorException;
}
