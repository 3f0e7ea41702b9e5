package dev.witloof.redis;

import dev.witloof.keyvalue.service.KeyValueBackend;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import java.util.List;
import java.util.Set;

/** {@code wasi:keyvalue} in a Redis server, as plain strings under keys that begin with the bucket's name. */
public final class RedisKeyValue extends KeyValueBackend {

    private final RedisSettings settings;
    private final String prefix;
    private final Set<String> buckets;

    private RedisKeyValue(Builder builder) {
        this.settings = builder.settings();
        this.prefix = builder.prefix;
        this.buckets = builder.buckets;
    }

    /** {@code Redis key-value at 127.0.0.1:6379}. */
    @Override
    public String description() {
        return "Redis key-value at " + settings.address();
    }

    @Override
    protected KeyValueService open(Connections connections) throws Exception {
        return new Service(connections.open(settings, () -> RedisPool.open(settings)), prefix, buckets);
    }

    /**
     * The store, open.
     *
     * @param pool a hold on the connections
     * @param prefix how all keys begin
     * @param buckets which buckets there are; none for any
     */
    private record Service(Connections.Lease<RedisPool> pool, String prefix, Set<String> buckets)
            implements KeyValueService {

        @Override
        public StoredBucket open(String name) throws KeyValueException {
            if (!buckets.isEmpty() && !buckets.contains(name)) {
                throw KeyValueException.noSuchStore();
            }
            return new RedisBucket(pool.get(), new RedisKeys(prefix, name));
        }

        @Override
        public void check() throws KeyValueException {
            try {
                pool.get().check();
            } catch (RedisException failure) {
                throw RedisBucket.error(failure);
            }
        }

        @Override
        public void close() throws Exception {
            pool.close();
        }
    }

    /** Collects the settings of a store. */
    public static final class Builder extends RedisBuilder<Builder> {

        private Set<String> buckets = Set.of();

        Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** Which buckets there are; by default, and if none are named, any that a component opens. */
        public Builder buckets(String... names) {
            buckets = Set.copyOf(List.of(names));
            return this;
        }

        /** The store; nothing is opened yet. */
        public RedisKeyValue build() {
            return new RedisKeyValue(this);
        }
    }
}
