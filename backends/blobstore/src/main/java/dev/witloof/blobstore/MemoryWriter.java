package dev.witloof.blobstore;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.ObjectWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An object that is being written: pieces that are full, and one that grows. */
final class MemoryWriter implements ObjectWriter {

    private static final int FIRST = 1024;

    private final MemoryStore store;
    private final MemoryContainer container;
    private final String name;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[0];
    private int used;
    private long size;
    private boolean ended;

    MemoryWriter(MemoryStore store, MemoryContainer container, String name) {
        this.store = store;
        this.container = container;
        this.name = name;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws BlobException {
        store.checkSize(size + length);
        store.count(length);
        size += length;
        int from = offset;
        int left = length;
        while (left > 0) {
            int taken = Math.min(left, MemoryObject.PIECE - used);
            if (used + taken > last.length) {
                last = Arrays.copyOf(
                        last, Math.min(MemoryObject.PIECE, Math.max(FIRST, Integer.highestOneBit(used + taken) * 2)));
            }
            System.arraycopy(bytes, from, last, used, taken);
            used += taken;
            from += taken;
            left -= taken;
            if (used == MemoryObject.PIECE) {
                full.add(last);
                last = new byte[0];
                used = 0;
            }
        }
    }

    @Override
    public void commit() throws BlobException {
        List<byte[]> pieces = new ArrayList<>(full);
        if (used > 0) {
            pieces.add(Arrays.copyOf(last, used));
        }
        container.put(name, new MemoryObject(pieces.toArray(new byte[0][]), size, store.now()));
        ended = true;
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            store.forget(size);
        }
    }
}
