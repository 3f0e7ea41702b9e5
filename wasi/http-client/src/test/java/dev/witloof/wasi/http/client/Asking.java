package dev.witloof.wasi.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.wasi.http.BodySink;
import dev.witloof.wasi.http.BodySource;
import dev.witloof.wasi.http.HttpExchange;
import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.RequestHead;
import dev.witloof.wasi.http.RequestTimeouts;
import dev.witloof.wasi.http.ResponseHead;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Requests by a client, as a guest's thread makes them. */
final class Asking {

    private Asking() {}

    /**
     * A whole response.
     *
     * @param status its status
     * @param fields its headers
     * @param body its body, a byte a character
     * @param trailers what came behind it
     */
    record Reply(int status, HttpFields fields, String body, HttpFields trailers) {}

    static RequestHead.Builder request(String method, String authority, String path) {
        return RequestHead.builder(method).scheme("http").authority(authority).pathWithQuery(path);
    }

    static RequestHead get(String authority) {
        return request("GET", authority, "/").bodyLength(0).build();
    }

    static RequestHead post(String authority) {
        return request("POST", authority, "/").build();
    }

    static HttpExchange send(Client client, RequestHead request) throws IOException {
        return client.send(request, RequestTimeouts.none());
    }

    /** Sends a request that has no body, and reads its response. */
    static Reply ask(Client client, RequestHead request) throws IOException {
        try (HttpExchange exchange = send(client, request)) {
            return reply(exchange);
        }
    }

    static Reply ask(Client client, RequestHead request, String body, String... trailers) throws IOException {
        try (HttpExchange exchange = send(client, request)) {
            write(exchange.requestBody(), body.getBytes(StandardCharsets.ISO_8859_1));
            exchange.requestBody().finish(HttpFields.of(trailers));
            return reply(exchange);
        }
    }

    /** Writes all of it, waiting where there is no room. */
    static void write(BodySink sink, byte[] bytes) throws IOException {
        for (int at = 0; at < bytes.length; ) {
            sink.writable().block();
            int end = Math.min(bytes.length, at + sink.room());
            sink.write(Arrays.copyOfRange(bytes, at, end));
            at = end;
        }
    }

    static ResponseHead head(HttpExchange exchange) throws IOException {
        exchange.responded().block();
        return exchange.response();
    }

    static Reply reply(HttpExchange exchange) throws IOException {
        ResponseHead head = head(exchange);
        BodySource body = exchange.responseBody();
        String text = rest(body);
        HttpFields trailers = body.trailers();
        body.close();
        return new Reply(head.status(), head.fields(), text, trailers);
    }

    /** Bytes that come, at least one; nothing at the end. */
    static byte[] next(BodySource body, int most) throws IOException {
        while (true) {
            byte[] part = body.read(most);
            if (part == null) {
                return new byte[0];
            }
            if (part.length > 0) {
                return part;
            }
            body.readable().block();
        }
    }

    static String rest(BodySource body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part = next(body, 1 << 20); part.length > 0; part = next(body, 1 << 20)) {
            all.writeBytes(part);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** What is asked in a test and fails. */
    interface Failing {
        void run() throws Exception;
    }

    static ErrorCode code(Failing failing) {
        HttpFailureException failure = catchThrowableOfType(HttpFailureException.class, failing::run);
        assertThat(failure).isNotNull();
        return failure.code();
    }
}
