package dev.witloof.keyvalue;

/** A key-value store in memory without bounds. */
public final class InMemoryKeyValue extends KeyValueStore {

    private InMemoryKeyValue(Builder builder) {
        super(builder, Integer.MAX_VALUE, UnboundedEntries::new);
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

    /** Collects the settings of a store. */
    public static final class Builder extends KeyValueStore.Builder<Builder> {

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** The store, empty. */
        public InMemoryKeyValue build() {
            return new InMemoryKeyValue(this);
        }
    }
}
