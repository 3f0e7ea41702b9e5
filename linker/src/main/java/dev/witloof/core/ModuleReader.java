package dev.witloof.core;

import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;

/** A place in the bytes of a core module, and the end of what is being read: a section, or one entry of it. */
final class ModuleReader {

    private final byte[] bytes;
    private final String path;
    int at;
    int end;

    ModuleReader(byte[] bytes, int offset, int length, String path) {
        this.bytes = bytes;
        this.path = path;
        this.at = offset;
        this.end = offset + length;
    }

    int unsignedByte(String what) {
        if (at >= end) {
            throw malformed(at, "expected " + what + ", found the end");
        }
        return bytes[at++] & 0xFF;
    }

    long unsigned(String what) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int start = at;
            int read = unsignedByte(what);
            if (shift == 28 && read > 0x0F) {
                throw malformed(start, "expected " + what + " in 32 bits, found more");
            }
            value |= (long) (read & 0x7F) << shift;
            if (read < 0x80) {
                return value;
            }
        }
    }

    /** A number of whatever sign and width, which does not matter here. */
    void skipNumber(String what) {
        while (unsignedByte(what) >= 0x80) {
            // The parts of one number.
        }
    }

    /** A count of things of at least one byte each, of which there can be no more than bytes. */
    long count(String what) {
        int start = at;
        long count = unsigned("the count of " + what);
        if (count > end - at) {
            throw malformed(start, "expected at most " + (end - at) + " " + what + " until the end, found " + count);
        }
        return count;
    }

    /** Bytes after their count, such as a name's. */
    void skipBytes(String what) {
        int size = (int) count("bytes of " + what);
        at += size;
    }

    int littleEndian() {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    /** The next four bytes, as far as they are there. */
    String hex() {
        StringBuilder text = new StringBuilder();
        for (int i = at; i < Math.min(at + 4, end); i++) {
            text.append(i == at ? "" : " ").append(String.format("%02x", bytes[i]));
        }
        return text.length() == 0 ? "nothing" : text.toString();
    }

    MalformedException malformed(int offset, String reason) {
        return new MalformedException(path, offset, reason);
    }

    /** An error of validation, which has no offset but a path. */
    InvalidException invalid(String reason) {
        return new InvalidException(path, reason);
    }
}
