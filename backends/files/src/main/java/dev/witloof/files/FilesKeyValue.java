package dev.witloof.files;

import dev.witloof.keyvalue.service.KeyValueBackend;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code wasi:keyvalue} in a directory. Each key is a file, which is replaced as a whole: who reads sees one value or another and
 * never parts of two, also when the process that writes is killed. To change a key is to hold a lock between processes, so
 * {@code increment} and {@code swap} are one step for all of them.
 *
 * <p>Opening a bucket makes it, unless {@link Builder#buckets} says which there are. Any text is a key. A key that is there
 * throughout a listing is listed exactly once.
 */
public final class FilesKeyValue extends KeyValueBackend {

    private final Place place;
    private final int pageSize;
    private final Set<String> buckets;

    private FilesKeyValue(Builder builder) {
        place = builder.place();
        pageSize = builder.pageSize();
        buckets = Collections.unmodifiableSet(new LinkedHashSet<>(builder.buckets));
    }

    /** {@code files key-value at /var/lib/shop}. */
    @Override
    public String description() {
        return "files key-value " + place.description();
    }

    @Override
    protected KeyValueService open(Connections connections) throws Exception {
        return new Service(connections.open(place, () -> OpenDirectory.open(place)), buckets, pageSize);
    }

    @SuppressWarnings("try") // as the lease
    private record Service(Connections.Lease<OpenDirectory> directory, Set<String> buckets, int pageSize)
            implements KeyValueService {

        @Override
        public StoredBucket open(String name) throws KeyValueException {
            if (!buckets.isEmpty() && !buckets.contains(name)) {
                throw KeyValueException.noSuchStore();
            }
            return new FilesBucket(directory.get().bucket(name), pageSize);
        }

        @Override
        public void check() throws KeyValueException {
            try {
                directory.get().check();
            } catch (IOException e) {
                throw KeyValueException.other(Reasons.text("check", e), e);
            }
        }

        @Override
        public void close() throws Exception {
            directory.close();
        }
    }

    /** Collects the settings of a store. */
    public static final class Builder extends FileStoreBuilder<Builder> {

        private final Set<String> buckets = new LinkedHashSet<>();

        Builder(Path directory) {
            super(directory);
        }

        @Override
        Builder self() {
            return this;
        }

        /** The only buckets that there are: to open another is {@code no-such-store}. By default any may be opened. */
        public Builder buckets(String... names) {
            buckets.addAll(List.of(names));
            return this;
        }

        /** The store. */
        public FilesKeyValue build() {
            return new FilesKeyValue(this);
        }
    }
}
