package dev.witloof.wasi.http;

import java.io.IOException;

/** An exchange that is under way for an instance, until it is closed. */
final class OpenExchange {

    private final HttpExchange exchange;
    private final Runnable onClose;
    private boolean closed;

    OpenExchange(HttpExchange exchange, Runnable onClose) {
        this.exchange = exchange;
        this.onClose = onClose;
    }

    HttpExchange exchange() {
        return exchange;
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
}
