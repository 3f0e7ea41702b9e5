package dev.witloof.memcached;

import dev.witloof.keyvalue.service.KeyValueBackend;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code wasi:keyvalue} in a Memcached server, under keys that begin with the bucket's name. */
public final class MemcachedKeyValue extends KeyValueBackend {

    private final MemcachedSettings settings;
    private final String prefix;
    private final Set<String> buckets;

    private MemcachedKeyValue(Builder builder) {
        this.settings = new MemcachedSettings(
                builder.host,
                builder.port,
                builder.user,
                builder.password,
                builder.connectTimeout,
                builder.callTimeout,
                builder.connections);
        this.prefix = builder.prefix;
        this.buckets = builder.buckets;
    }

    /** {@code Memcached key-value at 127.0.0.1:11211}. */
    @Override
    public String description() {
        return "Memcached key-value at " + settings.address();
    }

    @Override
    protected KeyValueService open(Connections connections) throws Exception {
        return new Service(connections.open(settings, () -> MemcachedConnections.open(settings)), prefix, buckets);
    }

    /**
     * The store, open.
     *
     * @param client a hold on the client
     * @param prefix how all keys begin
     * @param buckets which buckets there are; none for any
     */
    private record Service(Connections.Lease<MemcachedConnections> client, String prefix, Set<String> buckets)
            implements KeyValueService {

        @Override
        public StoredBucket open(String name) throws KeyValueException {
            if (!buckets.isEmpty() && !buckets.contains(name)) {
                throw KeyValueException.noSuchStore();
            }
            return new MemcachedBucket(client.get(), new MemcachedKeys(prefix, name));
        }

        @Override
        public void check() throws KeyValueException {
            client.get().check();
        }

        @Override
        public void close() throws Exception {
            client.close();
        }
    }

    /** Collects the settings of a store. Stores with equal settings share their connections. */
    public static final class Builder {

        /** Beyond are times that cannot be counted in nanoseconds. */
        private static final Duration LONGEST = Duration.ofDays(36_500);

        private String host = "127.0.0.1";
        private int port = 11211;
        private @Nullable String user;
        private @Nullable String password;
        private Duration connectTimeout = Duration.ofSeconds(1);
        private Duration callTimeout = Duration.ofSeconds(2);
        private int connections = 1;
        private String prefix = "";
        private Set<String> buckets = Set.of();

        Builder() {}

        /**
         * Where the server is: {@code host}, {@code host:port}, or {@code [IPv6 address]:port}; by default
         * {@code 127.0.0.1:11211}. The client library knows no TLS.
         *
         * @throws IllegalArgumentException if it is anything else
         */
        public Builder address(String address) {
            URI uri;
            try {
                uri = new URI("memcached://" + address);
            } catch (URISyntaxException notShown) {
                throw notAnAddress();
            }
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getPort() == 0
                    || uri.getPort() > 65535
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null
                    || !uri.getPath().isEmpty()) {
                throw notAnAddress();
            }
            host = uri.getHost().replaceAll("[\\[\\]]", "");
            port = uri.getPort() < 0 ? 11211 : uri.getPort();
            return this;
        }

        private static IllegalArgumentException notAnAddress() {
            return new IllegalArgumentException("address: expected host:port, found something else");
        }

        /** Who we are, if the server asks by SASL (plain). */
        public Builder user(String name) {
            user = name;
            return this;
        }

        /** How we show it; no output has it. */
        public Builder password(String secret) {
            password = secret;
            return this;
        }

        /** How all names in the server begin, after nothing by default; taken as it is, so end it with a colon or the like. */
        public Builder prefix(String text) {
            prefix = text;
            return this;
        }

        /** Which buckets there are; by default, and if none are named, any that a component opens. */
        public Builder buckets(String... names) {
            buckets = Set.copyOf(List.of(names));
            return this;
        }

        /**
         * How long a connection may take to be made; by default a second.
         *
         * @throws IllegalArgumentException if it is less than a millisecond, or longer than 36,500 days
         */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = positive("connectTimeout", timeout);
            return this;
        }

        /**
         * How long a call may take with all that it waits for. By default two seconds.
         *
         * @throws IllegalArgumentException if it is less than a millisecond, or longer than 36,500 days
         */
        public Builder callTimeout(Duration timeout) {
            callTimeout = positive("callTimeout", timeout);
            return this;
        }

        /**
         * How many connections there are, over all backends with the same settings; by default 1, on which the calls of all
         * threads follow each other without waiting.
         *
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder connections(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("connections: expected 1 or more, found " + number);
            }
            connections = number;
            return this;
        }

        private static Duration positive(String what, Duration time) {
            if (time.toMillis() < 1) {
                throw new IllegalArgumentException(what + ": expected a millisecond or more, found " + time);
            }
            if (time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(what + ": expected 36500 days or less, found " + time.toDays());
            }
            return time;
        }

        /**
         * The store; nothing is opened yet.
         *
         * @throws IllegalStateException if there is a user without a password, or the other way round
         */
        public MemcachedKeyValue build() {
            if ((user == null) != (password == null)) {
                throw new IllegalStateException("memcached: expected user and password, found one of them");
            }
            return new MemcachedKeyValue(this);
        }
    }
}
