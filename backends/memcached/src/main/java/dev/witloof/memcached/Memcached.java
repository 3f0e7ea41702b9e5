package dev.witloof.memcached;

/**
 * Memcached behind imports.
 *
 * <pre>{@code
 * Linker.builder()
 *     .bind("cache").to(Memcached.keyValue().address("127.0.0.1:11211").build())
 * }</pre>
 */
public final class Memcached {

    private Memcached() {}

    /** A key-value store in Memcached, to be built. */
    public static MemcachedKeyValue.Builder keyValue() {
        return new MemcachedKeyValue.Builder();
    }
}
