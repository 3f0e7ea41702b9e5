package dev.witloof.wasi.http;

import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import dev.witloof.wasi.io.Signal;
import java.io.IOException;
import java.util.Optional;

/** {@code wasi:http/outgoing-handler} for one instance: it has so many requests under way at most. */
final class OutgoingRequests implements OutgoingHandler {

    private final HttpTransport transport;
    private final int most;
    private final HeldBytes bytes;
    private final Signal ended;
    private int open;

    /**
     * Sending.
     *
     * @param most how many requests may be under way at once
     * @param bytes counts the fields of the instance
     * @param ended what ends all waits when it is closed
     */
    OutgoingRequests(HttpTransport transport, int most, HeldBytes bytes, Signal ended) {
        this.transport = transport;
        this.most = most;
        this.bytes = bytes;
        this.ended = ended;
    }

    @Override
    public Types.FutureIncomingResponse handle(Types.OutgoingRequest request, Optional<Types.RequestOptions> options)
            throws ErrorCodeException {
        SentRequest sent = Foreign.require("outgoing-request", SentRequest.class, request);
        OpenExchange exchange;
        try {
            exchange = open(sent.head(), timeouts(options));
        } catch (ErrorCodeException | RuntimeException | Error e) {
            sent.abandon();
            throw e;
        }
        try {
            SentBody body = sent.sentBody().orElseGet(() -> SentBody.none(0));
            sent.sent();
            body.handOver(exchange.requestBody());
            return new PendingResponse(exchange, bytes);
        } catch (RuntimeException | Error e) {
            exchange.close();
            throw e;
        }
    }

    private static RequestTimeouts timeouts(Optional<Types.RequestOptions> options) {
        return options.isEmpty()
                ? RequestTimeouts.none()
                : Foreign.require("request-options", TimeoutOptions.class, options.get())
                        .timeouts();
    }

    private OpenExchange open(RequestHead head, RequestTimeouts timeouts) throws ErrorCodeException {
        if (open >= most) {
            throw new ErrorCodeException(new ErrorCode.ConnectionLimitReached());
        }
        try {
            HttpExchange exchange = transport.send(head, timeouts);
            open++;
            return new OpenExchange(exchange, ended, () -> open--);
        } catch (IOException e) {
            throw new ErrorCodeException(HttpFailureException.of(e).code());
        }
    }
}
