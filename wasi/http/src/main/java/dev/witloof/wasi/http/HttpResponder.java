package dev.witloof.wasi.http;

import java.io.IOException;

/** How a server's adapter takes the response to one request. All in the thread that called {@link HttpService#handle}. */
@FunctionalInterface
public interface HttpResponder {

    /**
     * Begins the response. Called once for each request. Bytes of the body follow as the guest writes them; a guest that
     * streams flushes, so what is flushed goes out.
     *
     * @param response status and headers; the adapter adds those of the connection
     * @return where the body goes. It is finished, or closed if the guest breaks off, before {@code handle} returns; if it is
     *     closed the adapter cuts the connection, or whatever else tells the client that the body is not whole
     * @throws IOException if the client is gone
     */
    BodySink respond(ResponseHead response) throws IOException;
}
