package dev.witloof.nats;

import dev.witloof.blobstore.service.BlobBackend;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.link.Connections;
import java.util.List;
import java.util.Set;

/** {@code wasi:blobstore} in JetStream: a container is an object store of NATS. */
public final class NatsBlobs extends BlobBackend {

    private final NatsSettings settings;
    private final StreamSettings streams;
    private final Set<String> containers;

    private NatsBlobs(Builder builder) {
        this.settings = builder.settings();
        this.streams = builder.streams();
        this.containers = builder.names;
    }

    /** {@code NATS blobs at 127.0.0.1:4222}. */
    @Override
    public String description() {
        return "NATS blobs at " + settings.address();
    }

    @Override
    protected BlobService open(Connections connections) throws Exception {
        return new NatsBlobService(connections.open(settings, () -> NatsLink.open(settings)), streams, containers);
    }

    /** Collects the settings of a store. */
    public static final class Builder extends StoreBuilder<Builder> {

        Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** Of which names containers may be made; by default, and if none are named, of any. */
        public Builder containers(String... names) {
            this.names = Set.copyOf(List.of(names));
            return this;
        }

        /**
         * The store; nothing is opened yet.
         *
         * @throws IllegalArgumentException if there is more than one way to say who we are
         */
        public NatsBlobs build() {
            return new NatsBlobs(this);
        }
    }
}
