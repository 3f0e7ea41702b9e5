package dev.witloof.wasi.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.link.Deployment;
import dev.witloof.wasi.http.HttpService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A handler over two named stores, by a client over loopback, line by line what {@code expected/http.txt} says. */
class ServedKeyValueTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final NotingStore sessions = new NotingStore("sessions", log);
    private final NotingStore cache = new NotingStore("cache", log);
    private Server server;

    static Stream<Arguments> everyWay() {
        return Arrays.stream(Server.Kind.values())
                .flatMap(kind -> Arrays.stream(Guest.Instances.values()).map(each -> Arguments.of(kind, each)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void everyLine(Server.Kind kind, Guest.Instances instances) throws Exception {
        try (Deployment deployment = Guest.deployment(sessions, cache)) {
            HttpService service = Guest.service(
                    deployment, instances, 2, (request, why) -> heard.add(request + ": " + why.getMessage()));
            try (Server serving = kind.serving(service)) {
                server = serving;
                assertThat(transcript()).containsExactlyElementsOf(expected());
                cache.clear();
                sessions.clear();
                assertThat(transcript()).containsExactlyElementsOf(expected());
            }
        }
        assertThat(heard).isEmpty();
    }

    /** Without comments, and with one space for several. */
    private static List<String> expected() {
        return Guest.text("expected/http.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }

    private List<String> transcript() throws Exception {
        List<String> lines = new ArrayList<>();
        log.clear();
        lines.add("PUT /ada \"v1\" -> " + answer("PUT", "ada", "v1") + " " + asked());
        lines.add("GET /ada -> " + answer("GET", "ada", "") + " from " + from("ada"));
        cache.clear();
        log.clear();
        String again = answer("GET", "ada", "");
        String asked = asked();
        assertThat(asked).isEqualTo("cache.get, sessions.get, cache.set");
        cache.clear();
        lines.add("GET /ada, cache emptied -> " + again + " from " + from("ada") + ", and put into the cache again");
        assertThat(from("ada")).isEqualTo("cache");
        lines.add("GET /nobody -> " + answer("GET", "nobody", "") + " from " + from("nobody"));
        log.clear();
        lines.add("DELETE /ada -> " + answer("DELETE", "ada", "") + " " + asked());
        lines.add("POST /ada -> " + answer("POST", "ada", ""));
        lines.add("PUT and GET of 300,000 bytes: " + (largeBodiesAreEqual() ? "equal" : "other")
                + " bytes (the guest writes at most 4,096 bytes a call)");
        lines.add(failures());
        return lines;
    }

    private String failures() throws Exception {
        sessions.failing = true;
        String failing = "a failing `sessions` -> " + answer("GET", "ada", "");
        assertThat(answer("PUT", "ada", "v2")).isEqualTo("502 \"store failed\\n\"");
        sessions.failing = false;
        sessions.locked = true;
        String locked = "; one that cannot be opened -> " + answer("GET", "ada", "");
        sessions.locked = false;
        cache.locked = true;
        String cached = ", `cache` likewise " + answer("GET", "ada", "").substring("503 ".length());
        cache.locked = false;
        return failing + locked + cached;
    }

    private boolean largeBodiesAreEqual() throws Exception {
        byte[] large = new byte[300_000];
        new Random(7).nextBytes(large);
        HttpResponse<byte[]> put =
                client.send(request("PUT", "large", BodyPublishers.ofByteArray(large)), BodyHandlers.ofByteArray());
        HttpResponse<byte[]> get =
                client.send(request("GET", "large", BodyPublishers.noBody()), BodyHandlers.ofByteArray());
        assertThat(put.statusCode()).isEqualTo(201);
        assertThat(get.headers().firstValue("transfer-encoding")).contains("chunked");
        return Arrays.equals(get.body(), large);
    }

    private HttpRequest request(String method, String key, HttpRequest.BodyPublisher body) {
        String base = "http://127.0.0.1:" + server.address().getPort() + "/";
        return HttpRequest.newBuilder(URI.create(base + key))
                .method(method, body)
                .build();
    }

    private HttpResponse<String> send(String method, String key, String body) throws Exception {
        return client.send(
                request(method, key, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)),
                BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    /** Status and body, as the file has them. */
    private String answer(String method, String key, String body) throws Exception {
        HttpResponse<String> response = send(method, key, body);
        assertThat(response.headers().firstValue("content-type")).contains("application/octet-stream");
        return response.statusCode() + " \"" + response.body().replace("\n", "\\n") + "\"";
    }

    private String from(String key) throws Exception {
        return send("GET", key, "").headers().firstValue("x-from").orElse("nowhere");
    }

    private String asked() {
        return String.join(", ", log);
    }
}
