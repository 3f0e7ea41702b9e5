package dev.witloof.nats;

import dev.witloof.keyvalue.service.KeyValueBackend;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** {@code wasi:keyvalue} in JetStream: a bucket is a bucket of NATS, made when it is first opened. */
public final class NatsKeyValue extends KeyValueBackend {

    private final NatsSettings settings;
    private final StreamSettings streams;
    private final Set<String> buckets;

    private NatsKeyValue(Builder builder) {
        this.settings = builder.settings();
        this.streams = builder.streams();
        this.buckets = builder.names;
    }

    /** {@code NATS key-value at 127.0.0.1:4222}. */
    @Override
    public String description() {
        return "NATS key-value at " + settings.address();
    }

    @Override
    protected KeyValueService open(Connections connections) throws Exception {
        return new Service(
                connections.open(settings, () -> NatsLink.open(settings)), streams, buckets, new ConcurrentHashMap<>());
    }

    /**
     * The store, open.
     *
     * @param link a hold on the connection
     * @param streams how buckets are made
     * @param buckets which there are; none for any
     * @param opened those that were opened
     */
    private record Service(
            Connections.Lease<NatsLink> link,
            StreamSettings streams,
            Set<String> buckets,
            ConcurrentMap<String, NatsBucket> opened)
            implements KeyValueService {

        @Override
        public StoredBucket open(String name) throws KeyValueException {
            if (!buckets.isEmpty() && !buckets.contains(name)) {
                throw KeyValueException.noSuchStore();
            }
            NatsBucket known = opened.get(name);
            if (known != null) {
                return known;
            }
            NatsBucket bucket = NatsBucket.open(link.get(), streams, name);
            opened.putIfAbsent(name, bucket);
            return bucket;
        }

        @Override
        public void check() throws KeyValueException {
            try {
                link.get().check();
            } catch (NatsFailure failure) {
                throw NatsBucket.error(failure);
            }
        }

        @Override
        public void close() throws Exception {
            link.close();
        }
    }

    /** Collects the settings of a store. */
    public static final class Builder extends StoreBuilder<Builder> {

        Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** Which buckets there are; by default, and if none are named, any that a component opens. */
        public Builder buckets(String... names) {
            this.names = Set.copyOf(List.of(names));
            return this;
        }

        /**
         * The store; nothing is opened yet.
         *
         * @throws IllegalArgumentException if there is more than one way to say who we are
         */
        public NatsKeyValue build() {
            return new NatsKeyValue(this);
        }
    }
}
