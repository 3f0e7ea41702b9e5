package dev.witloof.wasi.http;

import dev.witloof.wasi.io.Event;
import java.io.IOException;

/**
 * One request under way and its response. The guest's thread calls the methods, one at a time.
 *
 * <p>Both bodies flow at once, as the guest likes: it may read the response while it still writes the request. The response
 * may come before the request's body is complete; whether the rest is still sent is the transport's choice.
 */
public interface HttpExchange extends AutoCloseable {

    /**
     * Where the request's body goes. The same object each time. Of a request with no body it is finished at once. If the guest
     * breaks the body off the request fails: unless there is a response already, {@link #response} fails too.
     */
    BodySink requestBody();

    /**
     * An event that is ready when {@link #response} gives a response or fails. A transport that sends and receives in the
     * guest's thread makes it ready when the request's body is finished, or broken off, and not before, lest a guest wait for a
     * response to what it has yet to send.
     */
    Event responded();

    /**
     * The response, without its body. Asked once, when {@link #responded} is ready. Responses with a status below 200 are passed
     * over.
     *
     * @throws IOException if there is none
     */
    ResponseHead response() throws IOException;

    /** The body of the response. Asked once at most, after {@link #response} gave one. */
    BodySource responseBody();

    /**
     * The guest has no more use for the response, or for the rest of it, and whatever is still under way is cancelled; what it
     * still writes of the request fails. Called once, by the guest's thread or who closes its instance; it must not wait. The
     * {@link BodySource} of the response, if it was asked for, was closed before; the {@link BodySink} may be closed later.
     */
    @Override
    void close() throws IOException;
}
