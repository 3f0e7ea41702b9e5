/**
 * {@code wasi:keyvalue} in memory, for imports with names and without. Enter at
 * {@link dev.witloof.keyvalue.KeyValue}.
 *
 * <p>{@code Buckets} and {@code MemoryBucket} are what the forms of the interface are served over, {@code Entries} the storage.
 *
 * <p>Imports {@code link}, {@code keyvalue.service} and {@code keyvalue.v0_2_0_draft}; Caffeine in one class.
 */
@NullMarked
package dev.witloof.keyvalue;

import org.jspecify.annotations.NullMarked;
