package dev.witloof.nats;

/**
 * NATS behind imports. What has the same settings shares one connection.
 *
 * <pre>{@code
 * Linker.builder()
 *     .bind("sessions").to(Nats.keyValue().address("127.0.0.1:4222").token(secret).build())
 * }</pre>
 */
public final class Nats {

    private Nats() {}

    /** A key-value store in JetStream, to be built. */
    public static NatsKeyValue.Builder keyValue() {
        return new NatsKeyValue.Builder();
    }

    /** A blob store in JetStream, to be built. */
    public static NatsBlobs.Builder blobs() {
        return new NatsBlobs.Builder();
    }

    /** Messages by NATS, to be built. */
    public static NatsMessaging.Builder messaging() {
        return new NatsMessaging.Builder();
    }
}
