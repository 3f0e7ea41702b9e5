package dev.witloof.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** SHA-256 of keys in UTF-8, by which rows are found and listed; its first 64 bits are the cursor of listings. */
final class KeyHash {

    static final int BYTES = 32;

    private KeyHash() {}

    static byte[] of(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The cursor after this hash. */
    static long cursor(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    /** What all hashes after a cursor are greater than: the greatest with its 64 bits; for 0 the least there is. */
    static byte[] before(long cursor) {
        byte[] last = new byte[BYTES];
        if (cursor != 0) {
            Arrays.fill(last, (byte) 0xff);
            ByteBuffer.wrap(last).putLong(cursor);
        }
        return last;
    }

    /**
     * How many rows of a page to give, so that the next one can begin after its cursor: those whose first 64 bits are the
     * first row's beyond it too are left to it. 0 if that is all of them.
     *
     * @param hashes those of the page and one more, in their order
     */
    static int endOfPage(List<byte[]> hashes) {
        int end = hashes.size() - 1;
        while (end > 0 && cursor(hashes.get(end - 1)) == cursor(hashes.get(end))) {
            end--;
        }
        return end;
    }
}
