package dev.witloof.wasi.http;

import dev.witloof.wasi.io.Sink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** What a guest wrote of a body before its message was handed over: 64 KiB at most, and of all bodies of an instance 1 MiB. */
final class KeptBytes {

    private final HeldBytes held;
    private final Deque<byte[]> parts = new ArrayDeque<>(0);
    private int size;

    KeptBytes(HeldBytes held) {
        this.held = held;
    }

    int room() {
        return (int) Math.min(Sink.USUAL_ROOM - size, held.roomForBodies());
    }

    void add(byte[] part) {
        held.addOfBody(part.length);
        size += part.length;
        parts.add(part);
    }

    void clear() {
        held.addOfBody(-size);
        size = 0;
        parts.clear();
    }

    /** Sends all, waiting where the sink has not room enough. */
    void sendTo(BodySink sink) throws IOException {
        try {
            for (byte[] part : parts) {
                send(part, sink);
            }
        } finally {
            clear();
        }
    }

    private static void send(byte[] bytes, BodySink sink) throws IOException {
        int done = 0;
        while (done < bytes.length) {
            int room = sink.room();
            if (room == 0) {
                sink.writable().block();
            } else {
                int end = done + Math.min(room, bytes.length - done);
                sink.write(done == 0 && end == bytes.length ? bytes : Arrays.copyOfRange(bytes, done, end));
                done = end;
            }
        }
    }
}
