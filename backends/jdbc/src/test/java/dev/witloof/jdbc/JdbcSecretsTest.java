package dev.witloof.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.link.Connections;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords open databases, and nothing shows them: no text, no log, no trace of an exception. */
final class JdbcSecretsTest {

    private static final String PASSWORD = "hunter-2-hunter";

    private static Leaks before;
    private static PostgresServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        before = Leaks.now();
        server = PostgresServer.start(PASSWORD);
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(before.since()).isEmpty();
    }

    private static KeyValueService open(JdbcKeyValue.Builder builder) throws Exception {
        return builder.connectTimeout(Duration.ofMillis(500))
                .callTimeout(Duration.ofSeconds(1))
                .build()
                .open(new Connections());
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static JdbcKeyValue.Builder postgres() {
        return Jdbc.keyValue().url(server.url()).user(PostgresServer.USER);
    }

    @Test
    @SuppressWarnings("try") // close may well be interrupted
    void aPasswordOpensTheServer() throws Exception {
        try (KeyValueService service = open(postgres().password(PASSWORD))) {
            service.open("main").set("key", new byte[0]);
        }
        try (KeyValueService service =
                open(Jdbc.keyValue().url(server.url() + "?user=" + PostgresServer.USER + "&password=" + PASSWORD))) {
            assertThat(service.open("main").get("key")).isEmpty();
        }
        assertThat(catchThrowable(() -> open(postgres().password("wrong"))))
                .hasMessage(server.url()
                        + ": expected user and password to be accepted, found them refused (SQLState 28P01)");
    }

    @Test
    @SuppressWarnings("try") // close may well be interrupted
    void nothingShowsAPassword() throws Exception {
        PrintStream error = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Logger drivers = Logger.getLogger("org.postgresql");
        Handler logged = new StreamHandler(printed, new SimpleFormatter());
        logged.setLevel(Level.ALL);
        try (PrintStream all = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            drivers.addHandler(logged);
            drivers.setLevel(Level.ALL);
            System.setErr(all);
            System.setOut(all);
            String inUrl = server.url() + "?user=nobody&password=" + PASSWORD;
            JdbcKeyValue.Builder builder = Jdbc.keyValue().url(inUrl);
            all.println(builder + " " + builder.build() + " " + builder.build().description());
            all.println(trace(catchThrowable(() -> open(builder))));
            String h2 = "jdbc:h2:" + folder.resolve("none") + ";IFEXISTS=TRUE;USER=sa;PASSWORD=" + PASSWORD;
            all.println(trace(catchThrowable(() -> open(Jdbc.keyValue().url(h2)))));
            all.println(trace(catchThrowable(() -> open(Jdbc.keyValue().url(h2 + ";UNKNOWN=" + PASSWORD)))));
            try (KeyValueService service = open(postgres().password(PASSWORD))) {
                all.println(service + " " + service.open("main"));
                server.kill();
                all.println(trace(catchThrowable(service::check)));
                all.println(trace(catchThrowable(() -> service.open("main").get("key"))));
                server.restart();
                service.check();
            }
            logged.flush();
        } finally {
            drivers.removeHandler(logged);
            drivers.setLevel(null);
            System.setErr(error);
            System.setOut(out);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("JDBC key-value at " + server.url())
                .contains("Connecting with URL: " + server.url() + "?user=nobody")
                .doesNotContain(PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://h/app?password=a%26b&user=u, jdbc:postgresql://h/app?user=u, a&b",
        "jdbc:postgresql://h/app?password=50%, jdbc:postgresql://h/app, 50%",
        "jdbc:postgresql://h/app?user=u, jdbc:postgresql://h/app?user=u, set",
        "jdbc:h2:mem:x;PASSWORD=p, jdbc:h2:mem:x;PASSWORD=p, set",
    })
    void aPasswordOfAPostgresqlUrlIsAProperty(String url, String told, String password) {
        assertThat(Target.of(url, Map.of("password", "set"))).isEqualTo(new Target(told, Map.of("password", password)));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example:5432/app?password=x, jdbc:postgresql://db.example:5432/app",
        "jdbc:h2:mem:test;PASSWORD=x, jdbc:h2:mem:test",
        "jdbc:sqlserver://db.example:1433;password=x, jdbc:sqlserver://db.example:1433",
        "jdbc:mysql://user:x@db.example/app, jdbc:mysql",
        "jdbc:mysql://user:p?ss@db.example/app, jdbc:mysql",
        "jdbc:oracle:thin:scott/tiger@db.example:1521/app, jdbc:oracle",
        "jdbc:db2://db.example:50000/app:password=x, jdbc:db2",
        "x@y, jdbc",
    })
    void anAddressIsWhatOfAUrlIsShown(String url, String shown) {
        assertThat(Address.of(url)).isEqualTo(shown);
    }
}
