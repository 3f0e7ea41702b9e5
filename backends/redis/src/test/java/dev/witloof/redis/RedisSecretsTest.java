package dev.witloof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.link.Connections;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.RedisServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Users and passwords: what they open, and that nothing shows them. */
final class RedisSecretsTest {

    private static final String PASSWORD = "hunter-2-hunter";

    private static RedisServer server;
    private static Leaks before;

    @BeforeAll
    static void start() throws Exception {
        server = RedisServer.start("--requirepass", PASSWORD);
        before = Leaks.now();
    }

    @AfterAll
    static void stop() {
        List<String> left = before.since();
        server.close();
        assertThat(left).isEmpty();
    }

    private static KeyValueService open(RedisKeyValue.Builder builder) throws Exception {
        return builder.build().open(new Connections());
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aPasswordOpensTheServer() throws Exception {
        try (KeyValueService service =
                open(Redis.keyValue().address(server.address()).password(PASSWORD))) {
            service.open("main").set("key", new byte[0]);
        }
        try (KeyValueService service = open(Redis.keyValue().url("redis://:" + PASSWORD + "@" + server.address()))) {
            assertThat(service.open("main").get("key")).isEmpty();
        }
        try (KeyValueService service =
                open(Redis.keyValue().url("redis://default:hunter%2D2%2Dhunter@" + server.address()))) {
            assertThat(service.open("main").get("key")).isEmpty();
        }
    }

    @Test
    void noPasswordAndAWrongOneAreRefused() {
        assertThat(catchThrowable(() -> open(Redis.keyValue().address(server.address()))))
                .hasMessage("Redis at " + server.address()
                        + ": expected the command to be carried out, found the error NOAUTH");
        assertThat(catchThrowable(
                        () -> open(Redis.keyValue().address(server.address()).password("wrong"))))
                .hasMessage("Redis at " + server.address()
                        + ": expected the command to be carried out, found the error WRONGPASS");
    }

    @Test
    void aUserWithFewRightsIsDeniedTheRest() throws Exception {
        Wire.ask(server, "AUTH " + PASSWORD + "\r\nACL SETUSER reader on >" + PASSWORD + " ~main:* +get +ping");
        try (KeyValueService service =
                open(Redis.keyValue().address(server.address()).user("reader").password(PASSWORD))) {
            assertThat(service.open("main").get("none")).isNull();
            assertThat(kind(() -> service.open("main").set("key", new byte[0])))
                    .isEqualTo(KeyValueException.Kind.ACCESS_DENIED);
            assertThat(kind(() -> service.open("other").get("key"))).isEqualTo(KeyValueException.Kind.ACCESS_DENIED);
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
        PrintStream error = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream all = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setErr(all);
            System.setOut(all);
            RedisKeyValue.Builder builder = Redis.keyValue().url("redis://nobody:" + PASSWORD + "@" + server.address());
            all.println(builder + " " + builder.build() + " " + builder.build().description());
            all.println(builder.settings());
            all.println(trace(catchThrowable(() -> open(builder))));
            try (KeyValueService service =
                    open(Redis.keyValue().address(server.address()).password(PASSWORD))) {
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
                .contains("Redis at " + server.address())
                .doesNotContain(PASSWORD);
    }
}
