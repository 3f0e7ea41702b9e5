package dev.witloof.nats;

import dev.witloof.nats.NatsFailure.Kind;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValueManagement;
import io.nats.client.KeyValueOptions;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueStatus;
import io.nats.client.api.ServerInfo;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The stream of a bucket. It is looked for, and made if it is not there, before it is first used; and again after the
 * connection was lost, because what a server keeps in memory goes with it.
 */
final class KeyValueStream {

    private final NatsLink link;
    private final String bucket;
    private final StreamSettings settings;
    private final JetStreamApi api;
    private volatile @Nullable ServerInfo lookedAt;
    private volatile boolean direct;

    KeyValueStream(NatsLink link, String bucket, StreamSettings settings) {
        this.link = link;
        this.bucket = bucket;
        this.settings = settings;
        this.api = new JetStreamApi(link, "KV_" + bucket);
    }

    JetStreamApi api() {
        return api;
    }

    String subject(String name) {
        return "$KV." + bucket + "." + name;
    }

    /** Whether values may be asked for directly: where there are replicas, one of them could answer with an older value. */
    boolean isDirect() {
        return direct;
    }

    /** Makes sure that there is a stream, if that is not known. */
    void makeIfNew() throws NatsFailure {
        ServerInfo server = link.server();
        if (lookedAt == server) {
            return;
        }
        try {
            KeyValueManagement management = link.connection()
                    .keyValueManagement(KeyValueOptions.builder()
                            .jsRequestTimeout(link.settings().callTimeout())
                            .build());
            KeyValueStatus status = status(management);
            direct = status.getReplicas() == 1
                    && status.getBackingStreamInfo().getConfiguration().getAllowDirect();
            lookedAt = server;
        } catch (IOException | JetStreamApiException | IllegalStateException failure) {
            throw NatsFailure.thrown(link.settings(), failure);
        }
    }

    private KeyValueStatus status(KeyValueManagement management) throws IOException, JetStreamApiException {
        try {
            return management.getStatus(bucket);
        } catch (JetStreamApiException failure) {
            if (failure.getApiErrorCode() != NatsFailure.STREAM_NOT_FOUND) {
                throw failure;
            }
        }
        try {
            return management.create(KeyValueConfiguration.builder(bucket)
                    .maxHistoryPerKey(1)
                    .storageType(settings.storageType())
                    .replicas(settings.replicas())
                    .ttl(settings.timeToLive())
                    .build());
        } catch (JetStreamApiException failure) {
            // Another made it meanwhile, with settings of its own.
            if (failure.getApiErrorCode() != NatsFailure.STREAM_NAME_IN_USE) {
                throw failure;
            }
            return management.getStatus(bucket);
        }
    }

    /** After such a failure the stream may be gone. */
    void doubt(NatsFailure failure) {
        if (failure.isMissing() || failure.kind() == Kind.TIMEOUT) {
            lookedAt = null;
        }
    }
}
