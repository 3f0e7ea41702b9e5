package dev.witloof.wasi.http.client;

import static dev.witloof.wasi.http.client.Asking.ask;
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
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes over the wire, and what is made of what comes. */
@Timeout(60)
final class MessagesTest {

    private static final Leaks BEFORE = Leaks.now();
    private static Client client;

    @BeforeAll
    static void open() throws Exception {
        client = Client.open(
                OutgoingHttp.builder().allow("http://127.0.0.1:1-65535").settings());
    }

    @AfterAll
    static void nothingIsLeft() {
        client.close();
        assertThat(BEFORE.since()).isEmpty();
    }

    @Test
    void aRequestIsTheGuestsAndNothingElse() throws Exception {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (TalkingServer server = new TalkingServer(line -> {
            heads.add(line.head());
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        })) {
            RequestHead request = request("PROPFIND", server.authority(), "//a/../b?q=%20&r={x}")
                    .fields(HttpFields.of("X-b", "1", "x-A", "\u00e2\u0082\u00ac \t 2", "X-b", "3"))
                    .bodyLength(0)
                    .build();

            assertThat(ask(client, request).status()).isEqualTo(200);

            assertThat(heads)
                    .containsExactly("PROPFIND //a/../b?q=%20&r={x} HTTP/1.1\r\nHost: " + server.authority()
                            + "\r\nX-b: 1\r\nx-A: \u00e2\u0082\u00ac \t 2\r\nX-b: 3\r\n\r\n");
        }
    }

