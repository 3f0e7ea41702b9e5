package dev.witloof.wasi.io;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;

/** Channels that wait, as streams. */
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

    private static void require(Object channel) {
        if (channel instanceof SelectableChannel selectable && !selectable.isBlocking()) {
            throw new IllegalArgumentException(
                    "channel: expected one that is configured to block, found one that is not");
        }
    }
}
