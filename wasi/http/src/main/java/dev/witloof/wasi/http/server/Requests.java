package dev.witloof.wasi.http.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.RequestHead;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What the server says of a request. */
final class Requests {

    private Requests() {}

    /**
     * A request as it was received.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9112.html#section-3.2">RFC 9112, request target</a>
     */
    static RequestHead head(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        URI target = exchange.getRequestURI();
        RequestHead.Builder head = RequestHead.builder(exchange.getRequestMethod())
                .scheme(exchange instanceof HttpsExchange ? "https" : "http")
                .pathWithQuery(path(target))
                .fields(HttpFields.of(headers));
        // A target with an authority of its own counts for more than the header.
        String authority = target.isAbsolute() ? target.getRawAuthority() : headers.getFirst("Host");
        if (authority != null) {
            head.authority(authority);
        }
        length(headers, head);
        return head.build();
    }

    /** The server has compared them: there is one of the two, and it is valid. */
    private static void length(Headers headers, RequestHead.Builder head) {
        String length = headers.getFirst("Content-length");
        if (length != null) {
            head.bodyLength(Long.parseLong(length));
        } else if (!headers.containsKey("Transfer-encoding")) {
            head.bodyLength(0);
        }
    }

    /** To the letter, also where it begins with two slashes, which the class takes for a host; a fragment is no part of it. */
    private static String path(URI target) {
        String text = target.toString();
        if (target.isAbsolute()) {
            text = orEmpty(target.getRawPath()) + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
            return text.startsWith("/") ? text : "/" + text;
        }
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
