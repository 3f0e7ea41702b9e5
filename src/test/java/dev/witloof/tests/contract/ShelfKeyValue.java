package dev.witloof.tests.contract;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyPage;
import dev.witloof.keyvalue.service.KeyValueBackend;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store in one file, which is locked, read and written whole for each call, by however many processes. */
final class ShelfKeyValue extends KeyValueBackend {

    /** A file's lock is the virtual machine's; its threads wait here. */
    private static final Object THREADS = new Object();

    private final Path file;

    ShelfKeyValue(Path file) {
        this.file = file;
    }

    /** Where the entries are. */
    Path file() {
        return file;
    }

    @Override
    protected KeyValueService open(Connections connections) {
        return Bucket::new;
    }

    @Override
    public String description() {
        return "a file";
    }

    private interface Change<T> {
        T make(Properties entries) throws KeyValueException;
    }

    /** Entries by {@code bucket/key}; they are written if they were changed. */
    private <T> T with(Change<T> change) throws KeyValueException {
        synchronized (THREADS) {
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.lock();
                Properties entries = new Properties();
                InputStream in = Channels.newInputStream(channel);
                entries.load(in);
                Object before = entries.clone();
                T result = change.make(entries);
                if (!before.equals(entries)) {
                    channel.truncate(0);
                    OutputStream out = Channels.newOutputStream(channel);
                    entries.store(out, null);
                }
                return result;
            } catch (IOException failure) {
                throw KeyValueException.other("the file cannot be used", failure);
            }
        }
    }

    private final class Bucket implements StoredBucket {

        private final String prefix;

        Bucket(String name) {
            prefix = name + "/";
        }

        private byte @Nullable [] value(Properties entries, String key) {
            String value = entries.getProperty(prefix + key);
            return value == null ? null : HexFormat.of().parseHex(value);
        }

        private void put(Properties entries, String key, byte[] value) {
            entries.setProperty(prefix + key, HexFormat.of().formatHex(value));
        }

        @Override
        public byte @Nullable [] get(String key) throws KeyValueException {
            return with(entries -> value(entries, key));
        }

        @Override
        public void set(String key, byte[] value) throws KeyValueException {
            with(entries -> {
                put(entries, key, value);
                return true;
            });
        }

        @Override
        public void delete(String key) throws KeyValueException {
            with(entries -> entries.remove(prefix + key));
        }

        @Override
        public boolean exists(String key) throws KeyValueException {
            return get(key) != null;
        }

        /** Pages of 1,000 in the order of the keys, which no test changes while it lists. */
        @Override
        public KeyPage list(long cursor) throws KeyValueException {
            return with(entries -> {
                List<String> keys = new TreeMap<>(entries)
                        .keySet().stream()
                                .map(Object::toString)
                                .filter(key -> key.startsWith(prefix))
                                .map(key -> key.substring(prefix.length()))
                                .toList();
                int from = (int) Math.min(cursor, keys.size());
                int to = Math.min(from + 1000, keys.size());
                return new KeyPage(
                        keys.subList(from, to), to < keys.size() ? OptionalLong.of(to) : OptionalLong.empty());
            });
        }

        @Override
        public long increment(String key, long delta, CounterType type) throws KeyValueException {
            return with(entries -> {
                byte[] sum = type.add(value(entries, key), delta);
                put(entries, key, sum);
                return type.decode(sum);
            });
        }

        @Override
        public Sighting see(String key) throws KeyValueException {
            byte[] value = get(key);
            return new Sighting(value, value == null ? "" : Arrays.toString(value));
        }

        @Override
        public boolean swap(String key, Sighting seen, byte[] value) throws KeyValueException {
            return with(entries -> {
                byte[] now = value(entries, key);
                boolean same = Objects.equals(seen.version(), now == null ? "" : Arrays.toString(now));
                if (same) {
                    put(entries, key, value);
                }
                return same;
            });
        }
    }
}
