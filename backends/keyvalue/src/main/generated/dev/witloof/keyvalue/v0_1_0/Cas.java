// Made by witloof-bindings from witloof:keyvalue/cas@0.1.0.
// SHA-256 of its declarations: 841d791667b6b05ba832ea7cb1c2b00992fa47befa3f8061f03dc764cf3969ac
// Changes made here are lost when it is made again.
package dev.witloof.keyvalue.v0_1_0;

import dev.witloof.host.WitInterface;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * Setting a key only if it has not changed meanwhile.
 */
@WitInterface("witloof:keyvalue/cas@0.1.0")
@NullMarked
public interface Cas {
    /**
     * Value and version of a key, or nothing if the key is not there.
     */
    Optional<Entry> current(Types.Bucket bucket, String key) throws Types.ErrorException;

    /**
     * Sets a key if all conditions hold; without any it fails with {@code invalid-argument}.
     */
    CasResult swap(Types.Bucket bucket, String key, byte[] value, CasOptions options) throws
            Types.ErrorException;

    /**
     * What must hold for a swap; at least one condition.
     *
     * @param requireVersion The version must be this one.
     * @param requireValue The value must be this one. It may have changed and changed back.
     */
    record CasOptions(Optional<String> requireVersion, Optional<byte[]> requireValue) {
    }

    /**
     * What came of a swap.
     */
    sealed interface CasResult {
        /**
         * The new value was set.
         */
        record Swapped() implements CasResult {
        }

        /**
         * A condition did not hold. This is the key as it is now, nothing if it is not there.
         */
        record Stale(Optional<Entry> value) implements CasResult {
        }
    }

    /**
     * A value with its version.
     *
     * @param value The value.
     * @param version Its version.
     */
    record Entry(byte[] value, String version) {
    }
}
