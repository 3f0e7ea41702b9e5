package dev.witloof.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * Where the entry of a key is: any text is a key, and what it says is in no file name, so none leads out of its folder, nor do
 * two of them meet where a file system knows no upper case or composes letters.
 *
 * @param key the key in UTF-8
 * @param file the name of its file: SHA-256 of the key in hexadecimal
 */
record Address(byte[] key, String file) {

    private static final int DIGITS = 64;

    static Address of(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return new Address(bytes, hexadecimal(bytes));
    }

    /** SHA-256 in hexadecimal. */
    static String hexadecimal(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: expected in every JDK, found none", e);
        }
    }

    /** The folder of its file, and the lock that who changes it holds: the first 8 bits. */
    int shard() {
        return Integer.parseInt(file, 0, 2, 16);
    }

    /** The first 64 bits of a file's name, unsigned: the order in which keys are listed. Empty for what is no entry. */
    static OptionalLong number(String file) {
        if (file.length() != DIGITS) {
            return OptionalLong.empty();
        }
        for (int i = 0; i < DIGITS; i++) {
            char digit = file.charAt(i);
            if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(Long.parseUnsignedLong(file, 0, 16, 16));
    }
}
