package dev.witloof.wasi.http.client;

import static dev.witloof.wasi.http.client.Asking.ask;
import static dev.witloof.wasi.http.client.Asking.code;
import static dev.witloof.wasi.http.client.Asking.get;
import static dev.witloof.wasi.http.client.Asking.head;
import static dev.witloof.wasi.http.client.Asking.next;
import static dev.witloof.wasi.http.client.Asking.post;
import static dev.witloof.wasi.http.client.Asking.request;
import static dev.witloof.wasi.http.client.Asking.rest;
import static dev.witloof.wasi.http.client.Asking.send;
import static dev.witloof.wasi.http.client.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Leaks;
import dev.witloof.wasi.http.HttpExchange;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.RequestHead;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.FieldSizePayload;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What guests are told when servers break off, and break rules; and that the next request works. */
@Timeout(60)
final class FailuresTest {

    private static final Leaks BEFORE = Leaks.now();
    private static final int MOST = 2000;
    private static Client client;

    @BeforeAll
    static void open() throws Exception {
        client = Client.open(OutgoingHttp.builder()
                .allow("http://127.0.0.1:1-65535")
                .maximumHeaderBytes(MOST)
                .maximumConnectionsPerDestination(1)
                .settings());
    }

    @AfterAll
    static void nothingIsLeft() {
        client.close();
        assertThat(BEFORE.since()).isEmpty();
    }

