package dev.witloof.wasi.sockets;

import dev.witloof.wasi.sockets.Network.ErrorCode;
import dev.witloof.wasi.sockets.Network.ErrorCodeException;
import java.io.IOException;
import java.net.SocketOption;
import java.nio.channels.NetworkChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The options of a socket by their names, because some are of a module of the JDK that need not be there. What a system does not
 * have is {@code not-supported}.
 */
final class Options {

    static final String KEEP_ALIVE = "SO_KEEPALIVE";
    static final String KEEP_ALIVE_IDLE = "TCP_KEEPIDLE";
    static final String KEEP_ALIVE_INTERVAL = "TCP_KEEPINTERVAL";
    static final String KEEP_ALIVE_COUNT = "TCP_KEEPCOUNT";
    static final String RECEIVE_BUFFER = "SO_RCVBUF";
    static final String SEND_BUFFER = "SO_SNDBUF";

    private static final List<String> ALL =
            List.of(KEEP_ALIVE, KEEP_ALIVE_IDLE, KEEP_ALIVE_INTERVAL, KEEP_ALIVE_COUNT, RECEIVE_BUFFER, SEND_BUFFER);

    /** What Linux takes at most for the times and the count. */
    private static final long MOST_SECONDS = 32767;

    private static final long MOST_COUNT = 127;

    private final NetworkChannel channel;
    private final Map<String, Object> chosen = new HashMap<>();
    private Optional<Map<String, Object>> kept = Optional.empty();

    Options(NetworkChannel channel) {
        this.channel = channel;
    }

    /** From now on the values are kept for connections that will be accepted, and the channel is not asked any more. */
    void keep() throws IOException {
        Map<String, Object> values = new HashMap<>();
        for (String name : ALL) {
            Optional<SocketOption<Object>> option = option(channel, name);
            if (option.isPresent()) {
                values.put(name, channel.getOption(option.get()));
            }
        }
        kept = Optional.of(values);
    }

    boolean areKept() {
        return kept.isPresent();
    }

    /** Gives another channel what the guest chose, as far as it has such options. */
    void giveTo(NetworkChannel other) throws IOException {
        for (Map.Entry<String, Object> each : chosen.entrySet()) {
            Optional<SocketOption<Object>> option = option(other, each.getKey());
            if (option.isPresent()) {
                other.setOption(option.get(), each.getValue());
            }
        }
    }

    /** The options of a connection that was accepted. */
    Options inheritedBy(NetworkChannel accepted) throws IOException {
        Options options = new Options(accepted);
        giveTo(accepted);
        options.chosen.putAll(chosen);
        return options;
    }

    boolean keepAlive() throws ErrorCodeException {
        return (Boolean) get(KEEP_ALIVE);
    }

    int number(String name) throws ErrorCodeException {
        return (Integer) get(name);
    }

    void setKeepAlive(boolean value) throws ErrorCodeException {
        put(KEEP_ALIVE, value);
    }

    /** Java can neither ask for it nor set it. */
    int hopLimit() throws ErrorCodeException {
        throw SocketErrors.error(ErrorCode.NOT_SUPPORTED);
    }

    void setHopLimit(int value) throws ErrorCodeException {
        requirePositive(value);
        throw SocketErrors.error(ErrorCode.NOT_SUPPORTED);
    }

    /** Sets how many bytes there are. */
    void setSize(String name, long bytes) throws ErrorCodeException {
        put(name, (int) atMost(requirePositive(bytes), Integer.MAX_VALUE));
    }

    void setCount(String name, long count) throws ErrorCodeException {
        put(name, (int) atMost(requirePositive(count), MOST_COUNT));
    }

    /** Sets a time, to whole seconds that are no less. */
    void setTime(String name, long nanoseconds) throws ErrorCodeException {
        long whole = Long.divideUnsigned(requirePositive(nanoseconds) - 1, TimeUnit.SECONDS.toNanos(1)) + 1;
        put(name, (int) atMost(whole, MOST_SECONDS));
    }

    long time(String name) throws ErrorCodeException {
        return TimeUnit.SECONDS.toNanos(number(name));
    }

    static long requirePositive(long value) throws ErrorCodeException {
        if (value == 0) {
            throw SocketErrors.error(ErrorCode.INVALID_ARGUMENT);
        }
        return value;
    }

    /** A number without a sign, or so much if it is more. */
    static long atMost(long value, long most) {
        return Long.compareUnsigned(value, most) > 0 ? most : value;
    }

    private Object get(String name) throws ErrorCodeException {
        if (kept.isPresent()) {
            return Optional.ofNullable(kept.get().get(name))
                    .orElseThrow(() -> SocketErrors.error(ErrorCode.NOT_SUPPORTED));
        }
        SocketOption<Object> option = required(name);
        return SocketErrors.guest(() -> channel.getOption(option));
    }

    private void put(String name, Object value) throws ErrorCodeException {
        if (kept.isPresent()) {
            get(name);
            kept.get().put(name, value);
        } else {
            SocketOption<Object> option = required(name);
            SocketErrors.guest(() -> channel.setOption(option, value));
        }
        chosen.put(name, value);
    }

    private SocketOption<Object> required(String name) throws ErrorCodeException {
        return option(channel, name).orElseThrow(() -> SocketErrors.error(ErrorCode.NOT_SUPPORTED));
    }

    @SuppressWarnings("unchecked") // the option's own type says what its values are
    private static Optional<SocketOption<Object>> option(NetworkChannel channel, String name) {
        return channel.supportedOptions().stream()
                .filter(option -> option.name().equals(name))
                .map(option -> (SocketOption<Object>) option)
                .findFirst();
    }
}
