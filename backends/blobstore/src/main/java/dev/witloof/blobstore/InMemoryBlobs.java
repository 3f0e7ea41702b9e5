package dev.witloof.blobstore;

import dev.witloof.blobstore.service.BlobBackend;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.link.Connections;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A store of objects in memory. What is stored lives as long as the object; any number of threads, deployments and names may share it. */
public final class InMemoryBlobs extends BlobBackend {

    private final MemoryStore store;

    private InMemoryBlobs(Builder builder) {
        store = new MemoryStore(builder);
    }

    /** A store with settings of its own. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@code in-memory blobs}. */
    @Override
    public String description() {
        return "in-memory blobs";
    }

    @Override
    protected BlobService open(Connections connections) {
        return store;
    }

    /** The store as Java sees it: for tests, and for filling it. It need not be closed. */
    public BlobService service() {
        return store;
    }

    /** Collects the settings of a store. */
    public static final class Builder {

        final Set<String> containers = new LinkedHashSet<>();
        long maximumContainers = Long.MAX_VALUE;
        long maximumObjects = Long.MAX_VALUE;
        long maximumObjectBytes = Long.MAX_VALUE;
        long maximumBytes = Long.MAX_VALUE;
        int pageSize = 1000;
        InstantSource clock = InstantSource.system();

        private Builder() {}

        /** Containers that are there from the beginning. */
        public Builder containers(String... names) {
            containers.addAll(List.of(names));
            return this;
        }

        /**
         * How many containers there may be.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumContainers(long number) {
            maximumContainers = atLeastOne("maximumContainers", number);
            return this;
        }

        /**
         * How many objects there may be in all containers together.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumObjects(long number) {
            maximumObjects = atLeastOne("maximumObjects", number);
            return this;
        }

        /**
         * How many bytes an object may have.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumObjectBytes(long bytes) {
            maximumObjectBytes = atLeastOne("maximumObjectBytes", bytes);
            return this;
        }

        /**
         * How many bytes all objects may have together; those that are being written count, and those that they will replace.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder maximumBytes(long bytes) {
            maximumBytes = atLeastOne("maximumBytes", bytes);
            return this;
        }

        /**
         * How many names are listed at a time, by default 1,000.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder pageSize(int names) {
            pageSize = (int) atLeastOne("pageSize", names);
            return this;
        }

        /** The clock that says when something was made; by default the system's. */
        public Builder clock(InstantSource source) {
            clock = source;
            return this;
        }

        /**
         * The store, without objects.
         *
         * @throws IllegalArgumentException if there are more containers than there may be
         */
        public InMemoryBlobs build() {
            if (containers.size() > maximumContainers) {
                throw new IllegalArgumentException(
                        "containers: expected at most " + maximumContainers + ", found " + containers.size());
            }
            return new InMemoryBlobs(this);
        }

        private static long atLeastOne(String what, long number) {
            if (number < 1) {
                throw new IllegalArgumentException(what + ": expected 1 or more, found " + number);
            }
            return number;
        }
    }
}
