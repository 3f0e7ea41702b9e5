package dev.witloof.redis;

/**
 * Redis behind imports.
 *
 * <pre>{@code
 * Linker.builder()
 *     .bind("sessions").to(Redis.keyValue().address("127.0.0.1:6379").password(secret).build())
 * }</pre>
 */
public final class Redis {

    private Redis() {}

    /** A key-value store in Redis, to be built. */
    public static RedisKeyValue.Builder keyValue() {
        return new RedisKeyValue.Builder();
    }

    /** Messages by Redis, to be built. */
    public static RedisMessaging.Builder messaging() {
        return new RedisMessaging.Builder();
    }
}
