package dev.witloof.wasi.http;

import java.io.InputStream;

/** So many bytes, all of them 0, in no memory. */
final class Zeroes extends InputStream {

    private long left;

    Zeroes(long size) {
        left = size;
    }

    @Override
    public int read() {
        return left-- > 0 ? 0 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        int read = (int) Math.min(left, length);
        left -= read;
        return read;
    }
}
