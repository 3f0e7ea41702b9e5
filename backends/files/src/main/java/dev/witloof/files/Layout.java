package dev.witloof.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * What is where in a directory.
 *
 * @param root the directory, or the one that a prefix has in it
 */
record Layout(Path root) {

    /** What the marker says of this layout. Who changes where or how things are stored changes this too. */
    static final String VERSION = "witloof files 1\n";

    private static final int LONGEST = 100;

    static Layout of(Place place) {
        String prefix = place.prefix();
        return new Layout(
                prefix.isEmpty()
                        ? place.directory()
                        : place.directory().resolve("prefix").resolve(folder(prefix)));
    }

    Path marker() {
        return root.resolve("layout");
    }

    /** Files that processes lock. */
    Path locks() {
        return root.resolve("locks");
    }

    /** A folder for each writer, with what it has not finished. */
    Path writers() {
        return root.resolve("writers");
    }

    /** A folder for each bucket. */
    Path keyValue() {
        return root.resolve("keyvalue");
    }

    /** A folder for each container. */
    Path blobs() {
        return root.resolve("blobs");
    }

    /**
     * The folder for a bucket, container or prefix of any name. Names that are short are written out, others are SHA-256; which
     * it is stands before it, and so no name is one that some system has a meaning for.
     */
    static String folder(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder("name-");
        for (byte each : bytes) {
            char letter = (char) (each & 0xff);
            if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9' || letter == '-' || letter == '_') {
                out.append(letter);
            } else {
                out.append('%').append(HexFormat.of().toHexDigits(each));
            }
        }
        return out.length() <= LONGEST ? out.toString() : "hash-" + Address.hexadecimal(bytes);
    }

    /** The folder of a shard, in that of a bucket or container. */
    static String shard(int shard) {
        return HexFormat.of().toHexDigits((byte) shard);
    }

    /**
     * Whether there is a whole marker, of this layout.
     *
     * @throws IOException if there is one of another layout, or none although something of ours is there
     */
    boolean isMarked() throws IOException {
        String found;
        try {
            found = Files.readString(marker(), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException none) {
            if (Files.exists(keyValue()) || Files.exists(blobs())) {
                throw new UnknownLayoutException(
                        root + ": expected the file layout beside keyvalue and blobs, found none");
            }
            return false;
        }
        if (!VERSION.startsWith(found)) {
            String line = found.lines().findFirst().orElse("");
            throw new UnknownLayoutException(marker() + ": expected \"" + VERSION.strip() + "\", found "
                    + (line.matches("witloof files \\d{1,9}") ? "\"" + line + "\"" : "something else"));
        }
        // Less than all of it was left by who was ended while marking.
        return found.equals(VERSION);
    }

    /** A directory that was written in another layout, or by something else. */
    static final class UnknownLayoutException extends IOException {
        private static final long serialVersionUID = 1;

        UnknownLayoutException(String message) {
            super(message);
        }
    }
}
