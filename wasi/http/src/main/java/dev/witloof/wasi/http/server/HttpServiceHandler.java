package dev.witloof.wasi.http.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.witloof.wasi.http.BodySource;
import dev.witloof.wasi.http.HttpService;
import dev.witloof.wasi.http.RequestHead;
import java.io.IOException;

/**
 * Has a component answer the requests of the JDK's server:
 *
 * <pre>{@code
 * HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 8080), 0);
 * server.createContext("/", HttpServiceHandler.of(service));
 * server.setExecutor(Executors.newFixedThreadPool(16));
 * server.start();
 * }</pre>
 *
 * <p>A guest runs in the thread that the server's executor gives a request, and waits there for the client: when it reads what
 * did not come yet, and when it writes what the client does not take. Both bodies flow at once, a piece at a time.
 *
 * <p>Where the guest breaks its response off, or traps in the middle of it, the connection is closed, which a client of HTTP/1.1
 * notices. Where the client is gone, the guest's stream fails.
 *
 * <p>What the server itself does not have, guests do without:
 *
 * <ul>
 *   <li>no trailers: a request that has some fails where its body ends, and those of a response are left out;
 *   <li>no requests for {@code *}, which the server itself answers with 404;
 *   <li>headers lose their order and the case of their names, except among the values of one name;
 *   <li>a request counts as over once its response is complete: reading on fails from then on. A response with no body is sent
 *       when the guest is done with it, and the others when they begin;
 *   <li>a client of HTTP/1.0 cannot tell a body in chunks that was cut from a whole one;
 *   <li>the server waits for slow clients without limit, unless the system properties {@code sun.net.httpserver.maxReqTime} and
 *       {@code sun.net.httpserver.maxRspTime} say how many seconds. With {@code sun.net.httpserver.nodelay=true} it does not hold
 *       small packets back, which is some forty milliseconds for each response that is written in more than one piece.
 * </ul>
 */
public final class HttpServiceHandler implements HttpHandler {

    private final Answering service;

    HttpServiceHandler(Answering service) {
        this.service = service;
    }

    /** A handler for any number of requests at once. It closes nothing of the service. */
    public static HttpServiceHandler of(HttpService service) {
        return new HttpServiceHandler(service::handle);
    }

    /**
     * Answers one request.
     *
     * @throws IOException if the response is not whole; the server then closes the connection
     */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        RequestHead request = Requests.head(exchange);
        boolean empty = request.bodyLength().orElse(-1) == 0;
        ExchangeResponse response = new ExchangeResponse(exchange);
        service.handle(
                request,
                empty ? BodySource.empty() : BodySource.of(new RequestStream(exchange.getRequestBody())),
                response);
        response.requireWhole();
    }
}
