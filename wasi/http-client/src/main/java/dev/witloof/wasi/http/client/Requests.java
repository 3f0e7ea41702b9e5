package dev.witloof.wasi.http.client;

import dev.witloof.wasi.http.HttpField;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicHttpRequest;

/** Messages as the client has them, and as guests have them. */
final class Requests {

    /** Of requests with these methods servers want to be told that there is no body. */
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private Requests() {}

    /**
     * The head that is sent: {@code Host}, then the guest's fields in their order, then how long the body is, if the guest did not
     * say so.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6">RFC 9112, message body</a>
     */
    static HttpRequest head(RequestHead request) {
        BasicHttpRequest head = new BasicHttpRequest(
                request.method(), (HttpHost) null, request.pathWithQuery().orElse("/"));
        head.addHeader(new BasicHeader("Host", request.authority().orElse("")));
        headers(request.fields()).forEach(head::addHeader);
        if (request.bodyLength().isEmpty()) {
            head.addHeader(new BasicHeader("Transfer-Encoding", "chunked"));
        } else if (request.fields().first("Content-Length").isEmpty()) {
            long length = request.bodyLength().getAsLong();
            if (length > 0 || WITH_BODY.contains(request.method())) {
                head.addHeader(new BasicHeader("Content-Length", length));
            }
        }
        return head;
    }

    /** Whether anything comes behind the head. */
    static boolean hasBody(RequestHead request) {
        return request.bodyLength().orElse(1) > 0;
    }

    static List<Header> headers(HttpFields fields) {
        List<Header> headers = new ArrayList<>(fields.all().size());
        fields.all().forEach(field -> headers.add(new BasicHeader(field.name(), field.value())));
        return headers;
    }

    static HttpFields fields(Iterable<? extends Header> headers) {
        List<HttpField> fields = new ArrayList<>();
        headers.forEach(header -> fields.add(new HttpField(header.getName(), header.getValue())));
        return HttpFields.of(fields);
    }
}
