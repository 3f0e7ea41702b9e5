package dev.witloof.keyvalue;

import dev.witloof.link.Backend;
import dev.witloof.link.Functions;
import dev.witloof.link.Offer;
import dev.witloof.name.ImportRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A key-value store in memory without bounds. What is stored lives as long as this object; any number of threads,
 * deployments and names may share it.
 *
 * <p>Opening a bucket makes it, unless {@link Builder#buckets} says which there are. Keys are listed in the order in which they
 * were first set, in pages; a key that is there throughout is listed exactly once, whatever changes meanwhile.
 */
public final class InMemoryKeyValue implements Backend {

    private final Buckets buckets;
    private final int pageSize;

    private InMemoryKeyValue(Builder builder) {
        buckets = new Buckets(builder.buckets, builder.readOnly, Integer.MAX_VALUE, UnboundedEntries::new);
        pageSize = builder.pageSize;
    }

    /** A store with settings of its own. */
    public static Builder builder() {
        return new Builder();
    }

    /** {@code in-memory key-value}. */
    @Override
    public String description() {
        return "in-memory key-value";
    }

    @Override
    public List<Offer> offers() {
        return List.of(StoreTypes.OFFER);
    }

    @Override
    public Started start(List<ImportRef> imports) {
        Functions functions = StoreFunctions.over(buckets, pageSize);
        return importRef -> functions;
    }

    /**
     * The contents of the bucket of this name, which is made if there is none.
     *
     * @throws IllegalArgumentException if it is not one of those set by {@link Builder#buckets}
     */
    public BucketView bucket(String name) {
        return buckets.view(name);
    }

    /** The names of the buckets that there are, sorted. */
    public Set<String> bucketNames() {
        return buckets.names();
    }

    /** Removes every key of every bucket. */
    public void clear() {
        buckets.clear();
    }

    /** Collects the settings of a store. */
    public static final class Builder {

        private final Set<String> buckets = new LinkedHashSet<>();
        private final Set<String> readOnly = new LinkedHashSet<>();
        private int pageSize = PageSize.DEFAULT;

        private Builder() {}

        /** The only buckets that there are: to open another is {@code no-such-store}. By default any may be opened. */
        public Builder buckets(String... names) {
            buckets.addAll(List.of(names));
            return this;
        }

        /** Buckets in which to set or delete is {@code access-denied} for guests. */
        public Builder readOnly(String... names) {
            readOnly.addAll(List.of(names));
            return this;
        }

        /**
         * How many keys {@code list-keys} gives at a time, by default 1,000.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder pageSize(int keys) {
            pageSize = PageSize.checked(keys);
            return this;
        }

        /** The store, empty. */
        public InMemoryKeyValue build() {
            return new InMemoryKeyValue(this);
        }
    }
}
