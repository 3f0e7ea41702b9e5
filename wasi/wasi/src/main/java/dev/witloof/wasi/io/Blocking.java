package dev.witloof.wasi.io;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;

/** Which channels wait; those that do, as streams. */
final class Blocking {

    private Blocking() {}

    static InputStream channel(ReadableByteChannel channel) {
        require(channel);
        return Channels.newInputStream(channel);
    }

    static OutputStream channel(WritableByteChannel channel) {
        require(channel);
        return Channels.newOutputStream(channel);
    }

    static <C extends SelectableChannel> C requireNot(C channel) {
        if (channel.isBlocking()) {
            throw new IllegalArgumentException(
                    "channel: expected one that is configured not to block, found one that does");
        }
        return channel;
    }

    private static void require(Object channel) {
        if (channel instanceof SelectableChannel selectable && !selectable.isBlocking()) {
            throw new IllegalArgumentException(
                    "channel: expected one that is configured to block, found one that is not");
        }
    }
}
