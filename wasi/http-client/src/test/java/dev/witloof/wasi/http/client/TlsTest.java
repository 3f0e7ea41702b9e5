package dev.witloof.wasi.http.client;

import static dev.witloof.wasi.http.client.Asking.ask;
import static dev.witloof.wasi.http.client.Asking.code;
import static dev.witloof.wasi.http.client.Asking.head;
import static dev.witloof.wasi.http.client.Asking.rest;
import static dev.witloof.wasi.http.client.Asking.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Certificate;
import dev.witloof.servers.Leaks;
import dev.witloof.wasi.http.HttpExchange;
import dev.witloof.wasi.http.RequestHead;
import dev.witloof.wasi.http.Types.ErrorCode;
import dev.witloof.wasi.http.Types.TlsAlertReceivedPayload;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS: with whom it is spoken, and what a guest is told if it is not. */
@Timeout(60)
final class TlsTest {

    private static final Leaks BEFORE = Leaks.now();

    @TempDir
    private static Path folder;

    private static Certificate certificate;

    @BeforeAll
    static void make() throws Exception {
        certificate = Certificate.make(folder);
    }

    @AfterAll
    static void nothingIsLeft() {
        assertThat(BEFORE.since()).isEmpty();
    }

    private static SSLServerSocket listening(boolean clientsHaveToHaveOne) throws Exception {
        SSLServerSocket socket = (SSLServerSocket) certificate
                .serving()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        socket.setNeedClientAuth(clientsHaveToHaveOne);
        return socket;
    }

    private static void answer(TalkingServer.Line line) throws Exception {
        while (!line.head().isEmpty()) {
            line.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        }
    }

    private static Client client(SSLContext context) throws Exception {
        OutgoingHttpBuilder builder = OutgoingHttp.builder()
                .allow("https://127.0.0.1:1-65535", "https://localhost:1-65535")
                .lookup(host -> java.util.List.of(InetAddress.getByName("127.0.0.1")));
        return Client.open((context == null ? builder : builder.tls(context)).settings());
    }

    private static RequestHead get(String authority) {
        return RequestHead.builder("GET")
                .scheme("https")
                .authority(authority)
                .pathWithQuery("/")
                .bodyLength(0)
                .build();
    }

    @Test
    void aServerWhoseCertificateIsTrusted() throws Exception {
        try (TalkingServer server = new TalkingServer(listening(false), TlsTest::answer);
                Client client = client(certificate.trusting())) {
            assertThat(ask(client, get(server.authority())).body()).isEqualTo("ok");
            assertThat(ask(client, get(server.authority())).body()).isEqualTo("ok");
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aServerWhoseCertificateIsNot() throws Exception {
        try (TalkingServer server = new TalkingServer(listening(false), TlsTest::answer);
                Client client = client(null)) {
            assertThat(code(() -> ask(client, get(server.authority())))).isEqualTo(new ErrorCode.TlsCertificateError());
        }
    }

    @Test
    void aServerWhoseCertificateIsAnothers() throws Exception {
        try (TalkingServer server = new TalkingServer(listening(false), TlsTest::answer);
                Client client = client(certificate.trusting())) {
            assertThat(code(() -> ask(client, get("localhost:" + server.port()))))
                    .isEqualTo(new ErrorCode.TlsCertificateError());
        }
    }

    @Test
    void aServerThatSpeaksNone() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> {
                    line.say("HTTP/1.1 400 Speak Up\r\n\r\n");
                    line.waitForEnd();
                });
                Client client = client(certificate.trusting())) {
            assertThat(code(() -> ask(client, get(server.authority())))).isEqualTo(new ErrorCode.TlsProtocolError());
        }
    }

    @Test
    void aServerThatWantsToKnowWhoWeAre() throws Exception {
        SSLServerSocket listening = listening(true);
        listening.setEnabledProtocols(new String[] {"TLSv1.2"});
        try (TalkingServer server = new TalkingServer(listening, TlsTest::answer);
                Client client = client(certificate.trusting())) {
            // Which of the two a server sends depends on its JDK.
            assertThat(code(() -> ask(client, get(server.authority()))))
                    .isIn(alert(42, "bad_certificate"), alert(40, "handshake_failure"));
        }
    }

    private static ErrorCode alert(int number, String name) {
        return new ErrorCode.TlsAlertReceived(new TlsAlertReceivedPayload(Optional.of(number), Optional.of(name)));
    }

    @Test
    void aServerThatGoesBeforeItHasSpoken() throws Exception {
        try (TalkingServer server = new TalkingServer(line -> line.in.read());
                Client client = client(certificate.trusting())) {
            assertThat(code(() -> ask(client, get(server.authority()))))
                    .isEqualTo(new ErrorCode.ConnectionTerminated());
        }
    }

    @Test
    void aBodyThatIsCutOffIsNotWhole() throws Exception {
        try (TalkingServer server = new TalkingServer(listening(false), line -> {
                    line.head();
                    line.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc");
                });
                Client client = client(certificate.trusting())) {
            try (HttpExchange exchange = send(client, get(server.authority()))) {
                head(exchange);
                assertThat(code(() -> rest(exchange.responseBody()))).isEqualTo(new ErrorCode.HttpResponseIncomplete());
            }
        }
    }

    @Test
    void aMegabyteBothWays() throws Exception {
        String body = "0123456789abcdef".repeat(1 << 16);
        try (TalkingServer server = new TalkingServer(listening(false), line -> {
                    line.head();
                    line.say("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n");
                    line.say(new String(line.in.readNBytes(body.length()), "ISO-8859-1"));
                    line.waitForEnd();
                });
                Client client = client(certificate.trusting())) {
            RequestHead request = RequestHead.builder("POST")
                    .scheme("https")
                    .authority(server.authority())
                    .pathWithQuery("/")
                    .bodyLength(body.length())
                    .build();
            assertThat(ask(client, request, body).body()).isEqualTo(body);
        }
    }
}
