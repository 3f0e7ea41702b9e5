package dev.witloof.tests.stores;

import dev.witloof.files.FileStores;
import dev.witloof.jdbc.Jdbc;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.memcached.Memcached;
import dev.witloof.nats.Nats;
import dev.witloof.redis.Redis;
import dev.witloof.servers.MemcachedServer;
import dev.witloof.servers.NatsServer;
import dev.witloof.servers.PostgresServer;
import dev.witloof.servers.RedisServer;
import dev.witloof.servers.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The servers of all stores, and stores of their own on them. */
final class AllStores implements AutoCloseable {

    /** The stores. */
    enum Kind {
        MEMORY,
        FILES,
        JDBC,
        REDIS,
        MEMCACHED,
        NATS
    }

    private static final String PASSWORD = "correct horse";

    private final Path directory;
    private final PostgresServer postgres = PostgresServer.start(PASSWORD);
    private final RedisServer redis = RedisServer.start();
    private final MemcachedServer memcached = MemcachedServer.start();
    private final NatsServer nats = NatsServer.start();
    private final AtomicInteger made = new AtomicInteger();

    /** Files are kept in this directory. */
    AllStores(Path directory) {
        this.directory = directory;
    }

    /** An empty store, apart from all others. */
    Backend fresh(Kind kind) throws IOException {
        String prefix = "part" + made.incrementAndGet() + "_";
        return switch (kind) {
            case MEMORY -> KeyValue.inMemory();
            case FILES ->
                FileStores.keyValue(Files.createDirectory(directory.resolve(prefix)))
                        .build();
            case JDBC ->
                Jdbc.keyValue()
                        .url(postgres.url())
                        .user(PostgresServer.USER)
                        .password(PASSWORD)
                        .prefix(prefix)
                        .build();
            case REDIS ->
                Redis.keyValue().address(redis.address()).prefix(prefix).build();
            case MEMCACHED ->
                Memcached.keyValue().address(memcached.address()).prefix(prefix).build();
            case NATS -> Nats.keyValue().address(nats.address()).prefix(prefix).build();
        };
    }

    @Override
    public void close() {
        for (TestServer server : new TestServer[] {postgres, redis, memcached, nats}) {
            server.close();
        }
    }
}
