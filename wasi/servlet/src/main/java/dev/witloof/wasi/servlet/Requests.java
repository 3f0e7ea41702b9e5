package dev.witloof.wasi.servlet;

import dev.witloof.wasi.http.HttpField;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.RequestHead;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/** What a container says of a request. */
final class Requests {

    private Requests() {}

    /** A request as it was received, as far as the container says. */
    static RequestHead head(HttpServletRequest request) {
        HttpFields fields = fields(request);
        RequestHead.Builder head = RequestHead.builder(request.getMethod())
                .scheme(request.getScheme())
                .pathWithQuery(
                        request.getQueryString() == null
                                ? request.getRequestURI()
                                : request.getRequestURI() + "?" + request.getQueryString())
                .fields(fields);
        // HTTP/2 has no such header, but containers show its pseudo-header as one.
        fields.first("host").ifPresent(head::authority);
        long length = request.getContentLengthLong();
        if (length >= 0) {
            head.bodyLength(length);
        } else if (isHttp1(request) && request.getHeader("transfer-encoding") == null) {
            head.bodyLength(0);
        }
        return head.build();
    }

    private static boolean isHttp1(HttpServletRequest request) {
        return request.getProtocol().startsWith("HTTP/1.");
    }

    private static HttpFields fields(HttpServletRequest request) {
        List<HttpField> fields = new ArrayList<>();
        for (Enumeration<String> names = request.getHeaderNames(); names.hasMoreElements(); ) {
            String name = names.nextElement();
            for (Enumeration<String> values = request.getHeaders(name); values.hasMoreElements(); ) {
                fields.add(Latin.field(name, values.nextElement()));
            }
        }
        return HttpFields.of(fields);
    }
}
