package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.ResponseHead;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/**
 * One exchange on one connection, as the I/O thread sees it. Nothing here waits.
 */
final class ExchangeHandler implements AsyncClientExchangeHandler {

    private final Connecting connecting;
    private final Exchange exchange;
    private final Lease lease;
    private final IOSession connection;
    private final boolean reused;
    private final AtomicBoolean released = new AtomicBoolean();

    private volatile boolean begun;
    private boolean again;

    /** An exchange on the connection of a place, which was used before or not. */
    ExchangeHandler(Connecting connecting, Exchange exchange, Lease lease, IOSession connection, boolean reused) {
        this.connecting = connecting;
        this.exchange = exchange;
        this.lease = lease;
        this.connection = connection;
        this.reused = reused;
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        if (reused && isClosed() || !exchange.step(Exchange.Step.SENDING)) {
            throw new RequestNotExecutedException();
        }
        begun = true;
        EntityDetails body = Requests.hasBody(exchange.request())
                ? new BasicEntityDetails(exchange.request().bodyLength().orElse(-1), null)
                : null;
        channel.sendRequest(Requests.head(exchange.request()), body, context);
    }

    /** Whether the request was handed to the connection. */
    boolean hasBegun() {
        return begun;
    }

    /** Nothing is to come on a connection that was idle. What TLS has in store is told by {@link Lease#connection} alone. */
    private boolean isClosed() throws IOException {
        return connection.read(ByteBuffer.allocate(1)) != 0;
    }

    @Override
    public int available() {
        return exchange.sentBody().available();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        exchange.sentBody().send(channel);
        settle();
    }

    private void settle() {
        if (exchange.isComplete()) {
            lease.keep();
        }
    }

    /** The connection is free before the guest hears of the end, so that its next request finds it. */
    private void ended(HttpFields trailers) {
        if (exchange.sentBody().isSent()) {
            lease.keep();
        }
        exchange.receivedBody().end(trailers);
    }

    @Override
    public void consumeInformation(HttpResponse response, HttpContext context) throws IOException {
        if (response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
            throw new HttpFailureException(new ErrorCode.HttpUpgradeFailed());
        }
    }

    @Override
    public void consumeResponse(HttpResponse response, @Nullable EntityDetails body, HttpContext context) {
        if (response.getCode() >= HttpStatus.SC_REDIRECTION
                && !exchange.sentBody().isSent()) {
            // The client has ended the request already.
            exchange.sentBody().abandon();
        }
        ResponseHead head = ResponseHead.of(response.getCode(), Requests.fields(Arrays.asList(response.getHeaders())));
        if (body == null) {
            head = head.bodyLength(0);
            ended(HttpFields.none());
        } else if (body.getContentLength() >= 0) {
            head = head.bodyLength(body.getContentLength());
        }
        exchange.respond(head);
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        exchange.receivedBody().usedUp(channel);
    }

    @Override
    public void consume(ByteBuffer bytes) {
        exchange.receivedBody().add(bytes);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        ended(trailers == null ? HttpFields.none() : Requests.fields(trailers));
        exchange.wake();
    }

    @Override
    public void cancel() {
        failed(new RequestNotExecutedException());
    }

    /** A connection that was closed before anything was sent on it says nothing of the request. */
    @Override
    public void failed(Exception cause) {
        if (!begun && reused) {
            again = true;
        } else if (!begun) {
            exchange.fail(Failures.connecting(cause));
        } else {
            exchange.fail(exchange.hasResponse() ? Failures.receiving(cause) : Failures.sending(cause));
        }
    }

    @Override
    public void releaseResources() {
        if (released.getAndSet(true)) {
            return;
        }
        settle();
        lease.discard();
        if (again) {
            connecting.begin(exchange);
        }
    }
}
