package dev.witloof.nats;

import dev.witloof.blobstore.service.BlobException;
import dev.witloof.blobstore.service.BlobService;
import dev.witloof.blobstore.service.StoredContainer;
import dev.witloof.link.Connections;
import io.nats.client.JetStreamApiException;
import io.nats.client.NUID;
import io.nats.client.ObjectStoreManagement;
import io.nats.client.ObjectStoreOptions;
import io.nats.client.api.ObjectStoreConfiguration;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.Set;

/** The containers of an open store. */
final class NatsBlobService implements BlobService {

    private final Connections.Lease<NatsLink> lease;
    private final NatsLink link;
    private final StreamSettings settings;
    private final Set<String> containers;

    NatsBlobService(Connections.Lease<NatsLink> lease, StreamSettings settings, Set<String> containers) {
        this.lease = lease;
        this.link = lease.get();
        this.settings = settings;
        this.containers = containers;
    }

    /** What the component is told. */
    static BlobException error(NatsFailure failure) {
        return BlobException.of(String.valueOf(failure.getMessage()), failure);
    }

    /** What is asked about object stores. */
    private interface Asking<T> {
        T ask(ObjectStoreManagement management) throws IOException, JetStreamApiException;
    }

    private <T> T asked(Asking<T> asking) throws NatsFailure {
        link.awaitConnection();
        try {
            return asking.ask(link.connection()
                    .objectStoreManagement(ObjectStoreOptions.builder()
                            .jsRequestTimeout(link.settings().callTimeout())
                            .build()));
        } catch (IOException | JetStreamApiException | IllegalStateException failure) {
            throw NatsFailure.thrown(link.settings(), failure);
        }
    }

    private String bucket(String name) throws BlobException {
        return Names.bucket(settings.prefix(), name)
                .orElseThrow(() -> new BlobException(
                        "container: expected a shorter name, found one of " + name.length() + " characters"));
    }

    @Override
    public StoredContainer createContainer(String name) throws BlobException {
        String bucket = bucket(name);
        if (!containers.isEmpty() && !containers.contains(name)) {
            throw new BlobException(
                    "container \"" + name + "\": expected a name of which one may be made, found another");
        }
        try {
            // JetStream lets a stream be made again that is the same, and of two who make it one is to be told.
            asked(management -> management.create(ObjectStoreConfiguration.builder(bucket)
                    .description("made by " + NUID.nextGlobal())
                    .storageType(settings.storageType())
                    .replicas(settings.replicas())
                    .ttl(settings.timeToLive())
                    .build()));
            return container(name, bucket);
        } catch (NatsFailure failure) {
            throw failure.is(NatsFailure.STREAM_NAME_IN_USE) ? BlobException.containerExists(name) : error(failure);
        }
    }

    private NatsContainer container(String name, String bucket) {
        return new NatsContainer(this, new JetStreamApi(link, "OBJ_" + bucket), name, bucket, settings.pageSize());
    }

    /**
     * When a container was made, which tells it from another of the same name.
     *
     * @throws BlobException if it is not there
     */
    ZonedDateTime made(String name, String bucket) throws BlobException {
        try {
            return asked(management -> management.getStatus(bucket))
                    .getBackingStreamInfo()
                    .getCreateTime();
        } catch (NatsFailure failure) {
            throw failure.isMissing() ? BlobException.noSuchContainer(name) : error(failure);
        }
    }

    @Override
    public NatsContainer open(String name) throws BlobException {
        String bucket = bucket(name);
        made(name, bucket);
        return container(name, bucket);
    }

    @Override
    public void delete(String name) throws BlobException {
        String bucket = bucket(name);
        try {
            asked(management -> {
                management.delete(bucket);
                return name;
            });
        } catch (NatsFailure failure) {
            throw failure.isMissing() ? BlobException.noSuchContainer(name) : error(failure);
        }
    }

    @Override
    public boolean exists(String name) throws BlobException {
        String bucket = bucket(name);
        try {
            asked(management -> management.getStatus(bucket));
            return true;
        } catch (NatsFailure failure) {
            if (failure.isMissing()) {
                return false;
            }
            throw error(failure);
        }
    }

    @Override
    public void check() throws Exception {
        link.check();
    }

    @Override
    public void close() throws Exception {
        lease.close();
    }
}
