/**
 * {@code wasi:keyvalue/store@0.2.0-draft} in memory, for imports with names and without. Enter at
 * {@link dev.witloof.keyvalue.KeyValue}.
 *
 * <p>{@code StoreTypes} and {@code StoreFunctions} are the interface, {@code Buckets} and {@code Entries} the storage.
 *
 * <p>Imports {@code name}, {@code type}, {@code value}, {@code instance} and {@code link}; Caffeine in one class.
 */
@NullMarked
package dev.witloof.keyvalue;

import org.jspecify.annotations.NullMarked;
