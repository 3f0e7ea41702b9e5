package dev.witloof.benchmarks;

import dev.witloof.link.Backend;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A store, on a server of its own where it needs one, for a component and for its client library alone. */
interface MeasuredStore extends AutoCloseable {

    /** The one of this name, started. */
    static MeasuredStore start(String name) throws Exception {
        return switch (name) {
            case "memory" -> new MemoryStore();
            case "files" -> new FilesStore();
            case "redis" -> new RedisStore();
            case "memcached" -> new MemcachedStore();
            case "postgresql" -> new PostgresStore();
            case "nats" -> new NatsStore();
            default -> throw new IllegalArgumentException("store: expected the name of one, found \"" + name + "\"");
        };
    }

    /** What a component is given. */
    Backend backend();

    /** What a program without components would use. */
    ByHand byHand() throws Exception;

    @Override
    void close() throws IOException;

    /** The requests that the session service makes of a store. */
    interface ByHand extends AutoCloseable {
        byte @Nullable [] get(String key) throws Exception;

        void set(String key, byte[] value) throws Exception;

        void delete(String key) throws Exception;

        boolean exists(String key) throws Exception;
    }
}
