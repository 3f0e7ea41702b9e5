package dev.witloof.tests.contract;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.ByteRange;
import dev.witloof.blobstore.service.NamePage;
import dev.witloof.blobstore.service.ObjectInfo;
import dev.witloof.blobstore.service.ObjectReader;
import dev.witloof.blobstore.service.ObjectWriter;
import dev.witloof.blobstore.service.StoredContainer;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A container, as wrong as a fault wants it.
 *
 * @param container what does it right
 * @param name what it is called
 * @param store where it is
 * @param fault what is wrong
 */
record FaultyContainer(
        StoredContainer container,
        String name,
        BlobService store,
        @Nullable BlobFault fault) implements StoredContainer {

    private boolean has(BlobFault which) {
        return fault == which;
    }

    private String stored(String object) {
        if (has(BlobFault.NAMES_IN_LOWER_CASE)) {
            return object.toLowerCase(Locale.ROOT);
        }
        return has(BlobFault.NAMES_TRIMMED) ? object.strip() : object;
    }

    @Override
    public long createdAt() throws BlobException {
        return container.createdAt();
    }

    @Override
    public ObjectReader read(String object, ByteRange range) throws BlobException {
        if (has(BlobFault.UNKNOWN_IS_EMPTY) && !container.has(object)) {
            return ObjectReader.of("nothing", 0, new ByteArrayInputStream(new byte[0]));
        }
        if (has(BlobFault.END_IS_LEFT_OUT) && range.end() > range.start()) {
            return container.read(stored(object), new ByteRange(range.start(), range.end() - 1));
        }
        if (has(BlobFault.BEYOND_THE_END_FAILS)
                && range.end() != -1
                && Long.compareUnsigned(range.end(), container.info(object).size()) >= 0) {
            throw new BlobException("range: beyond the end");
        }
        ObjectReader reader = container.read(stored(object), range);
        return has(BlobFault.READS_WHAT_IS_THERE_NOW) ? new Live(reader, container, object, range) : reader;
    }

    /** Looks for the object anew each time. */
    private static final class Live extends ObjectReader {

        private final ObjectReader first;
        private final StoredContainer container;
        private final String object;
        private long at;

        Live(ObjectReader first, StoredContainer container, String object, ByteRange range) {
            this.first = first;
            this.container = container;
            this.object = object;
            this.at = range.start();
        }

        @Override
        public long size() {
            return first.size();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws BlobException {
            try (ObjectReader now = container.read(object, new ByteRange(at, -1))) {
                int read = now.read(buffer, offset, length);
                at += Math.max(read, 0);
                return read;
            }
        }

        @Override
        public void close() {
            first.close();
        }
    }

    @Override
    public ObjectWriter write(String object) throws BlobException {
        ObjectWriter writer = container.write(stored(object));
        if (has(BlobFault.SEEN_WHILE_WRITTEN)) {
            try (ObjectWriter nothing = container.write(object)) {
                nothing.commit();
            }
        }
        return new Writer(writer, fault);
    }

    /** Writes, and may give up. */
    private static final class Writer implements ObjectWriter {

        private static final int MEBIBYTE = 1 << 20;

        private final ObjectWriter writer;
        private final @Nullable BlobFault fault;
        private long written;
        private boolean committed;

        Writer(ObjectWriter writer, @Nullable BlobFault fault) {
            this.writer = writer;
            this.fault = fault;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws BlobException {
            int taken = fault == BlobFault.CUT_AT_1_MEBIBYTE ? (int) Math.min(length, MEBIBYTE - written) : length;
            writer.write(bytes, offset, taken);
            written += taken;
        }

        @Override
        public void commit() throws BlobException {
            committed = true;
            writer.commit();
        }

        @Override
        public void close() {
            if (fault == BlobFault.BROKEN_OFF_IS_KEPT && !committed) {
                try {
                    commit();
                } catch (BlobException failure) {
                    throw new IllegalStateException(failure);
                }
            }
            writer.close();
        }
    }

    @Override
    public NamePage list(String cursor) throws BlobException {
        if (has(BlobFault.LISTS_BY_OFFSET)) {
            return byOffset(cursor.isEmpty() ? 0 : Integer.parseInt(cursor));
        }
        NamePage page = container.list(cursor);
        if (has(BlobFault.LISTS_FIRST_PART_ONLY)) {
            return NamePage.last(page.names());
        }
        if (has(BlobFault.LISTS_A_NAME_TWICE) && page.next().isPresent()) {
            List<String> names = new ArrayList<>(page.names());
            names.add(names.get(0));
            return new NamePage(names, page.next());
        }
        return page;
    }

    private NamePage byOffset(int from) throws BlobException {
        List<String> all = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            NamePage page = container.list(next.get());
            all.addAll(page.names());
            next = page.next();
        }
        int begin = Math.min(from, all.size());
        int end = Math.min(begin + 100, all.size());
        return new NamePage(
                all.subList(begin, end), end < all.size() ? Optional.of(String.valueOf(end)) : Optional.empty());
    }

    @Override
    public void delete(String object) throws BlobException {
        if (has(BlobFault.DELETE_OF_UNKNOWN_FAILS) && !container.has(object)) {
            throw BlobException.noSuchObject(name, object);
        }
        container.delete(stored(object));
    }

    @Override
    public void deleteMany(List<String> objects) throws BlobException {
        int count = has(BlobFault.DELETE_MANY_STOPS) ? Math.min(objects.size(), 100) : objects.size();
        for (String each : objects.subList(0, count)) {
            delete(each);
        }
    }

    @Override
    public boolean has(String object) throws BlobException {
        return container.has(stored(object));
    }

    @Override
    public ObjectInfo info(String object) throws BlobException {
        ObjectInfo info = container.info(stored(object));
        return has(BlobFault.CREATED_AT_IN_MILLISECONDS) ? new ObjectInfo(info.size(), info.createdAt() * 1000) : info;
    }

    @Override
    public void clear() throws BlobException {
        if (has(BlobFault.CLEAR_REMOVES_CONTAINER)) {
            store.delete(name);
        } else {
            container.clear();
        }
    }
}
