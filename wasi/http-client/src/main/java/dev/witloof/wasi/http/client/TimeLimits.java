package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.RequestTimeouts;
import java.time.Duration;
import java.util.Optional;

/**
 * How long the parts of one request may take, in nanoseconds: what the guest asks for, and no longer than the embedder allows.
 *
 * @param connect until there is a connection
 * @param firstByte until a response begins, after the last byte that was sent
 * @param betweenBytes until more of a response's body has come
 * @param send until the connection takes more of the request
 */
record TimeLimits(long connect, long firstByte, long betweenBytes, long send) {

    static TimeLimits of(ClientSettings settings, RequestTimeouts guest) {
        return new TimeLimits(
                least(settings.connectTimeout(), guest.connect()),
                least(settings.firstByteTimeout(), guest.firstByte()),
                least(settings.betweenBytesTimeout(), guest.betweenBytes()),
                settings.betweenBytesTimeout().toNanos());
    }

    private static long least(Duration most, Optional<Duration> asked) {
        return asked.filter(each -> each.compareTo(most) < 0).orElse(most).toNanos();
    }
}
