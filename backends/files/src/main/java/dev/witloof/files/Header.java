package dev.witloof.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What an entry's file begins with; its value is what follows. Numbers are big-endian:
 *
 * <pre>
 * 4 bytes  "wle1"
 * 4 bytes  how many bytes the key has
 * 16 bytes the version
 * 8 bytes  when it was written, in milliseconds since 1970-01-01T00:00:00Z
 * 8 bytes  how many bytes the value has
 *          the key, in UTF-8
 * </pre>
 *
 * @param key the key, in UTF-8
 * @param version which writing this is
 * @param writtenAt when that was, in milliseconds
 * @param length how many bytes the value has
 */
record Header(byte[] key, Version version, long writtenAt, long length) {

    private static final int MAGIC = 'w' << 24 | 'l' << 16 | 'e' << 8 | '1';
    private static final int FIXED = 40;

    /** Where the value's length is, which is known last of a value that is written in pieces. */
    static final long LENGTH_AT = 32;

    /** So many bytes are read at once, and hold most keys. */
    private static final int FIRST_PIECE = 512;

    /**
     * Which writing of an entry this is: no two are alike, whoever wrote them.
     *
     * @param writer who wrote, by chance
     * @param number the writer's count
     */
    record Version(long writer, long number) {}

    /** How many bytes it has. */
    int size() {
        return FIXED + key.length;
    }

    /** Its bytes, and room for so many after them. */
    ByteBuffer encode(int room) {
        return ByteBuffer.allocate(size() + room)
                .putInt(MAGIC)
                .putInt(key.length)
                .putLong(version.writer())
                .putLong(version.number())
                .putLong(writtenAt)
                .putLong(length)
                .put(key);
    }

    /**
     * Reads the header of the entry that has this address, and no more.
     *
     * @throws DamagedException if the file is not whole, or of another key
     */
    static Header read(InputStream in, Address address) throws IOException {
        Header header = decode(in, FIXED + address.key().length);
        if (!Arrays.equals(header.key, address.key())) {
            throw new DamagedException("expected the entry of the key that was asked for, found another");
        }
        if (in.available() < Math.min(header.length, Integer.MAX_VALUE)) {
            throw new DamagedException("expected a value of " + header.length + " bytes, found " + in.available());
        }
        return header;
    }

    /** Reads a header, and perhaps some of what follows. */
    static Header readAny(InputStream in) throws IOException {
        return decode(in, FIRST_PIECE);
    }

    private static Header decode(InputStream in, int piece) throws IOException {
        byte[] first = in.readNBytes(piece);
        ByteBuffer fixed = ByteBuffer.wrap(first);
        if (first.length < FIXED || fixed.getInt() != MAGIC) {
            throw new DamagedException("expected an entry, found " + first.length + " bytes that are none");
        }
        int keyLength = fixed.getInt();
        Version version = new Version(fixed.getLong(), fixed.getLong());
        long writtenAt = fixed.getLong();
        long length = fixed.getLong();
        int rest = first.length - FIXED;
        if (keyLength < 0 || length < 0 || keyLength - rest > in.available()) {
            throw new DamagedException("expected a key of " + keyLength + " bytes, found fewer");
        }
        byte[] key = Arrays.copyOfRange(first, FIXED, FIXED + keyLength);
        if (keyLength > rest) {
            in.readNBytes(key, rest, keyLength - rest);
        }
        return new Header(key, version, writtenAt, length);
    }

    /** Whether a file is that of another entry, or not whole. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1;

        DamagedException(String message) {
            super(message);
        }
    }
}