    /** What a server says, and then ends the connection. The same place in the pool serves every request. */
    private static ErrorCode told(String said) throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            line.say(said);
        })) {
            return code(() -> ask(client, get(server.authority())));
        }
    }

    @Test
    void aPortThatNobodyListensTo() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }
        assertThat(code(() -> ask(client, get("127.0.0.1:" + port)))).isEqualTo(new ErrorCode.ConnectionRefused());
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "HTTP/1.1",
        "HTTP/1.1 200 OK",
        "'HTTP/1.1 200 OK\r\n'",
        "'HTTP/1.1 200 OK\r\nContent-Le'",
        "'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n'"
    })
    void aHeadThatIsCutOff(String said) throws Exception {
        assertThat(told(said)).isEqualTo(new ErrorCode.ConnectionTerminated());
    }

    @ParameterizedTest
    @CsvSource({
        "'Content-Length: 5\r\n\r\nabc'",
        "'Transfer-Encoding: chunked\r\n\r\n'",
        "'Transfer-Encoding: chunked\r\n\r\n5'",
        "'Transfer-Encoding: chunked\r\n\r\n5\r\nabc'",
        "'Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n'",
        "'Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n'",
        "'Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX: 1\r\n'"
    })
    void aBodyThatIsCutOff(String said) throws Exception {
        assertThat(told("HTTP/1.1 200 OK\r\n" + said)).isEqualTo(new ErrorCode.HttpResponseIncomplete());
    }

    @ParameterizedTest
    @CsvSource({
        "'xyz\r\nabc\r\n'",
        "'-5\r\nabc\r\n'",
        "'3\r\nabcd\r\n'",
        "'+3\r\nabc\r\n0\r\n\r\n'",
        "'ffffffffffffffffff\r\nabc'",
        "'\r\nabc\r\n'"
    })
    void chunksThatAreNone(String chunks) throws Exception {
        assertThat(told("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks))
                .isEqualTo(new ErrorCode.HttpResponseTransferCoding(Optional.of("chunked")));
    }

    @ParameterizedTest
    @CsvSource({
        "'SSH-2.0-OpenSSH\r\n\r\n'",
        "'HTTP/1.1 abc OK\r\n\r\n'",
        "'HTTP/1.1 099 OK\r\n\r\n'",
        "'HTTP/1.1 000 OK\r\n\r\n'",
        "'HTTP/2.0 200 OK\r\n\r\n'",
        "'HTTP/1.1 200 OK\r\nno colon\r\n\r\n'",
        "'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n'",
        "'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n'",
        "'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'"
    })
    void headsThatAreNone(String said) throws Exception {
        assertThat(told(said)).isEqualTo(new ErrorCode.HttpProtocolError());
    }

    @Test
    void trailersThatAreNone() throws Exception {
        assertThat(told("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nno colon\r\n\r\n"))
                .isEqualTo(new ErrorCode.HttpProtocolError());
    }

    /** A server's own mistake, by which it could let one guest write the beginning of another's response. */
    @ParameterizedTest
    @CsvSource({"304", "204"})
    void aBodyWhereThereIsNoneIsNobodysResponse(int status) throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (TalkingServer server = new TalkingServer(line -> {
            while (!line.head().isEmpty()) {
                line.say(
                        requests.getAndIncrement() == 0
                                ? "HTTP/1.1 " + status + " None\r\n\r\nHTTP/1.1 200 OK\r\nX: "
                                : "HTTP/1.1 205 Mine\r\nContent-Length: 0\r\n\r\n");
            }
        })) {
            for (int expected : new int[] {status, 205}) {
                try (HttpExchange exchange = send(client, get(server.authority()))) {
                    assertThat(head(exchange).status()).isEqualTo(expected);
                    assertThat(exchange.response().fields().first("X")).isEmpty();
                }
            }
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aCodingThatNobodyKnows() throws Exception {
        assertThat(told("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"))
                .isEqualTo(new ErrorCode.HttpResponseTransferCoding(Optional.empty()));
    }

    @Test
    void headersThatAreTooLarge() throws Exception {
        assertThat(told("HTTP/1.1 200 OK\r\nX: " + "x".repeat(MOST) + "\r\n\r\n"))
                .isEqualTo(
                        new ErrorCode.HttpResponseHeaderSize(new FieldSizePayload(Optional.empty(), Optional.empty())));
        assertThat(told("HTTP/1.1 200 OK\r\n" + "X: 1\r\n".repeat(MOST / 6) + "\r\n"))
                .isEqualTo(new ErrorCode.HttpResponseHeaderSectionSize(Optional.of(17L + MOST / 6 * 6 + 2)));
        assertThat(told("HTTP/1.1 200 OK\r\n" + "X:\r\n".repeat(1001) + "\r\n"))
                .isEqualTo(new ErrorCode.HttpResponseHeaderSectionSize(Optional.empty()));
        String fits = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n";
        String long_ = fits + "X: 1\r\n".repeat((MOST - fits.length() - 2) / 6) + "\r\nok";
        try (TalkingServer server = TalkingServer.saying(long_)) {
            assertThat(ask(client, get(server.authority())).body()).isEqualTo("ok");
        }
    }

    @Test
    void headersWithoutEnd() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            line.say("HTTP/1.1 200 OK\r\n");
            while (true) {
                line.say("X: 1\r\n");
            }
        })) {
            assertThat(code(() -> ask(client, get(server.authority()))))
                    .isInstanceOf(ErrorCode.HttpResponseHeaderSectionSize.class);
        }
    }

    @Test
    void trailersThatAreTooLarge() throws Exception {
        assertThat(told("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: " + "x".repeat(MOST)
                        + "\r\n\r\n"))
                .isEqualTo(new ErrorCode.HttpResponseTrailerSize(
                        new FieldSizePayload(Optional.empty(), Optional.empty())));
    }

    @Test
    void anotherProtocolThatNobodyAskedFor() throws Exception {
        assertThat(told("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"))
                .isEqualTo(new ErrorCode.HttpUpgradeFailed());
    }

    @Test
    void aConnectionThatIsReset() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            line.reset();
        })) {
            assertThat(code(() -> ask(client, get(server.authority()))))
                    .isEqualTo(new ErrorCode.ConnectionTerminated());
        }
    }

    @Test
    void aConnectionThatIsResetInTheBody() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            read.await();
            line.reset();
        })) {
            try (HttpExchange exchange = send(client, get(server.authority()))) {
                head(exchange);
                assertThat(new String(next(exchange.responseBody(), 10), StandardCharsets.US_ASCII))
                        .isEqualTo("abc");
                read.countDown();
                assertThat(code(() -> rest(exchange.responseBody()))).isEqualTo(new ErrorCode.ConnectionTerminated());
            }
        }
    }

    @Test
    void whatCameBeforeTheEndIsRead() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        })) {
            try (HttpExchange exchange = send(client, get(server.authority()))) {
                head(exchange);
                StringBuilder read = new StringBuilder();
                assertThat(code(() -> {
                            while (true) {
                                read.append(new String(next(exchange.responseBody(), 2), StandardCharsets.US_ASCII));
                            }
                        }))
                        .isEqualTo(new ErrorCode.HttpResponseIncomplete());
                assertThat(read).hasToString("abc");
            }
        }
    }

    @Test
    void aServerThatGoesWhileTheRequestIsSent() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            line.reset();
        })) {
            try (HttpExchange exchange = send(client, post(server.authority()))) {
                assertThat(code(() -> {
                            while (true) {
                                write(exchange.requestBody(), new byte[10_000]);
                            }
                        }))
                        .isEqualTo(new ErrorCode.ConnectionTerminated());
                assertThat(code(() -> head(exchange))).isEqualTo(new ErrorCode.ConnectionTerminated());
            }
        }
    }

    @Test
    void aConnectionThatItsServerClosedIsNotUsedAgain() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        })) {
            for (int i = 0; i < 50; i++) {
                assertThat(ask(client, get(server.authority())).status()).isEqualTo(200);
                // The client may not have noticed by then.
                while (server.open() > 0) {
                    Thread.onSpinWait();
                }
            }
            assertThat(server.connections()).isEqualTo(50);
        }
    }

    @Test
    void aRequestBodyThatIsBrokenOffIsNotWhole() throws Exception {
        List<String> received = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            received.add(line.until("abc\r\n"));
            begun.countDown();
            try {
                received.add(line.until("0\r\n\r\n"));
            } finally {
                gone.countDown();
            }
        })) {
            try (HttpExchange exchange = send(client, post(server.authority()))) {
                write(exchange.requestBody(), "abc".getBytes(StandardCharsets.US_ASCII));
                begun.await();
                exchange.requestBody().close();
                assertThat(code(() -> head(exchange))).isEqualTo(new ErrorCode.HttpProtocolError());
            }
            gone.await();
            assertThat(received.get(0)).isEqualTo("3\r\nabc\r\n");
            assertThat(received).doesNotContain("0\r\n\r\n");
        }
    }

    @Test
    void aRequestBodyOfAnotherLengthThanWasSaid() throws Exception {
        try (TalkingServer server = new TalkingServer(TalkingServer.Line::waitForEnd)) {
            RequestHead request = request("POST", server.authority(), "/")
                    .fields(HttpFields.of("Content-Length", "3"))
                    .bodyLength(3)
                    .build();
            for (int length : new int[] {2, 4}) {
                try (HttpExchange exchange = send(client, request)) {
                    assertThat(code(() -> {
                                write(exchange.requestBody(), new byte[length]);
                                exchange.requestBody().finish(HttpFields.none());
                            }))
                            .isEqualTo(new ErrorCode.HttpRequestBodySize(Optional.of((long) length)));
                }
            }
        }
    }

    @Test
    void whatTheGuestHasNoMoreUseForMakesRoomForTheNext() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n");
            while (true) {
                line.out.write(new byte[1000]);
            }
        })) {
            for (int i = 0; i < 20; i++) {
                try (HttpExchange exchange = send(client, get(server.authority()))) {
                    head(exchange);
                    next(exchange.responseBody(), 10);
                    exchange.responseBody().close();
                }
            }
            for (int i = 0; i < 20; i++) {
                send(client, get(server.authority())).close();
            }
            try (HttpExchange exchange = send(client, get(server.authority()))) {
                assertThat(head(exchange).status()).isEqualTo(200);
            }
        }
    }
}
