package dev.witloof.wasi.http;

import java.io.IOException;

/**
 * What sends the requests of guests: the module has no client of its own, an artifact that has one implements this, and so
 * does a test with a lambda.
 *
 * <pre>{@code
 * WasiHttp.builder().outgoing(HttpTransport.answering(
 *         (request, body) -> HttpAnswer.of(200, "hello " + request.pathWithQuery().orElse(""))))
 * }</pre>
 *
 * <p>Any number of guests use it at once, each in its own thread. It need not have threads: what waits, waits in the guest's.
 * Where it has, such as its client's own, it wakes guests by a {@link dev.witloof.wasi.io.Signal}.
 */
@FunctionalInterface
public interface HttpTransport {

    /**
     * Begins to send a request. Called in the guest's thread; it should not wait for the network, so that the guest can go on.
     * No redirect is followed, nothing is tried again, no cookie is kept, no coding undone, unless the embedder asked the
     * transport for it.
     *
     * @param request checked: its parts are valid, and fit together
     * @param timeouts what the guest asks for
     * @throws IOException if the request is refused at once, such as by a policy ({@code HTTP-request-denied}) or because the
     *     transport has no more connections; nothing is open then
     */
    HttpExchange send(RequestHead request, RequestTimeouts timeouts) throws IOException;

    /** What answers a request in the guest's thread. */
    @FunctionalInterface
    interface Answering {

        /**
         * Answers a request. Called when its body is complete.
         *
         * @param body all of it
         * @throws IOException if there is no response, but a failure
         */
        HttpAnswer answer(RequestHead request, byte[] body) throws IOException;
    }

    /**
     * A transport that goes nowhere: a function answers each request, in the guest's thread, once the body is complete. The body
     * is kept until then, at most 1 MiB; a longer one fails with {@code HTTP-request-body-size}.
     */
    static HttpTransport answering(Answering function) {
        return (request, timeouts) -> new AnsweredExchange(request, function);
    }
}
