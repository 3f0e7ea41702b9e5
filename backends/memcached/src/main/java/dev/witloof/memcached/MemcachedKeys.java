package dev.witloof.memcached;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * How keys are called in Memcached, which has 250 bytes for them, without spaces and control characters: the prefix, the bucket's
 * name, a colon, the key, all in UTF-8, where each byte that is not a printable character of ASCII, and {@code %}, is written as
 * {@code %} and two hexadecimal digits; in the bucket's name {@code :} too. What is longer than 250 bytes then is {@code %#} and
 * the SHA-256 of those bytes in Base64 for URLs.
 */
final class MemcachedKeys {

    static final int MOST_BYTES = 250;

    private final String start;

    MemcachedKeys(String prefix, String bucket) {
        this.start = escaped(prefix, false) + escaped(bucket, true) + ":";
    }

    /** What Memcached calls this key. */
    String named(String key) {
        String name = start + escaped(key, false);
        return name.length() <= MOST_BYTES ? name : "%#" + digest(name);
    }

    private static String escaped(String text, boolean colonsToo) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && b < 0x7F && b != '%' && !(colonsToo && b == ':')) {
                out.append((char) b);
            } else {
                out.append('%').append(digit(b >> 4)).append(digit(b));
            }
        }
        return out.toString();
    }

    private static char digit(int value) {
        return "0123456789ABCDEF".charAt(value & 0xF);
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has it
        }
    }
}
