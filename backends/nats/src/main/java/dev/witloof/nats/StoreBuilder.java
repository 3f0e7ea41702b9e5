package dev.witloof.nats;

import java.time.Duration;
import java.util.Set;

/**
 * Collects what the stores in JetStream have in common.
 *
 * @param <B> the builder's own class
 */
public abstract sealed class StoreBuilder<B extends StoreBuilder<B>> extends NatsBuilder<B>
        permits NatsKeyValue.Builder, NatsBlobs.Builder {

    /** Where JetStream keeps what is stored. */
    public enum Storage {
        /** In files, also after the server was ended. */
        FILE,
        /** In memory, while the server runs. */
        MEMORY
    }

    private String prefix = "";
    private Storage storage = Storage.FILE;
    private int replicas = 1;
    private Duration timeToLive = Duration.ZERO;
    private int pageSize = 1000;
    Set<String> names = Set.of();

    StoreBuilder() {}

    /**
     * How the names of all buckets in the server begin, after nothing by default; taken as it is, so end it with a hyphen or
     * the like.
     *
     * @throws IllegalArgumentException if it has anything but ASCII letters, digits, {@code -} and {@code _}
     */
    public B prefix(String text) {
        if (!text.matches("[A-Za-z0-9_-]*")) {
            throw new IllegalArgumentException("prefix: expected letters, digits, - and _, found others");
        }
        prefix = text;
        return self();
    }

    /** Where what is stored is kept, for what is made from here; by default in files. */
    public B storage(Storage kind) {
        storage = kind;
        return self();
    }

    /**
     * On how many servers of the cluster it is kept, for what is made from here; by default on one.
     *
     * @throws IllegalArgumentException if it is not 1 to 5
     */
    public B replicas(int number) {
        if (number < 1 || number > 5) {
            throw new IllegalArgumentException("replicas: expected 1 to 5, found " + number);
        }
        replicas = number;
        return self();
    }

    /**
     * How long a value stays after it was set, for what is made from here; by default for ever.
     *
     * @throws IllegalArgumentException if it is not longer than nothing, or longer than 36,500 days
     */
    public B timeToLive(Duration time) {
        timeToLive = positive("timeToLive", time);
        return self();
    }

    /**
     * How many names are listed at a time, by default 1,000. Each page reads the names of all that is there.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public B pageSize(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("pageSize: expected 1 or more, found " + number);
        }
        pageSize = number;
        return self();
    }

    final StreamSettings streams() {
        return new StreamSettings(prefix, storage, replicas, timeToLive, pageSize);
    }
}
