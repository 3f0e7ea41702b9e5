package dev.witloof.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.MemcachedServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import net.rubyeye.xmemcached.buffer.SimpleBufferAllocator;
import net.rubyeye.xmemcached.command.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that wants a user and a password: what they open, and that nothing shows them. */
final class MemcachedSecretsTest {

    private static final String PASSWORD = "hunter-2-hunter";

    @TempDir
    static Path folder;

    private static PasswordDaemon daemon;
    private static MemcachedServer server;
    private static Leaks before;

    @BeforeAll
    static void start() throws Exception {
        daemon = PasswordDaemon.start(folder, "shop", PASSWORD);
        server = MemcachedServer.startSasl(folder);
        before = Leaks.now();
    }

    @AfterAll
    static void stop() throws Exception {
        List<String> left = before.since();
        server.close();
        daemon.close();
        assertThat(left).isEmpty();
    }

    private static MemcachedKeyValue.Builder store() {
        return Memcached.keyValue().address(server.address());
    }

    private static KeyValueService open(MemcachedKeyValue.Builder builder) throws Exception {
        return builder.build().open(new Connections());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPasswordOpensTheServer() throws Exception {
        try (KeyValueService service = open(store().user("shop").password(PASSWORD))) {
            StoredBucket bucket = service.open("main");
            byte[] large = new byte[3 << 20];
            new Random(1).nextBytes(large);
            bucket.set("large", large);
            assertThat(bucket.get("large")).isEqualTo(large);
            assertThat(bucket.get("none")).isNull();
            assertThat(bucket.getMany(List.of("none", "large", "none"))).containsExactly(null, large, null);
            assertThat(bucket.increment("n", 2, CounterType.UNSIGNED)).isEqualTo(2);
            assertThat(bucket.increment("n", -3, CounterType.SIGNED)).isEqualTo(-1);
            assertThat(bucket.swap("n", bucket.see("n"), bytes("x"))).isTrue();
            bucket.delete("n");
            bucket.delete("n");
            assertThat(bucket.exists("n")).isFalse();
            server.restart();
            assertThat(bucket.increment("n", 1, CounterType.UNSIGNED)).isEqualTo(1);
        }
    }

    @Test
    void noPasswordAndAWrongOneAreRefused() {
        assertThatThrownBy(() -> open(store().user("shop").password("wrong")))
                .isInstanceOf(KeyValueException.class)
                .hasMessage("Memcached at " + server.address()
                        + ": expected to be let in with user and password, found them refused");
        assertThatThrownBy(() -> open(store()))
                .isInstanceOf(KeyValueException.class)
                .hasMessageStartingWith("Memcached at " + server.address() + ": expected ");
    }

    @Test
    void nothingShowsAPassword() throws Exception {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        MemcachedKeyValue.Builder builder = store().user("nobody").password(PASSWORD);
        out.println(builder + " " + builder.build() + " " + builder.build().description());
        catchThrowable(() -> open(builder)).printStackTrace(out);
        out.println(new MemcachedSettings("host", 1, "nobody", PASSWORD, Duration.ZERO, Duration.ZERO, 1));
        // What the library logs of its commands, when it is told to.
        QuietAuthentication commands = new QuietAuthentication();
        commands.setBufferAllocator(new SimpleBufferAllocator());
        Command command = commands.createAuthStartCommand("PLAIN", new CountDownLatch(1), bytes("\0shop\0" + PASSWORD));
        command.encode();
        out.println(command);
        assertThat(printed.toString())
                .contains("Memcached at " + server.address(), "authentication")
                .doesNotContain(PASSWORD);
    }
}
