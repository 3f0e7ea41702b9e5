package dev.witloof.wasi.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.witloof.wasi.http.BodySink;
import dev.witloof.wasi.http.BodySource;
import dev.witloof.wasi.http.HttpFailureException;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.HttpResponder;
import dev.witloof.wasi.http.RequestHead;
import dev.witloof.wasi.http.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter between the JDK's server and whatever answers. */
class HttpServiceHandlerTest {

    /** What answers; may fail. */
    private interface Answer {
        void to(RequestHead request, BodySource body, HttpResponder responder) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<RequestHead> seen = new CompletableFuture<>();
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private Wire serving(Answer answer) throws IOException {
        server.createContext("/", new HttpServiceHandler((request, body, responder) -> {
            seen.complete(request);
            try {
                answer.to(request, body, responder);
            } catch (IOException e) {
                failed.complete(e);
            }
        }));
        return new Wire(server.getAddress());
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

    /** The lines of a head without the date, in an order of their own. */
    private static List<String> head(String received) {
        return received.substring(0, received.indexOf("\r\n\r\n"))
                .lines()
                .filter(line -> !line.startsWith("Date:"))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/a%2Fb?x=%20&y,                  example.org:81, /a%2Fb?x=%20&y, example.org:81",
        "//two/slashes,                   example.org,    //two/slashes,  example.org",
        "/?,                              [::1]:80,       /?,             [::1]:80",
        "/path#fragment,                  example.org,    /path,          example.org",
        "http://other.example:82/p%41?q,  example.org,    /p%41?q,        other.example:82",
        "http://other.example/,           example.org,    /,              other.example",
    })
    void targetsAreAsReceived(String target, String host, String path, String authority) throws Exception {
        try (Wire wire = serving(HttpServiceHandlerTest::empty)) {
            wire.send("GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n")
                    .receiveUntil("\r\n\r\n");
        }
        RequestHead request = seen.get();
        assertThat(request.pathWithQuery()).contains(path);
        assertThat(request.authority()).contains(authority);
        assertThat(request.scheme()).contains("http");
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.bodyLength()).hasValue(0);
    }

    @Test
    void headersKeepTheirValuesAndBytes() throws Exception {
        try (Wire wire = serving(HttpServiceHandlerTest::empty)) {
            wire.send("purge / HTTP/1.1\r\nHost: h\r\nX-Many: one\r\nx-other: \u00e9\u00ff\r\nx-many: two\r\n"
                            + "Content-Length: 3\r\n\r\nabc")
                    .receiveUntil("\r\n\r\n");
        }
        HttpFields fields = seen.get().fields();
        assertThat(fields.values("x-many")).containsExactly("one", "two");
        assertThat(fields.values("x-other")).containsExactly("\u00e9\u00ff");
        assertThat(seen.get().method()).isEqualTo("purge");
        assertThat(seen.get().bodyLength()).hasValue(3);
    }

    @Test
    void responsesInChunksGoOutAsTheyAreFlushed() throws Exception {
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        try (Wire wire = serving((request, body, responder) -> {
            BodySink sink = responder.respond(ResponseHead.of(200, HttpFields.of("x-a", "1", "x-a", "\u00e9")));
            sink.write(bytes("one"));
            sink.flush();
            goOn.join();
            sink.write(bytes("two"));
            sink.finish(HttpFields.of("x-behind", "lost"));
        })) {
            String first = wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("one\r\n");
            goOn.complete(null);

            assertThat(head(first))
                    .containsExactly("HTTP/1.1 200 OK", "Transfer-encoding: chunked", "X-a: 1", "X-a: \u00e9");
            assertThat(first).endsWith("\r\n\r\n3\r\none\r\n");
            assertThat(wire.receiveUntil("\r\n\r\n")).isEqualTo("3\r\ntwo\r\n0\r\n\r\n");
        }
    }

