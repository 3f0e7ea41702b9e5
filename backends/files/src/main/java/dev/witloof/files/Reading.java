package dev.witloof.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is open, and stays as it was then.
 *
 * @param header what it begins with
 * @param in its value
 */
record Reading(Header header, InputStream in) implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    /** Opens the entry of a key; {@code null} if it is not there. */
    static @Nullable Reading open(Path file, Address address) throws IOException {
        // This stream goes on when its thread is interrupted.
        InputStream in;
        try {
            in = Files.newInputStream(file);
        } catch (NoSuchFileException none) {
            return null;
        }
        try {
            return new Reading(Header.read(in, address), in);
        } catch (Throwable e) {
            in.close();
            throw e;
        }
    }

    /** The key of an entry, without its value; {@code null} if it is not there, or damaged. */
    static @Nullable String key(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(Header.readAny(in).key(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException | Header.DamagedException none) {
            return null;
        }
    }

    /** All of the value. */
    byte[] value() throws IOException {
        if (header.length() > Integer.MAX_VALUE - 8) {
            throw new Header.DamagedException(
                    "expected a value that fits into an array, found " + header.length() + " bytes");
        }
        byte[] value = new byte[(int) header.length()];
        for (int done = 0; done < value.length; ) {
            int read = in.read(value, done, Math.min(PIECE, value.length - done));
            if (read < 0) {
                throw new EOFException("expected " + value.length + " bytes, found " + done);
            }
            done += read;
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
