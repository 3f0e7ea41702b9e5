package dev.witloof.benchmarks;

import dev.witloof.link.Backend;
import dev.witloof.nats.Nats;
import dev.witloof.nats.StoreBuilder.Storage;
import dev.witloof.servers.NatsServer;
import io.nats.client.Connection;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.StorageType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** In JetStream, in the server's memory; by hand it is a bucket of jnats. */
final class NatsStore implements MeasuredStore {

    private final NatsServer server = NatsServer.start();

    @Override
    public Backend backend() {
        return Nats.keyValue().address(server.address()).storage(Storage.MEMORY).build();
    }

    @Override
    public ByHand byHand() throws Exception {
        Connection connection = io.nats.client.Nats.connect("nats://" + server.address());
        connection
                .keyValueManagement()
                .create(KeyValueConfiguration.builder("by-hand")
                        .storageType(StorageType.Memory)
                        .build());
        return new Bucket(connection, connection.keyValue("by-hand"));
    }

    @Override
    public void close() {
        server.close();
    }

    private record Bucket(Connection connection, KeyValue keys) implements ByHand {

        /** The library lets no colon into a key. */
        private static String named(String key) {
            return key.replace(":", "=3A");
        }

        @Override
        public byte @Nullable [] get(String key) throws Exception {
            KeyValueEntry entry = keys.get(named(key));
            return entry == null ? null : entry.getValue();
        }

        @Override
        public void set(String key, byte[] value) throws Exception {
            keys.put(named(key), value);
        }

        /** As the store does it: what says that the key is deleted is removed behind it. */
        @Override
        public void delete(String key) throws Exception {
            keys.delete(named(key));
            String removal = "{\"filter\":\"$KV.by-hand." + named(key) + "\"}";
            connection.publish("$JS.API.STREAM.PURGE.KV_by-hand", removal.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public boolean exists(String key) throws Exception {
            return keys.get(named(key)) != null;
        }

        @Override
        public void close() throws InterruptedException {
            connection.close();
        }
    }
}