    @Test
    void headsGoOutBeforeThereIsABody() throws Exception {
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        try (Wire wire = serving((request, body, responder) -> {
            BodySink sink = responder.respond(ResponseHead.of(202, HttpFields.none()));
            goOn.join();
            sink.finish(HttpFields.none());
        })) {
            String head = wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("\r\n\r\n");
            goOn.complete(null);

            assertThat(head(head)).containsExactly("HTTP/1.1 202 Accepted", "Transfer-encoding: chunked");
            assertThat(wire.receiveUntil("\r\n\r\n")).isEqualTo("0\r\n\r\n");
        }
    }

    @Test
    void responsesOfAKnownLengthHaveNoChunksAndTheConnectionGoesOn() throws Exception {
        try (Wire wire = serving((request, body, responder) -> {
            BodySink sink = responder.respond(
                    ResponseHead.of(201, HttpFields.of("content-length", "5")).bodyLength(5));
            sink.write(bytes("hello"));
            sink.finish(HttpFields.none());
        })) {
            for (int i = 0; i < 3; i++) {
                String all = wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("hello");
                assertThat(head(all)).containsExactly("Content-length: 5", "HTTP/1.1 201 Created");
                assertThat(all).endsWith("\r\n\r\nhello");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, 200, Content-length: 300000|HTTP/1.1 200 OK",
        "HEAD, 404, Content-length: 300000|HTTP/1.1 404 Not Found",
        "GET,  304, Content-length: 300000|HTTP/1.1 304 Not Modified",
    })
    void headsThatStandForABodyKeepItsLength(String method, int status, String expected) throws Exception {
        try (Wire wire = serving((request, body, responder) -> responder
                .respond(ResponseHead.of(status, HttpFields.of("content-length", "300000"))
                        .bodyLength(0))
                .finish(HttpFields.none()))) {
            for (int i = 0; i < 2; i++) {
                String all =
                        wire.send(method + " / HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("\r\n\r\n");
                assertThat(String.join("|", head(all))).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, 204, HTTP/1.1 204 No Content", "GET, 200, Content-length: 0|HTTP/1.1 200 OK"})
    void responsesWithoutABodyEndWithTheirHead(String method, int status, String expected) throws Exception {
        try (Wire wire = serving((request, body, responder) -> responder
                .respond(ResponseHead.of(status, HttpFields.none()).bodyLength(0))
                .finish(HttpFields.none()))) {
            for (int i = 0; i < 2; i++) {
                String all =
                        wire.send(method + " / HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("\r\n\r\n");
                assertThat(String.join("|", head(all))).isEqualTo(expected);
            }
        }
    }

    @Test
    void bothBodiesFlowAtOnce() throws Exception {
        try (Wire wire = serving((request, body, responder) -> {
            BodySink sink = responder.respond(ResponseHead.of(200, HttpFields.none()));
            for (byte[] bytes = body.read(100); bytes != null; bytes = body.read(100)) {
                sink.write(bytes);
                sink.flush();
            }
            sink.finish(HttpFields.none());
        })) {
            wire.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .receiveUntil("\r\n\r\n");
            for (String each : List.of("one", "two", "three")) {
                String chunk = Integer.toHexString(each.length()) + "\r\n" + each + "\r\n";
                assertThat(wire.send(chunk).receiveUntil(each + "\r\n")).isEqualTo(chunk);
            }
            assertThat(wire.send("0\r\n\r\n").receiveUntil("0\r\n\r\n")).isEqualTo("0\r\n\r\n");
        }
        assertThat(seen.get().bodyLength()).isEmpty();
    }

    @Test
    void requestsAreReadAfterAResponseWithoutABodyBegan() throws Exception {
        CompletableFuture<String> read = new CompletableFuture<>();
        try (Wire wire = serving((request, body, responder) -> {
            BodySink sink =
                    responder.respond(ResponseHead.of(204, HttpFields.none()).bodyLength(0));
            read.complete(read(body));
            sink.finish(HttpFields.none());
        })) {
            wire.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabc");
            assertThat(read).isNotDone();
            wire.send("def").receiveUntil("\r\n\r\n");
        }
        assertThat(read.get()).isEqualTo("abcdef");
    }

    @Test
    void requestsThatNobodyReadLeaveTheConnectionInOrder() throws Exception {
        try (Wire wire = serving(HttpServiceHandlerTest::empty)) {
            for (int i = 0; i < 3; i++) {
                String head = wire.send("PUT / HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\n\r\nabcdef")
                        .receiveUntil("\r\n\r\n");
                assertThat(head(head)).containsExactly("HTTP/1.1 204 No Content");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsBrokenOffIsNoWholeResponse(boolean chunks) throws Exception {
        try (Wire wire = serving((request, body, responder) -> {
            ResponseHead head = ResponseHead.of(200, HttpFields.none());
            BodySink sink = responder.respond(chunks ? head : head.bodyLength(100));
            sink.write(bytes("half"));
            sink.flush();
            sink.close();
        })) {
            String all = wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveAll();
            assertThat(all).endsWith(chunks ? "\r\n\r\n4\r\nhalf\r\n" : "\r\n\r\nhalf");
        }
    }

    @Test
    void responsesThatNeverBeganCloseTheConnection() throws Exception {
        try (Wire wire = serving((request, body, responder) -> responder
                .respond(ResponseHead.of(204, HttpFields.none()).bodyLength(0))
                .close())) {
            assertThat(wire.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n").receiveAll())
                    .isEmpty();
        }
    }

    @Test
    void clientsThatAreGoneFailTheStream() throws Exception {
        Wire wire = serving((request, body, responder) -> {
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
    @ValueSource(
            strings = {
                "Content-Length: 10\r\n\r\nhalf",
                "Transfer-Encoding: chunked\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nha",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
                "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n0",
                "Transfer-Encoding: chunked\r\n\r\nx\r\n",
            })
    void requestsThatAreCutFail(String rest) throws Exception {
        CompletableFuture<Throwable> reading = new CompletableFuture<>();
        try (Wire wire = serving((request, body, responder) -> {
            reading.complete(catchThrowable(() -> read(body)));
            empty(request, body, responder);
        })) {
            wire.send("PUT / HTTP/1.1\r\nHost: h\r\n" + rest).sendNoMore();
            assertThat(reading.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(HttpFailureException.class)
                    .hasMessage("connection-terminated");
        }
    }

    @Test
    void chunksEndInAnEndWhateverIsBehindThem() throws Exception {
        CompletableFuture<String> read = new CompletableFuture<>();
        try (Wire wire = serving((request, body, responder) -> {
            read.complete(read(body) + body.trailers());
            empty(request, body, responder);
        })) {
            wire.send("PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "4\r\nhalf\r\n6;a=b\r\n whole\r\n0\r\n\r\n")
                    .receiveUntil("\r\n\r\n");
        }
        assertThat(read.get()).isEqualTo("half whole");
    }

    /** The server knows none, and takes them for an error in the chunks. */
    @Test
    void requestsWithTrailersFailWhereTheirBodyEnds() throws Exception {
        CompletableFuture<Throwable> reading = new CompletableFuture<>();
        StringBuilder read = new StringBuilder();
        try (Wire wire = serving((request, body, responder) -> {
            reading.complete(catchThrowable(() -> {
                for (byte[] bytes = body.read(1 << 16); bytes != null; bytes = body.read(1 << 16)) {
                    read.append(new String(bytes, StandardCharsets.ISO_8859_1));
                }
            }));
            empty(request, body, responder);
        })) {
            wire.send("PUT / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "4\r\nbody\r\n0\r\nx-sum: 7\r\n\r\n");
            assertThat(reading.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(HttpFailureException.class)
                    .hasMessage("connection-terminated");
        }
        assertThat(read).hasToString("body");
    }

    @Test
    void clientsOfHttp10GetTheBodyUntilTheConnectionEnds() throws Exception {
        try (Wire wire = serving((request, body, responder) -> {
            BodySink sink = responder.respond(ResponseHead.of(200, HttpFields.none()));
            sink.write(bytes("whole"));
            sink.finish(HttpFields.none());
        })) {
            String all = wire.send("GET / HTTP/1.0\r\n\r\n").receiveAll();
            assertThat(head(all)).containsExactly("Connection: close", "HTTP/1.1 200 OK");
            assertThat(all).endsWith("\r\n\r\nwhole");
        }
        assertThat(seen.get().authority()).isEmpty();
    }
}
