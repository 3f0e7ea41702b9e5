package dev.witloof.wasi.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A response as a client would receive it. */
final class Received implements HttpResponder, BodySink {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final List<Integer> flushedAt = new ArrayList<>();

    @Nullable
    ResponseHead head;

    @Nullable
    HttpFields trailers;

    String end = "";
    int room = USUAL_ROOM;

    @Nullable
    IOException failing;

    @Override
    public BodySink respond(ResponseHead response) throws IOException {
        if (head != null) {
            throw new AssertionError("responded twice");
        }
        if (failing != null) {
            throw failing;
        }
        head = response;
        return this;
    }

    @Override
    public int room() {
        return room;
    }

    @Override
    public void write(byte[] more) throws IOException {
        if (failing != null) {
            throw failing;
        }
        if (more.length > room || !end.isEmpty()) {
            throw new AssertionError("wrote " + more.length + " where there is room for " + room + end);
        }
        bytes.writeBytes(more);
    }

    @Override
    public void flush() throws IOException {
        if (failing != null) {
            throw failing;
        }
        flushedAt.add(bytes.size());
    }

    @Override
    public void finish(HttpFields behind) throws IOException {
        end("finished");
        trailers = behind;
        if (failing != null) {
            throw failing;
        }
    }

    @Override
    public void close() {
        end("cut");
    }

    private void end(String how) {
        if (!end.isEmpty()) {
            throw new AssertionError(how + " after " + end);
        }
        end = how;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** {@code 200 "v1" finished}. */
    @Override
    public String toString() {
        return head + " \"" + text() + "\" " + end;
    }
}
