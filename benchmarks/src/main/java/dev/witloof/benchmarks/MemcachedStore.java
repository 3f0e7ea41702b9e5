package dev.witloof.benchmarks;

import dev.witloof.link.Backend;
import dev.witloof.memcached.Memcached;
import dev.witloof.servers.MemcachedServer;
import java.io.IOException;
import net.rubyeye.xmemcached.MemcachedClient;
import net.rubyeye.xmemcached.XMemcachedClient;
import org.jspecify.annotations.Nullable;

/** In Memcached; by hand it is a client of xmemcached as it comes. */
final class MemcachedStore implements MeasuredStore {

    private final MemcachedServer server = MemcachedServer.start();

    @Override
    public Backend backend() {
        return Memcached.keyValue().address(server.address()).build();
    }

    @Override
    public ByHand byHand() throws IOException {
        return new Client(new XMemcachedClient(server.host(), server.port()));
    }

    @Override
    public void close() {
        server.close();
    }

    private record Client(MemcachedClient client) implements ByHand {

        private static String named(String key) {
            return "by-hand:" + key;
        }

        @Override
        public byte @Nullable [] get(String key) throws Exception {
            return client.get(named(key));
        }

        @Override
        public void set(String key, byte[] value) throws Exception {
            client.set(named(key), 0, value);
        }

        @Override
        public void delete(String key) throws Exception {
            client.delete(named(key));
        }

        @Override
        public boolean exists(String key) throws Exception {
            return get(key) != null;
        }

        @Override
        public void close() throws IOException {
            client.shutdown();
        }
    }
}
