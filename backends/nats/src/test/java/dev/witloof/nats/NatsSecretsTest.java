package dev.witloof.nats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.link.Connections;
import dev.witloof.messaging.service.Message;
import dev.witloof.messaging.service.MessagingException;
import dev.witloof.messaging.service.MessagingService;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.NatsServer;
import io.nats.client.NKey;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users, passwords and keys: what they open, and that nothing shows them. */
final class NatsSecretsTest {

    private static final String PASSWORD = "hunter-2-hunter";

    private static NKey key;
    private static NatsServer server;
    private static Leaks before;

    @BeforeAll
    static void start() throws Exception {
        key = NKey.createUser(new SecureRandom());
        server = NatsServer.start("authorization { users: ["
                + "{ user: all, password: \"" + PASSWORD + "\" }, "
                + "{ nkey: " + new String(key.getPublicKey()) + " }, "
                + "{ user: few, password: \"" + PASSWORD + "\", permissions: {"
                + " publish: [\"$JS.API.STREAM.INFO.*\", \"$JS.API.DIRECT.GET.>\", \"free.>\", \"_INBOX.>\"],"
                + " subscribe: [\"_INBOX.>\", \"free.>\"] } } ] }");
        before = Leaks.now();
    }

    @AfterAll
    static void stop() {
        List<String> left = before.since();
        server.close();
        assertThat(left).isEmpty();
    }

    private static NatsKeyValue.Builder at() {
        return Nats.keyValue().address(server.address());
    }

    private static KeyValueService open(NatsKeyValue.Builder builder) throws Exception {
        return builder.build().open(new Connections());
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aPasswordOpensTheServer() throws Exception {
        try (KeyValueService service = open(at().user("all").password(PASSWORD))) {
            service.open("main").set("key", new byte[0]);
        }
        try (KeyValueService service =
                open(Nats.keyValue().url("nats://all:hunter%2D2%2Dhunter@" + server.address()))) {
            assertThat(service.open("main").get("key")).isEmpty();
        }
    }

    @Test
    void aKeyOpensTheServer() throws Exception {
        try (KeyValueService service = open(at().credentials(new String(key.getSeed())))) {
            service.open("main").set("signed", new byte[0]);
            server.restart();
            assertThat(service.open("main").get("signed")).isEmpty();
        }
    }

    @Test
    void aTokenOpensTheServer() throws Exception {
        try (NatsServer other = NatsServer.start("authorization { token: \"" + PASSWORD + "\" }")) {
            try (KeyValueService service =
                    open(Nats.keyValue().address(other.address()).token(PASSWORD))) {
                service.open("main").set("key", new byte[0]);
            }
            try (KeyValueService service = open(Nats.keyValue().url("nats://" + PASSWORD + "@" + other.address()))) {
                assertThat(service.open("main").get("key")).isEmpty();
            }
        }
    }

    @Test
    void noPasswordAndAWrongOneAreRefused() {
        String refused = "NATS at " + server.address() + ": expected to be let in, found the credentials refused";
        assertThat(catchThrowable(() -> open(at()))).hasMessage(refused);
        assertThat(catchThrowable(() -> open(at().user("all").password("wrong"))))
                .hasMessage(refused);
        assertThat(catchThrowable(() -> open(at().token("wrong")))).hasMessage(refused);
    }

    @Test
    void ofSeveralWaysToSayWhoWeAreOneIsWanted() {
        assertThat(catchThrowable(() -> at().user("all").token(PASSWORD).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("NATS: expected one of user and password, token, and credentials, found 2");
    }

    @Test
    void aUserWithFewRightsIsDeniedTheRest() throws Exception {
        try (KeyValueService all = open(at().user("all").password(PASSWORD))) {
            all.open("read").set("key", new byte[] {1});
        }
        try (KeyValueService few = open(at().user("few").password(PASSWORD))) {
            assertThat(few.open("read").get("key")).containsExactly(1);
            assertThat(kind(() -> few.open("read").set("key", new byte[0])))
                    .isEqualTo(KeyValueException.Kind.ACCESS_DENIED);
            assertThat(kind(() -> few.open("read").delete("key"))).isEqualTo(KeyValueException.Kind.ACCESS_DENIED);
            assertThat(few.open("read").get("key")).containsExactly(1);
        }
    }

    @Test
    void aUserWithFewRightsSendsAndHearsLittle() throws Exception {
        try (MessagingService few = Nats.messaging()
                .address(server.address())
                .user("few")
                .password(PASSWORD)
                .build()
                .open(new Connections())) {
            few.subscribe("free.a", message -> {});
            few.publish(Message.of("free.a", new byte[0]));
            assertThat(catchThrowable(() -> few.subscribe("other.a", message -> {})))
                    .isInstanceOfSatisfying(
                            MessagingException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(MessagingException.Kind.PERMISSION_DENIED))
                    .hasMessage("NATS at " + server.address() + ": expected permission to subscribe, found none");
            assertThat(catchThrowable(() -> few.request(Message.of("other.a", new byte[0]), Duration.ofSeconds(5), 1)))
                    .hasMessage("NATS at " + server.address() + ": expected permission, found none");
        }
    }

    private interface Call {
        void run() throws Exception;
    }

    private static KeyValueException.Kind kind(Call call) {
        return ((KeyValueException) catchThrowable(call::run)).kind();
    }

    @Test
    void nothingShowsAPassword() throws Exception {
        String seed = new String(key.getSeed());
        PrintStream error = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream all = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setErr(all);
            System.setOut(all);
            NatsKeyValue.Builder builder = Nats.keyValue().url("nats://nobody:" + PASSWORD + "@" + server.address());
            all.println(builder + " " + builder.build() + " " + builder.build().description());
            all.println(builder.settings() + " " + at().credentials(seed).settings());
            all.println(trace(catchThrowable(() -> open(builder))));
            all.println(trace(catchThrowable(() -> open(Nats.keyValue().url("nats://" + PASSWORD + "@ x")))));
            all.println(trace(catchThrowable(() -> open(at().credentials(PASSWORD)))));
            try (KeyValueService service = open(at().user("all").password(PASSWORD))) {
                all.println(service + " " + service.open("main"));
                server.restart();
                service.check();
                server.kill();
                all.println(trace(catchThrowable(service::check)));
                all.println(trace(catchThrowable(() -> service.open("main").get("key"))));
                server.restart();
            }
        } finally {
            System.setErr(error);
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("NATS at " + server.address())
                .doesNotContain(PASSWORD, seed);
    }
}