    @Test
    void aBodyOfUnknownLengthIsSentInChunksWithTrailersBehindIt() throws Exception {
        List<String> requests = new CopyOnWriteArrayList<>();
        try (TalkingServer server = new TalkingServer(line -> {
            requests.add(line.until("\r\nY: 2\r\n\r\n"));
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        })) {
            assertThat(ask(client, post(server.authority()), "hello", "x", "1", "Y", "2")
                            .status())
                    .isEqualTo(200);

            assertThat(requests)
                    .containsExactly("POST / HTTP/1.1\r\nHost: " + server.authority()
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nx: 1\r\nY: 2\r\n\r\n");
        }
    }

    @Test
    void aBodyOfKnownLengthIsSentAsItIs() throws Exception {
        List<String> requests = new CopyOnWriteArrayList<>();
        try (TalkingServer server = new TalkingServer(line -> {
            requests.add(line.until("hello"));
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            requests.add(line.head());
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        })) {
            RequestHead known = request("PUT", server.authority(), "/")
                    .fields(HttpFields.of("content-length", "5"))
                    .bodyLength(5)
                    .build();
            assertThat(ask(client, known, "hello", "dropped", "trailer").status())
                    .isEqualTo(200);
            assertThat(ask(
                                    client,
                                    request("POST", server.authority(), "/")
                                            .bodyLength(0)
                                            .build())
                            .status())
                    .isEqualTo(200);

            assertThat(requests)
                    .containsExactly(
                            "PUT / HTTP/1.1\r\nHost: " + server.authority() + "\r\ncontent-length: 5\r\n\r\nhello",
                            "POST / HTTP/1.1\r\nHost: " + server.authority() + "\r\nContent-Length: 0\r\n\r\n");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aResponseHasItsFieldsBodyAndTrailers() throws Exception {
        try (TalkingServer server = TalkingServer.saying("HTTP/1.1 299 Odd\r\nX-b: \u0080\u00ff\r\nx-A:2\r\nX-b: \r\n"
                + "Transfer-Encoding: chunked\r\n\r\n3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nT: 1\r\nt: 2\r\n\r\n")) {
            assertThat(ask(client, get(server.authority())))
                    .isEqualTo(new Asking.Reply(
                            299,
                            HttpFields.of("X-b", "\u0080\u00ff", "x-A", "2", "X-b", "", "Transfer-Encoding", "chunked"),
                            "abcde",
                            HttpFields.of("T", "1", "t", "2")));
        }
    }

    @Test
    void whatHasNoBodyHasNone() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            for (String head = line.head(); !head.isEmpty(); head = line.head()) {
                String status = head.startsWith("HEAD") ? "200 OK" : head.startsWith("GET /304") ? "304 No" : "204 No";
                line.say("HTTP/1.1 " + status + "\r\nContent-Length: 7\r\n\r\n");
            }
        })) {
            for (RequestHead request : List.of(
                    request("HEAD", server.authority(), "/").bodyLength(0).build(),
                    request("GET", server.authority(), "/304").bodyLength(0).build(),
                    request("GET", server.authority(), "/204").bodyLength(0).build())) {
                try (HttpExchange exchange = send(client, request)) {
                    assertThat(head(exchange).bodyLength()).hasValue(0);
                    assertThat(rest(exchange.responseBody())).isEmpty();
                    assertThat(head(exchange).fields()).isEqualTo(HttpFields.of("Content-Length", "7"));
                }
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aResponseMayEndWithItsConnection() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            line.say("HTTP/1.0 200 OK\r\n\r\nuntil the end");
        })) {
            assertThat(ask(client, get(server.authority())).body()).isEqualTo("until the end");
            assertThat(ask(client, get(server.authority())).body()).isEqualTo("until the end");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void interimResponsesArePassedOver() throws Exception {
        try (TalkingServer server = TalkingServer.saying("HTTP/1.1 100 Continue\r\n\r\n"
                + "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")) {
            assertThat(ask(client, get(server.authority())).body()).isEqualTo("ok");
            assertThat(ask(client, get(server.authority())).fields()).isEqualTo(HttpFields.of("Content-Length", "2"));
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void whatTheGuestAsksTheServerToPromiseIsNotWaitedFor() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.until("hello");
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        })) {
            RequestHead request = request("POST", server.authority(), "/")
                    .fields(HttpFields.of("Content-Length", "5"))
                    .bodyLength(5)
                    .build();
            assertThat(ask(client, request, "hello").body()).isEqualTo("ok");
        }
    }

    @Test
    void redirectsCookiesPasswordsAndCodingsAreTheGuests() throws Exception {
        List<String> heads = new CopyOnWriteArrayList<>();
        try (TalkingServer server = new TalkingServer(line -> {
            for (String head = line.head(); !head.isEmpty(); head = line.head()) {
                heads.add(head);
                line.say("HTTP/1.1 " + (heads.size() == 1 ? "302 Found" : "401 Who")
                        + "\r\nLocation: http://127.0.0.1:1/\r\nSet-Cookie: a=b\r\nWWW-Authenticate: Basic realm=x\r\n"
                        + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
            }
        })) {
            assertThat(ask(client, get(server.authority())).status()).isEqualTo(302);
            assertThat(ask(client, get(server.authority())).body()).isEqualTo("abc");
            String plain = "GET / HTTP/1.1\r\nHost: " + server.authority() + "\r\n\r\n";
            assertThat(heads).containsExactly(plain, plain);
        }
    }

    @Test
    void bothBodiesFlowAtOnce() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.head();
            line.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (String size = line.until("\r\n"); !size.equals("0\r\n"); size = line.until("\r\n")) {
                line.say(size + line.until("\r\n"));
            }
            line.say("0\r\nLast: " + line.until("\r\n\r\n").strip() + "\r\n\r\n");
        })) {
            try (HttpExchange exchange = send(client, post(server.authority()))) {
                assertThat(head(exchange).status()).isEqualTo(200);
                for (int i = 0; i < 100; i++) {
                    String text = "number " + i;
                    write(exchange.requestBody(), text.getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(new String(next(exchange.responseBody(), 100), StandardCharsets.ISO_8859_1))
                            .isEqualTo(text);
                }
                exchange.requestBody().finish(HttpFields.of("x", "1"));
                assertThat(rest(exchange.responseBody())).isEmpty();
                assertThat(exchange.responseBody().trailers()).isEqualTo(HttpFields.of("Last", "x: 1"));
            }
        }
    }

    @Test
    void aFlushIsDoneWhenTheConnectionTookEverything() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.until("3\r\nabc\r\n");
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            line.waitForEnd();
        })) {
            try (HttpExchange exchange = send(client, post(server.authority()))) {
                write(exchange.requestBody(), "abc".getBytes(StandardCharsets.ISO_8859_1));
                exchange.requestBody().flush();
                exchange.requestBody().writable().block();
                assertThat(exchange.requestBody().room()).isEqualTo(1 << 16);
                assertThat(head(exchange).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aBodyOfKnownLengthIsCompleteWithItsLastByte() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.until("hello");
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            line.waitForEnd();
        })) {
            RequestHead request = request("POST", server.authority(), "/")
                    .fields(HttpFields.of("Content-Length", "5"))
                    .bodyLength(5)
                    .build();
            try (HttpExchange exchange = send(client, request)) {
                write(exchange.requestBody(), "hello".getBytes(StandardCharsets.ISO_8859_1));
                assertThat(rest(exchange.responseBody())).isEqualTo("ok");
                exchange.requestBody().flush();
                assertThat(exchange.requestBody().room()).isEqualTo(1 << 16);
                exchange.requestBody().finish(HttpFields.none());
            }
        }
    }

    @Test
    void anAnswerThatRefusesEndsTheRequest() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
            line.until("3\r\nabc\r\n");
            line.say("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno");
            line.waitForEnd();
        })) {
            try (HttpExchange exchange = send(client, post(server.authority()))) {
                write(exchange.requestBody(), "abc".getBytes(StandardCharsets.ISO_8859_1));
                assertThat(head(exchange).status()).isEqualTo(413);
                assertThat(rest(exchange.responseBody())).isEqualTo("no");
                Assertions.assertThatThrownBy(exchange.requestBody()::room).isInstanceOf(ClosedChannelException.class);
            }
        }
    }
}
