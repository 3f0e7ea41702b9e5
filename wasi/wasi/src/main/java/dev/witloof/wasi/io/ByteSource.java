package dev.witloof.wasi.io;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that are there already. */
final class ByteSource implements Source {

    private final byte[] bytes;
    private int position;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public byte @Nullable [] read(int most) {
        if (position == bytes.length) {
            return null;
        }
        int end = position + Math.min(most, bytes.length - position);
        byte[] part = Arrays.copyOfRange(bytes, position, end);
        position = end;
        return part;
    }
}
