package dev.witloof.wasi.http;

import dev.witloof.wasi.io.Event;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.io.Wait;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An exchange that is under way for an instance, until it is closed. Waiting for it ends with the deployment. */
final class OpenExchange {

    private final HttpExchange exchange;
    private final Signal ended;
    private final Runnable onClose;
    private boolean closed;

    OpenExchange(HttpExchange exchange, Signal ended, Runnable onClose) {
        this.exchange = exchange;
        this.ended = ended;
        this.onClose = onClose;
    }

    BodySink requestBody() {
        return new Sending(exchange.requestBody(), ended);
    }

    Event responded() {
        return new Ending(exchange.responded(), ended);
    }

    ResponseHead response() throws IOException {
        return exchange.response();
    }

    BodySource responseBody() {
        return new Receiving(exchange.responseBody(), ended);
    }

    /** The guest has no more use for it. Closing again does nothing. */
    void close() {
        if (!closed) {
            closed = true;
            onClose.run();
            try {
                exchange.close();
            } catch (IOException unheard) {
                // Nobody waits for it any more.
            }
        }
    }

    /** Another event, for which nobody waits any more once a signal is closed. */
    private static final class Ending extends Event {

        private final Event event;
        private final Signal ended;

        Ending(Event event, Signal ended) {
            this.event = event;
            this.ended = ended;
        }

        @Override
        public boolean ready() {
            return event.ready();
        }

        @Override
        protected void arm(Wait wait) {
            wait.on(ended);
            wait.on(event);
        }
    }

    private record Receiving(BodySource body, Signal ended) implements BodySource {

        @Override
        public byte @Nullable [] read(int most) throws IOException {
            return body.read(most);
        }

        @Override
        public Event readable() {
            return new Ending(body.readable(), ended);
        }

        @Override
        public HttpFields trailers() throws IOException {
            return body.trailers();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    private record Sending(BodySink body, Signal ended) implements BodySink {

        @Override
        public int room() throws IOException {
            return body.room();
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            body.write(bytes);
        }

        @Override
        public void flush() throws IOException {
            body.flush();
        }

        @Override
        public Event writable() {
            return new Ending(body.writable(), ended);
        }

        @Override
        public void finish(HttpFields trailers) throws IOException {
            body.finish(trailers);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
