/**
 * Memcached behind imports of {@code wasi:keyvalue}. Enter at {@link dev.witloof.memcached.Memcached}.
 *
 * <p>The client library is xmemcached, which has threads of its own; they end when the last user of a connection closes it. How
 * keys are called is in {@code MemcachedKeys}, and in the documentation of stores.
 *
 * <p>Imports {@code link}, {@code keyvalue.service}, and {@code config} for the one class that reads settings.
 */
@NullMarked
package dev.witloof.memcached;

import org.jspecify.annotations.NullMarked;
