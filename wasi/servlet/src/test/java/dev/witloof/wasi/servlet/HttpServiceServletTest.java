package dev.witloof.wasi.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.wasi.http.BodySink;
import dev.witloof.wasi.http.BodySource;
import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.HttpResponder;
import dev.witloof.wasi.http.RequestHead;
import dev.witloof.wasi.http.ResponseHead;
import jakarta.servlet.http.HttpServlet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapter between servlet containers and whatever answers. */
class HttpServiceServletTest {

    /** What answers; may fail. */
    private interface Answer {
        void to(RequestHead request, BodySource body, HttpResponder responder) throws IOException;
    }

    /** The containers. */
    enum Container {
        JETTY,
        TOMCAT;

        Server serving(HttpServlet servlet) throws Exception {
            return this == JETTY ? Server.jetty(servlet) : Server.tomcat(servlet);
        }
    }

    private final CompletableFuture<RequestHead> seen = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    private Server server;

    private Wire serving(Container container, Answer answer) throws Exception {
        server = container.serving(new HttpServiceServlet((request, body, responder) -> {
            seen.complete(request);
            try {
                answer.to(request, body, responder);
            } catch (IOException e) {
                failed.complete(e);
            }
        }));
        return new Wire(server.address());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static void empty(RequestHead request, BodySource body, HttpResponder responder) throws IOException {
        responder.respond(ResponseHead.of(204, HttpFields.none()).bodyLength(0)).finish(HttpFields.none());
    }

    private static String read(BodySource body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] bytes = body.read(1 << 16); bytes != null; bytes = body.read(1 << 16)) {
            all.writeBytes(bytes);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The lines of a head without what containers add, names in lower case, in an order of their own. */
    private static List<String> head(String received) {
        return received.substring(0, received.indexOf("\r\n\r\n"))
                .lines()
                .map(line -> line.startsWith("HTTP/")
                        ? line.substring(0, 12)
                        : line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)
                                + line.substring(line.indexOf(':')))
                .filter(line -> !line.startsWith("date:") && !line.startsWith("server:"))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void requestsAreAsReceived(Container container) throws Exception {
        try (Wire wire = serving(container, HttpServiceServletTest::empty)) {
            wire.send("PURGE /a%20b;c=d/e?x=%20&y HTTP/1.1\r\nHost: example.org:81\r\nX-Many: one\r\n"
                            + "x-other: \u00e9\u00ff\r\nx-many: two\r\nContent-Length: 3\r\n\r\nabc")
                    .receiveUntil("\r\n\r\n");
        }
        RequestHead request = seen.get();
        assertThat(request.method()).isEqualTo("PURGE");
        assertThat(request.scheme()).contains("http");
        assertThat(request.authority()).contains("example.org:81");
        assertThat(request.pathWithQuery()).contains("/a%20b;c=d/e?x=%20&y");
        assertThat(request.bodyLength()).hasValue(3);
        assertThat(request.fields().values("x-many")).containsExactly("one", "two");
        assertThat(request.fields().values("x-other")).containsExactly("\u00e9\u00ff");
    }

    @ParameterizedTest
    @EnumSource
    void requestsWithoutABodySaySo(Container container) throws Exception {
        try (Wire wire = serving(container, HttpServiceServletTest::empty)) {
            wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("\r\n\r\n");
        }
        assertThat(seen.get().bodyLength()).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void bothBodiesFlowAtOnceAndTrailersFollow(Container container) throws Exception {
        CompletableFuture<HttpFields> behind = new CompletableFuture<>();
        try (Wire wire = serving(container, (request, body, responder) -> {
            BodySink sink = responder.respond(ResponseHead.of(200, HttpFields.of("x-a", "1", "x-a", "\u00e9")));
            for (byte[] bytes = body.read(100); bytes != null; bytes = body.read(100)) {
                sink.write(bytes);
                sink.flush();
            }
            behind.complete(body.trailers());
            sink.finish(HttpFields.of("x-sum", "12", "x-sum", "13"));
        })) {
            String head = wire.send("POST / HTTP/1.1\r\nHost: h\r\nTE: trailers\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .receiveUntil("\r\n\r\n");
            assertThat(head(head))
                    .containsExactly("HTTP/1.1 200", "transfer-encoding: chunked", "x-a: 1", "x-a: \u00e9");
            for (String each : List.of("one", "two", "three")) {
                String chunk = each.length() + "\r\n" + each;
                assertThat(wire.send(chunk + "\r\n").receiveUntil(each).strip()).isEqualTo(chunk);
            }
            wire.send("0\r\nX-Sum: 12\r\n\r\n").receiveUntil("\r\n0\r\n");
            assertThat(wire.receiveUntil("\r\n\r\n").toLowerCase(Locale.ROOT)).isEqualTo("x-sum: 12, 13\r\n\r\n");
        }
        assertThat(seen.get().bodyLength()).isEmpty();
        assertThat(behind.get().values("x-sum")).containsExactly("12");
        assertThat(behind.get().all()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void responsesInChunksWithoutTrailersJustEnd(Container container) throws Exception {
        try (Wire wire = serving(container, (request, body, responder) -> {
            BodySink sink = responder.respond(ResponseHead.of(200, HttpFields.none()));
            sink.write(bytes("one"));
            sink.finish(HttpFields.none());
        })) {
            for (int i = 0; i < 2; i++) {
                String all = wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("0\r\n\r\n");
                assertThat(head(all)).containsExactly("HTTP/1.1 200", "transfer-encoding: chunked");
                assertThat(all).endsWith("\r\n\r\n3\r\none\r\n0\r\n\r\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void responsesOfAKnownLengthHaveNoChunks(Container container) throws Exception {
        try (Wire wire = serving(container, (request, body, responder) -> {
            BodySink sink = responder.respond(
                    ResponseHead.of(201, HttpFields.of("content-length", "5", "content-type", "text/plain"))
                            .bodyLength(5));
            sink.write(bytes("hello"));
            sink.finish(HttpFields.none());
        })) {
            for (int i = 0; i < 2; i++) {
                String all = wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("hello");
                assertThat(head(all)).containsExactly("HTTP/1.1 201", "content-length: 5", "content-type: text/plain");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void headsThatStandForABodyKeepItsLength(Container container) throws Exception {
        try (Wire wire = serving(
                container,
                (request, body, responder) -> responder
                        .respond(ResponseHead.of(200, HttpFields.of("content-length", "300000"))
                                .bodyLength(0))
                        .finish(HttpFields.none()))) {
            for (int i = 0; i < 2; i++) {
                String all = wire.send("HEAD / HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("\r\n\r\n");
                assertThat(head(all)).containsExactly("HTTP/1.1 200", "content-length: 300000");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void responsesWithoutABodyEndWithTheirHead(Container container) throws Exception {
        try (Wire wire = serving(
                container,
                (request, body, responder) -> responder
                        .respond(ResponseHead.of(
                                        request.pathWithQuery().orElseThrow().equals("/204") ? 204 : 200,
                                        HttpFields.none())
                                .bodyLength(0))
                        .finish(HttpFields.none()))) {
            for (int i = 0; i < 2; i++) {
                String none = wire.send("GET /204 HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("\r\n\r\n");
                assertThat(head(none)).containsExactly("HTTP/1.1 204");
                String zero = wire.send("GET /200 HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("\r\n\r\n");
                assertThat(head(zero)).containsExactly("HTTP/1.1 200", "content-length: 0");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBrokenOffIsNoWholeResponse(Container container) throws Exception {
        try (Wire wire = serving(container, (request, body, responder) -> {
            BodySink sink = responder.respond(ResponseHead.of(200, HttpFields.none()));
            sink.write(bytes("half"));
            sink.flush();
            sink.close();
        })) {
            String all = wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveAll();
            assertThat(all.strip()).endsWith("\r\n\r\n4\r\nhalf");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsBrokenOffBeforeItsEndIsTooShort(Container container) throws Exception {
        try (Wire wire = serving(container, (request, body, responder) -> {
            BodySink sink =
                    responder.respond(ResponseHead.of(200, HttpFields.none()).bodyLength(100));
            sink.write(bytes("half"));
            sink.flush();
            sink.close();
        })) {
            String all = wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveAll();
            assertThat(head(all)).containsExactly("HTTP/1.1 200", "content-length: 100");
            assertThat(all).endsWith("\r\n\r\nhalf");
        }
    }

    @ParameterizedTest
    @EnumSource
    void clientsThatAreGoneFailTheStream(Container container) throws Exception {
        Wire wire = serving(container, (request, body, responder) -> {
            BodySink sink = responder.respond(ResponseHead.of(200, HttpFields.none()));
            while (true) {
                sink.write(new byte[4096]);
                sink.flush();
            }
        });
        wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("\r\n\r\n");
        wire.reset();

        assertThat(failed.get(10, TimeUnit.SECONDS))
                .isInstanceOf(HttpFailureException.class)
                .hasMessage("connection-terminated");
    }

    @ParameterizedTest
    @EnumSource
    void requestsThatAreCutFail(Container container) throws Exception {
        BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
        Wire first = serving(container, (request, body, responder) -> {
            failures.add(catchThrowable(() -> read(body)));
            empty(request, body, responder);
        });
        first.close();
        for (String rest : List.of(
                "Content-Length: 10\r\n\r\nhalf",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nha",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
                "Transfer-Encoding: chunked\r\n\r\nx\r\n")) {
            try (Wire wire = new Wire(server.address())) {
                wire.send("PUT / HTTP/1.1\r\nHost: h\r\n" + rest).sendNoMore();
                assertThat(failures.poll(10, TimeUnit.SECONDS))
                        .as(rest)
                        .isInstanceOf(HttpFailureException.class)
                        .hasMessage("connection-terminated");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void clientsOfHttp10GetTheBodyUntilTheConnectionEnds(Container container) throws Exception {
        try (Wire wire = serving(container, (request, body, responder) -> {
            BodySink sink = responder.respond(ResponseHead.of(200, HttpFields.none()));
            sink.write(bytes("whole"));
            sink.finish(HttpFields.of("x-behind", "lost"));
        })) {
            String all = wire.send("GET / HTTP/1.0\r\n\r\n").receiveAll();
            assertThat(all).startsWith("HTTP/1.1 200").endsWith("\r\n\r\nwhole");
        }
    }
}
