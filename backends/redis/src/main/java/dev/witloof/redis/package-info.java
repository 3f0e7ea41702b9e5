/**
 * Redis behind imports: key-value and messages. Enter at {@link dev.witloof.redis.Redis}.
 *
 * <p>Connections are Jedis's, on sockets that keep to a deadline, in a pool that has no thread. How keys are called is in
 * {@code RedisKeys}, and in the documentation of stores.
 *
 * <p>Imports {@code link}, {@code keyvalue.service}, and {@code config} for the one class that reads settings.
 */
@NullMarked
package dev.witloof.redis;

import org.jspecify.annotations.NullMarked;
