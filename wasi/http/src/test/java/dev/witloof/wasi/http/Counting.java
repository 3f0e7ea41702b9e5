package dev.witloof.wasi.http;

import java.io.IOException;

/** Counts what is sent, and answers when it is whole. */
record Counting(FakeExchange fake, long[] written) implements HttpExchange {

    @Override
    public BodySink requestBody() {
        BodySink sink = fake.requestBody();
        return new BodySink() {
            @Override
            public void write(byte[] bytes) {
                written[0] += bytes.length;
            }

            @Override
            public void finish(HttpFields trailers) throws IOException {
                sink.finish(trailers);
                fake.respond(204);
            }

            @Override
            public void close() throws IOException {
                sink.close();
            }
        };
    }

    @Override
    public dev.witloof.wasi.io.Event responded() {
        return fake.responded();
    }

    @Override
    public ResponseHead response() throws IOException {
        return fake.response();
    }

    @Override
    public BodySource responseBody() {
        return fake.responseBody();
    }

    @Override
    public void close() {
        fake.close();
    }
}
