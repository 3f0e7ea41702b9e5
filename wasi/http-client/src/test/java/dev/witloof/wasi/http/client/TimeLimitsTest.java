package dev.witloof.wasi.http.client;

import static dev.witloof.wasi.http.client.Asking.ask;
import static dev.witloof.wasi.http.client.Asking.code;
import static dev.witloof.wasi.http.client.Asking.get;
import static dev.witloof.wasi.http.client.Asking.head;
import static dev.witloof.wasi.http.client.Asking.next;
import static dev.witloof.wasi.http.client.Asking.post;
import static dev.witloof.wasi.http.client.Asking.rest;
import static dev.witloof.wasi.http.client.Asking.send;
import static dev.witloof.wasi.http.client.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Leaks;
import dev.witloof.wasi.http.HttpExchange;
import dev.witloof.wasi.http.HttpFields;
import dev.witloof.wasi.http.RequestHead;
import dev.witloof.wasi.http.Types.ErrorCode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever is slow, and what a guest is told of it. */
@Timeout(60)
final class TimeLimitsTest {

    private static final Leaks BEFORE = Leaks.now();
    /** What is not kept. */
    private static final Duration SHORT = Duration.ofMillis(200);

    /** What is kept where somebody is at work, even on a machine that has much to do. */
    private static final Duration LONGER = Duration.ofSeconds(1);

    @AfterAll
    static void nothingIsLeft() {
        assertThat(BEFORE.since()).isEmpty();
    }

    private static OutgoingHttpBuilder builder() {
        return OutgoingHttp.builder()
                .allow("http://127.0.0.1:1-65535", "https://127.0.0.1:1-65535", "http://a.example");
    }

    @Test
    void aServerThatAcceptsNothing() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Client client = Client.open(builder().connectTimeout(SHORT).settings())) {
            List<Socket> before = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                before.add(new Socket("127.0.0.1", full.getLocalPort()));
            }
            assertThat(code(() -> ask(client, get("127.0.0.1:" + full.getLocalPort()))))
                    .isEqualTo(new ErrorCode.ConnectionTimeout());
            for (Socket each : before) {
                each.close();
            }
        }
    }

    @Test
    void aServerThatSpeaksNoTls() throws Exception {
        try (TalkingServer server = new TalkingServer(TalkingServer.Line::waitForEnd);
                Client client = Client.open(builder().connectTimeout(SHORT).settings())) {
            RequestHead request = RequestHead.builder("GET")
                    .scheme("https")
                    .authority(server.authority())
                    .bodyLength(0)
                    .build();
            assertThat(code(() -> ask(client, request))).isEqualTo(new ErrorCode.ConnectionTimeout());
        }
    }

    @Test
    void aLookUpThatDoesNotEnd() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        NameLookup slow = host -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        try (Client client =
                Client.open(builder().connectTimeout(SHORT).lookup(slow).settings())) {
            for (int i = 0; i < 6; i++) {
                assertThat(code(() -> ask(client, get("a.example")))).isEqualTo(new ErrorCode.DnsTimeout());
            }
        }
        end.countDown();
    }

    @Test
    void connectionsThatAreAllInUse() throws Exception {
        try (TalkingServer server = TalkingServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                Client client = Client.open(builder()
                        .connectTimeout(LONGER)
                        .maximumConnections(2)
                        .maximumConnectionsPerDestination(2)
                        .settings())) {
            HttpExchange first = send(client, post(server.authority()));
            HttpExchange second = send(client, post(server.authority()));
            assertThat(head(first).status()).isEqualTo(200);
            assertThat(head(second).status()).isEqualTo(200);
            assertThat(code(() -> ask(client, get(server.authority()))))
                    .isEqualTo(new ErrorCode.ConnectionLimitReached());
            HttpExchange waiting = send(client, get(server.authority()));
            first.close();
            assertThat(head(waiting).status()).isEqualTo(200);
            waiting.close();
            second.close();
        }
    }

    @Test
    void aResponseThatDoesNotBegin() throws Exception {
        try (TalkingServer server = new TalkingServer(TalkingServer.Line::waitForEnd);
                Client client = Client.open(builder().firstByteTimeout(SHORT).settings())) {
            assertThat(code(() -> ask(client, get(server.authority()))))
                    .isEqualTo(new ErrorCode.ConnectionReadTimeout());
            assertThat(code(() -> ask(client, post(server.authority()), "x")))
                    .isEqualTo(new ErrorCode.ConnectionReadTimeout());
            try (HttpExchange exchange = send(client, post(server.authority()))) {
                assertThat(code(() -> head(exchange))).isEqualTo(new ErrorCode.ConnectionReadTimeout());
            }
        }
    }

    @Test
    void aGuestMayTakeItsTime() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
                    line.until("0\r\n\r\n");
                    line.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                    line.waitForEnd();
                });
                Client client = Client.open(builder()
                        .firstByteTimeout(LONGER)
                        .betweenBytesTimeout(LONGER)
                        .settings())) {
            try (HttpExchange exchange = send(client, post(server.authority()))) {
                for (int i = 0; i < 2; i++) {
                    write(exchange.requestBody(), new byte[10]);
                    Thread.sleep(LONGER.toMillis() + 50);
                }
                exchange.requestBody().finish(HttpFields.none());
                assertThat(head(exchange).status()).isEqualTo(200);
                Thread.sleep(LONGER.toMillis() + 50);
                assertThat(rest(exchange.responseBody())).isEqualTo("ok");
            }
        }
    }

    @Test
    void bytesThatDoNotCome() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
                    line.head();
                    line.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n");
                    for (int i = 0; i < 5; i++) {
                        line.say("x");
                        Thread.sleep(LONGER.toMillis() / 4);
                    }
                    line.waitForEnd();
                });
                Client client =
                        Client.open(builder().betweenBytesTimeout(LONGER).settings())) {
            try (HttpExchange exchange = send(client, get(server.authority()))) {
                head(exchange);
                StringBuilder read = new StringBuilder();
                assertThat(code(() -> {
                            while (true) {
                                read.append(new String(next(exchange.responseBody(), 1)));
                            }
                        }))
                        .isEqualTo(new ErrorCode.ConnectionReadTimeout());
                assertThat(read).hasToString("xxxxx");
            }
        }
    }

    @Test
    void aServerThatTakesNoMore() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (TalkingServer server = new TalkingServer(line -> {
                    line.head();
                    end.await();
                });
                Client client = Client.open(builder().betweenBytesTimeout(SHORT).settings())) {
            try (HttpExchange exchange = send(client, post(server.authority()))) {
                assertThat(code(() -> {
                            while (true) {
                                write(exchange.requestBody(), new byte[1 << 16]);
                            }
                        }))
                        .isEqualTo(new ErrorCode.ConnectionWriteTimeout());
            }
            end.countDown();
        }
    }

    @Test
    void aConnectionThatNobodyUsesIsClosed() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (TalkingServer server = new TalkingServer(line -> {
                    line.head();
                    line.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                    try {
                        line.waitForEnd();
                    } finally {
                        closed.countDown();
                    }
                });
                Client client = Client.open(builder().idleTimeout(SHORT).settings())) {
            assertThat(ask(client, get(server.authority())).status()).isEqualTo(200);
            closed.await();
            assertThat(ask(client, get(server.authority())).status()).isEqualTo(200);
            assertThat(server.connections()).isEqualTo(2);
        }
    }
}
