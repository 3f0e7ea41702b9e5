package dev.witloof.wasi.servlet;

import dev.witloof.wasi.http.BodySource;
import dev.witloof.wasi.http.HttpService;
import dev.witloof.wasi.http.RequestHead;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Has a component answer the requests of a servlet container, of Servlet 6.0 or later:
 *
 * <pre>{@code
 * context.addServlet("orders", HttpServiceServlet.of(service)).addMapping("/*");
 * }</pre>
 *
 * <p>A guest runs in the container's thread for the request, and waits there for the client; asynchronous processing is not used.
 * It is called with the request's whole path, not with that beneath a mapping. Both bodies flow at once, a piece at a time, and
 * have their trailers: those of a request once its body was read, those of a response where its length is not known beforehand
 * and the connection has them.
 *
 * <p>Where the guest breaks its response off, or traps in the middle of it, the servlet fails, so that the container closes the
 * connection, or the stream of HTTP/2; if nothing was sent yet the client gets the container's page for an error. Where the
 * client is gone, the guest's stream fails.
 */
public final class HttpServiceServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final transient Answering service;

    HttpServiceServlet(Answering service) {
        this.service = service;
    }

    /** A servlet for any number of requests at once. It closes nothing of the service. */
    public static HttpServiceServlet of(HttpService service) {
        return new HttpServiceServlet(service::handle);
    }

    /**
     * Answers one request, whatever its method.
     *
     * @throws IOException if the response is not whole
     */
    @Override
    protected void service(HttpServletRequest from, HttpServletResponse to) throws IOException {
        RequestHead request = Requests.head(from);
        boolean empty = request.bodyLength().orElse(-1) == 0;
        ServletResponseBody response = new ServletResponseBody(from, to);
        service.handle(request, empty ? BodySource.empty() : new ServletRequestBody(from), response);
        response.requireWhole();
    }
}
