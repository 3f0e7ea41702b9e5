package dev.witloof.wasi.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code request-options}. */
final class TimeoutOptions implements Types.RequestOptions {

    private @Nullable Long connect;
    private @Nullable Long firstByte;
    private @Nullable Long betweenBytes;

    @Override
    public Optional<Long> connectTimeout() {
        return Optional.ofNullable(connect);
    }

    @Override
    public void setConnectTimeout(Optional<Long> duration) {
        connect = duration.orElse(null);
    }

    @Override
    public Optional<Long> firstByteTimeout() {
        return Optional.ofNullable(firstByte);
    }

    @Override
    public void setFirstByteTimeout(Optional<Long> duration) {
        firstByte = duration.orElse(null);
    }

    @Override
    public Optional<Long> betweenBytesTimeout() {
        return Optional.ofNullable(betweenBytes);
    }

    @Override
    public void setBetweenBytesTimeout(Optional<Long> duration) {
        betweenBytes = duration.orElse(null);
    }

    RequestTimeouts timeouts() {
        return RequestTimeouts.of(duration(connect), duration(firstByte), duration(betweenBytes));
    }

    /** Nanoseconds are unsigned; beyond 292 years there is no difference. */
    private static @Nullable Duration duration(@Nullable Long nanos) {
        return nanos == null ? null : Duration.ofNanos(nanos < 0 ? Long.MAX_VALUE : nanos);
    }
}
