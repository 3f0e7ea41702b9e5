package dev.witloof.wasi.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.link.Deployment;
import dev.witloof.link.Pool;
import dev.witloof.link.PoolLimits;
import dev.witloof.wasi.http.HttpService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A guest that answers as the path says, behind each server, by an instance of a pool. */
class AnswersTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Deployment deployment = Guest.answering();
    private final Pool pool = deployment.pool(
            PoolLimits.builder().size(1).waitingTime(Duration.ofMillis(20)).build());
    private Server server;

    private void serving(Server.Kind kind) throws Exception {
        server = kind.serving(HttpService.of(pool)
                .listener((request, why) -> heard.add(request.pathWithQuery().orElse("") + ": "
                        + String.valueOf(why.getMessage()).lines().findFirst().orElse(""))));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        deployment.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.address().getPort() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The one instance is back. */
    private void awaitReturn() throws InterruptedException {
        while (pool.lent() > 0) {
            Thread.sleep(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void guestsSeeTheRequest(Server.Kind kind) throws Exception {
        serving(kind);
        String host = "127.0.0.1:" + server.address().getPort();

        assertThat(send(request("/a%20b?c=%26").header("x-a", "1").header("x-a", "2"))
                        .body()
                        .toLowerCase(Locale.ROOT))
                .isEqualTo("get http " + host + " /a%20b?c=%26; x-a=1; x-a=2");
        assertThat(send(request("/").method("PURGE", BodyPublishers.noBody())).body())
                .isEqualTo("PURGE http " + host + " /");
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void lengthsAreAnnouncedAndValuesStaySeveral(Server.Kind kind) throws Exception {
        serving(kind);

        HttpResponse<String> announced = send(request("/length/100000"));
        assertThat(announced.headers().firstValue("content-length")).contains("100000");
        assertThat(announced.headers().allValues("x-many")).containsExactly("one", "two");
        assertThat(announced.body()).hasSize(100_000);
        HttpResponse<String> head = send(request("/length/100000").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.headers().firstValue("content-length")).contains("100000");
        assertThat(head.body()).isEmpty();
        HttpResponse<String> chunks = send(request("/chunks/100000"));
        assertThat(chunks.headers().firstValue("transfer-encoding")).contains("chunked");
        assertThat(chunks.body()).hasSize(100_000);
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"JDK, ''", "JETTY, 'x-sum: 9'", "TOMCAT, 'x-sum: 9'"})
    void bodiesFlowAtOnceAndTrailersFollowWhereTheServerHasThem(Server.Kind kind, String trailers) throws Exception {
        serving(kind);
        try (Wire wire = new Wire(server.address())) {
            wire.send("POST /echo HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertThat(wire.receiveUntil("\r\n\r\n").toLowerCase(Locale.ROOT))
                    .contains("x-request: post http h /echo; x-a=1\r\n", "transfer-encoding: chunked\r\n");
            for (int i = 0; i < 3; i++) {
                assertThat(wire.send("3\r\nabc\r\n").receiveUntil("abc").strip())
                        .isEqualTo("3\r\nabc");
            }
            wire.send(kind == Server.Kind.JDK ? "0\r\n\r\n" : "0\r\nX-Sum: 9\r\n\r\n")
                    .receiveUntil("\r\n0\r\n");
            assertThat(wire.receiveUntil("\r\n").strip().toLowerCase(Locale.ROOT))
                    .isEqualTo(trailers);
        }
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesWrongBeforeAResponseIsAStatus(Server.Kind kind) throws Exception {
        serving(kind);

        assertThat(send(request("/error")).statusCode()).isEqualTo(403);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("/error: HTTP-request-denied");
        assertThat(send(request("/nothing")).statusCode()).isEqualTo(500);
        assertThat(heard.poll(10, TimeUnit.SECONDS))
                .isEqualTo("/nothing: response: expected one by the end of the call, found none");
        assertThat(send(request("/trap")).statusCode()).isEqualTo(500);
        assertThat(heard.poll(10, TimeUnit.SECONDS))
                .isEqualTo("/trap: export \"wasi:http/incoming-handler@0.2.12\" handle: unreachable");
        assertThat(send(request("/")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesWrongInTheMiddleCutsTheResponse(Server.Kind kind) throws Exception {
        serving(kind);

        assertThatThrownBy(() -> send(request("/half"))).isInstanceOf(IOException.class);
        assertThat(heard.poll(10, TimeUnit.SECONDS))
                .isEqualTo("/half: export \"wasi:http/incoming-handler@0.2.12\" handle: unreachable");
        assertThatThrownBy(() -> send(request("/unfinished"))).isInstanceOf(IOException.class);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).startsWith("/unfinished: response: ");
        awaitReturn();
        assertThat(send(request("/")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void clientsThatAreGoneCostNoInstance(Server.Kind kind) throws Exception {
        serving(kind);
        Wire wire = new Wire(server.address());
        wire.send("GET /endless HTTP/1.1\r\nHost: h\r\n\r\n").receiveUntil("\r\n\r\n");
        wire.reset();

        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("/endless: connection-terminated");
        awaitReturn();
        assertThat(pool.ready()).isEqualTo(1);
        assertThat(send(request("/")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void whoFindsNoInstanceIsToldToComeBack(Server.Kind kind) throws Exception {
        serving(kind);
        try (Wire wire = new Wire(server.address())) {
            wire.send("PUT /count HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nha");
            while (pool.lent() == 0) {
                Thread.sleep(5);
            }
            assertThat(send(request("/")).statusCode()).isEqualTo(503);
            assertThat(heard.poll(10, TimeUnit.SECONDS))
                    .isEqualTo(
                            "/: pool of component: expected an instance to be free within 20 ms, found all 1 in use");
            assertThat(wire.send("lf").receiveUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
        }
    }
}
