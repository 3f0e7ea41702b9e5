package dev.witloof.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;

/** Values, and how a failure shows them. */
final class Values {

    private static final int SHORT = 48;

    private Values() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As many bytes, which do not repeat themselves, and are the same for the same seed. */
    static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** What a value is, in a line; two that are shown alike are alike. */
    static String shown(byte[] value) {
        String size = value.length == 1 ? "1 byte" : value.length + " bytes";
        if (value.length == 0) {
            return size;
        }
        return value.length <= SHORT
                ? size + " " + HexFormat.of().formatHex(value) + " " + quoted(text(value))
                : size + ", SHA-256 " + HexFormat.of().formatHex(digest(value));
    }

    static String shown(Optional<byte[]> value) {
        return value.map(Values::shown).orElse("nothing");
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }

    /** A key between quotes, short, and without what a terminal would obey. */
    static String quoted(String key) {
        StringBuilder text = new StringBuilder("\"");
        key.codePoints().limit(SHORT).forEach(c -> {
            if (isHidden(c)) {
                text.append(String.format("\\u{%x}", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text + (key.codePointCount(0, key.length()) > SHORT ? "…\" (" + key.length() + " units)" : "\"");
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static byte[] digest(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every JDK has it
        }
    }
}
