/**
 * {@code wasi:keyvalue/store@0.2.0-draft} in memory, for imports with names and without. Enter at
 * {@link dev.witloof.keyvalue.KeyValue}.
 *
 * <p>{@code KeyValueStore} and {@code OpenBucket} are the interface, {@code Buckets} and {@code Entries} the storage.
 *
 * <p>Imports {@code name}, {@code link} and {@code keyvalue.v0_2_0_draft}; Caffeine in one class.
 */
@NullMarked
package dev.witloof.keyvalue;

import org.jspecify.annotations.NullMarked;
