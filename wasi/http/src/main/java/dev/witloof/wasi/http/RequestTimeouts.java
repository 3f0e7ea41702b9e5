package dev.witloof.wasi.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long the parts of a request may take, as far as the guest said so; a transport's own limits hold beside them. */
public final class RequestTimeouts {

    private static final RequestTimeouts NONE = new RequestTimeouts(null, null, null);

    private final @Nullable Duration connect;
    private final @Nullable Duration firstByte;
    private final @Nullable Duration betweenBytes;

    private RequestTimeouts(@Nullable Duration connect, @Nullable Duration firstByte, @Nullable Duration betweenBytes) {
        this.connect = connect;
        this.firstByte = firstByte;
        this.betweenBytes = betweenBytes;
    }

    /** The guest said nothing. */
    public static RequestTimeouts none() {
        return NONE;
    }

    static RequestTimeouts of(
            @Nullable Duration connect, @Nullable Duration firstByte, @Nullable Duration betweenBytes) {
        return new RequestTimeouts(connect, firstByte, betweenBytes);
    }

    /** How long connecting may take; after it the code is {@code connection-timeout}. */
    public Optional<Duration> connect() {
        return Optional.ofNullable(connect);
    }

    /**
     * How long the first byte of the response may take once the request is on its way; after it the code is
     * {@code connection-read-timeout}.
     */
    public Optional<Duration> firstByte() {
        return Optional.ofNullable(firstByte);
    }

    /**
     * How long the next bytes of the response's body may take while the guest waits for them; after it the code is
     * {@code connection-read-timeout}.
     */
    public Optional<Duration> betweenBytes() {
        return Optional.ofNullable(betweenBytes);
    }
}
