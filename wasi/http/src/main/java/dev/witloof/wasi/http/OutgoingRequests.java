package dev.witloof.wasi.http;

import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.ErrorCodeException;
import java.io.IOException;
import java.util.Optional;

/** {@code wasi:http/outgoing-handler} for one instance: what has many requests under way is told to wait. */
final class OutgoingRequests implements OutgoingHandler {

    private final HttpTransport transport;
    private final int most;
    private final FieldBytes bytes;
    private int open;

    /**
     * Sending.
     *
     * @param most how many requests may be under way at once
     * @param bytes counts the fields of the instance
     */
    OutgoingRequests(HttpTransport transport, int most, FieldBytes bytes) {
        this.transport = transport;
        this.most = most;
        this.bytes = bytes;
    }

    @Override
    public Types.FutureIncomingResponse handle(
            Types.OutgoingRequest request, Optional<Types.RequestOptions> options) throws ErrorCodeException {
        SentRequest sent = Foreign.require("outgoing-request", SentRequest.class, request);
        RequestTimeouts timeouts = RequestTimeouts.none();
        if (options.isPresent()) {
            timeouts = Foreign.require("request-options", TimeoutOptions.class, options.get())
                    .timeouts();
        }
        boolean done = false;
        try {
            OpenExchange exchange = open(sent.head(), timeouts);
            done = true;
            sent.sent();
            sent.sentBody()
                    .orElseGet(() -> SentBody.none(0))
                    .handOver(exchange.exchange().requestBody());
            return new PendingResponse(exchange, bytes);
        } finally {
            if (!done) {
                sent.abandon();
            }
        }
    }

    private OpenExchange open(RequestHead head, RequestTimeouts timeouts) throws ErrorCodeException {
        if (open >= most) {
            throw new ErrorCodeException(new ErrorCode.ConnectionLimitReached());
        }
        try {
            OpenExchange exchange = new OpenExchange(transport.send(head, timeouts), () -> open--);
            open++;
            return exchange;
        } catch (IOException e) {
            throw new ErrorCodeException(HttpFailureException.of(e).code());
        }
    }
}
