package dev.witloof.redis;

import java.nio.charset.StandardCharsets;

/**
 * How keys are called in Redis: the prefix, the bucket's name, a colon, the key, in UTF-8. In the bucket's name {@code %} and
 * {@code :} are written {@code %25} and {@code %3A}, so that the first colon after the prefix ends it; prefix and key stand there
 * as they are.
 */
final class RedisKeys {

    private final String start;
    private final int startBytes;

    RedisKeys(String prefix, String bucket) {
        this.start = prefix + bucket.replace("%", "%25").replace(":", "%3A") + ":";
        this.startBytes = start.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What Redis calls this key. */
    byte[] named(String key) {
        return (start + key).getBytes(StandardCharsets.UTF_8);
    }

    /** What the bucket calls what Redis calls this. */
    String key(byte[] name) {
        return new String(name, startBytes, name.length - startBytes, StandardCharsets.UTF_8);
    }

    /** The pattern of all keys of the bucket, in Redis's own language. */
    byte[] pattern() {
        return (Glob.escaped(start) + "*").getBytes(StandardCharsets.UTF_8);
    }
}
