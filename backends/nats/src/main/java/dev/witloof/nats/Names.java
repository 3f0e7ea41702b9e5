package dev.witloof.nats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How buckets and keys are called in JetStream, which lets neither have every character. What it lets through stays as it is;
 * and whatever it is called, the name is found again.
 */
final class Names {

    /** Longer keys are called by their digest: a request with a subject twice in it must fit into one line of the protocol. */
    static final int MOST_CHARACTERS = 500;

    /** The header of a message whose subject has only the digest of its key: the key, encoded. */
    static final String KEY_HEADER = "Witloof-Key";

    private static final int MOST_BUCKET_CHARACTERS = 240;
    private static final String DIGEST = "=-";

    private Names() {}

    /**
     * A key's name.
     *
     * @param name what stands in the subject
     * @param header the encoded key, where the name does not tell it
     */
    record KeyName(String name, @Nullable String header) {}

    /**
     * A bucket's name: itself if it is of letters, digits, {@code -} and {@code _} and begins with none of these two, else
     * {@code _} and the Base64 of its UTF-8 with the alphabet for URLs; nothing if that is too long.
     */
    static Optional<String> bucket(String prefix, String name) {
        String encoded = name.matches("[A-Za-z0-9][A-Za-z0-9_-]*")
                ? name
                : "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        String whole = prefix + encoded;
        return whole.length() <= MOST_BUCKET_CHARACTERS ? Optional.of(whole) : Optional.empty();
    }

    /** A key's name: {@code =} and two digits for each byte of UTF-8 that may not stand there, or the key's digest. */
    static KeyName key(String key) {
        String encoded = encode(key);
        return encoded.length() <= MOST_CHARACTERS
                ? new KeyName(encoded, null)
                : new KeyName(DIGEST + HexFormat.of().formatHex(sha256(key)), encoded);
    }

    /** The key of a name that {@link #key} gave, with the header of its message; nothing if it is another's. */
    static Optional<String> decode(String name, @Nullable String header) {
        String encoded = name.startsWith(DIGEST) ? header : name;
        String key = encoded == null ? null : decode(encoded);
        return key != null && key(key).name().equals(name) ? Optional.of(key) : Optional.empty();
    }

    /**
     * An object's name as NATS has it: the Base64 of its UTF-8 with the alphabet for URLs; the digest of one that is long, and
     * {@code =} for an empty one, which has none.
     */
    static String object(String object) {
        String encoded = Base64.getUrlEncoder().encodeToString(object.getBytes(StandardCharsets.UTF_8));
        if (encoded.isEmpty()) {
            return "=";
        }
        return encoded.length() <= MOST_CHARACTERS
                ? encoded
                : DIGEST + HexFormat.of().formatHex(sha256(object));
    }

    /** The first 64 bits of the digest of a key: the order in which keys are listed. */
    static long order(String key) {
        byte[] digest = sha256(key);
        long order = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            order = order << 8 | digest[i] & 0xff;
        }
        return order;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String encode(String key) {
        if (key.isEmpty()) {
            return "=";
        }
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        StringBuilder name = new StringBuilder(bytes.length + 8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            // A subject has no empty tokens.
            boolean inside = i > 0 && i < bytes.length - 1 && bytes[i - 1] != '.';
            if (isPlain(c) || c == '.' && inside) {
                name.append(c);
            } else {
                name.append('=').append(HexFormat.of().withUpperCase().toHexDigits(bytes[i]));
            }
        }
        return name.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '/';
    }

    private static @Nullable String decode(String name) {
        if (name.equals("=")) {
            return "";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '=') {
                bytes.write(c);
            } else if (i + 2 < name.length()
                    && HexFormat.isHexDigit(name.charAt(i + 1))
                    && HexFormat.isHexDigit(name.charAt(i + 2))) {
                bytes.write(HexFormat.fromHexDigits(name, i + 1, i + 3));
                i += 2;
            } else {
                return null;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
