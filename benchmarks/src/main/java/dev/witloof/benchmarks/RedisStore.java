package dev.witloof.benchmarks;

import dev.witloof.link.Backend;
import dev.witloof.redis.Redis;
import dev.witloof.servers.RedisServer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Jedis;

/** In Redis; by hand it is one connection of Jedis, without a pool. */
final class RedisStore implements MeasuredStore {

    private final RedisServer server = RedisServer.start();

    @Override
    public Backend backend() {
        return Redis.keyValue().address(server.address()).build();
    }

    @Override
    public ByHand byHand() {
        return new Connection(new Jedis(server.host(), server.port()));
    }

    @Override
    public void close() {
        server.close();
    }

    private record Connection(Jedis jedis) implements ByHand {

        private static byte[] named(String key) {
            return ("by-hand:" + key).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte @Nullable [] get(String key) {
            return jedis.get(named(key));
        }

        @Override
        public void set(String key, byte[] value) {
            jedis.set(named(key), value);
        }

        @Override
        public void delete(String key) {
            jedis.del(named(key));
        }

        @Override
        public boolean exists(String key) {
            return jedis.exists(named(key));
        }

        @Override
        public void close() {
            jedis.close();
        }
    }
}
