package dev.witloof.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.Sighting;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.MemcachedServer;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What of Memcached shows: how keys are called, what is shared, what is refused. */
final class MemcachedKeyValueTest {

    private static MemcachedServer server;
    private static Leaks before;

    @BeforeAll
    static void start() {
        server = MemcachedServer.start();
        before = Leaks.now();
    }

    @AfterAll
    static void stop() {
        List<String> left = before.since();
        server.close();
        assertThat(left).isEmpty();
    }

    private static MemcachedKeyValue.Builder store() {
        return Memcached.keyValue().address(server.address());
    }

    private static KeyValueService open(String prefix) throws Exception {
        return store().prefix(prefix).build().open(new Connections());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void keysAreThePrefixTheBucketAColonAndTheKey() throws Exception {
        try (KeyValueService service = open("app:")) {
            service.open("main").set("a:b", bytes("1"));
            service.open("50%:main").set("é \r\n%", bytes("22"));
            service.open("").set("", bytes("333"));
            assertThat(Wire.ask(server, "get app:main:a:b")).isEqualTo("VALUE app:main:a:b 0 1|1|END");
            assertThat(Wire.ask(server, "get app:50%25%3Amain:%C3%A9%20%0D%0A%25"))
                    .isEqualTo("VALUE app:50%25%3Amain:%C3%A9%20%0D%0A%25 0 2|22|END");
            assertThat(Wire.ask(server, "get app::")).isEqualTo("VALUE app:: 0 3|333|END");
        }
    }

    @Test
    void longKeysAreTheirDigest() throws Exception {
        assertThat(new MemcachedKeys("p:", "main").named("k".repeat(243))).isEqualTo("p:main:" + "k".repeat(243));
        assertThat(new MemcachedKeys("p:", "main").named("k".repeat(244)))
                .isEqualTo("%#pF_SXpEOWJU8MhiamwbLh-6yVgJE8KYlBr4wTYH8L2M")
                .hasSize(45);
        assertThat(new MemcachedKeys("p:", "main").named("é".repeat(41) + "x")).startsWith("%#");
        assertThat(new MemcachedKeys("%#", "").named("")).isEqualTo("%25#:");
    }

    @Test
    void aCounterOfOthersIsCounted() throws Exception {
        try (KeyValueService service = open("counts:")) {
            StoredBucket bucket = service.open("main");
            Wire.ask(server, "set counts:main:n 0 0 2\r\n41");
            assertThat(bucket.increment("n", 1, CounterType.UNSIGNED)).isEqualTo(42);
            assertThat(Wire.ask(server, "incr counts:main:n 1")).isEqualTo("43");
            assertThat(bucket.increment("n", -3, CounterType.SIGNED)).isEqualTo(40);
            // The server leaves a space: "9 ".
            Wire.ask(server, "set counts:main:n 0 0 2\r\n10");
            assertThat(Wire.ask(server, "decr counts:main:n 1")).isEqualTo("9");
            assertThatThrownBy(() -> bucket.increment("n", 1, CounterType.UNSIGNED))
                    .hasMessage("increment: expected a value that is a number from 0 to 2^64 - 1 in decimal digits,"
                            + " found 2 bytes that are none");
        }
    }

    @Test
    void whatIsTooLargeIsRefusedAndTheOldValueStays() throws Exception {
        try (KeyValueService service = open("large:")) {
            StoredBucket bucket = service.open("main");
            bucket.set("key", bytes("old"));
            byte[] large = new byte[4 << 20];
            String refused = "Memcached at " + server.address() + ": expected a value of at most "
                    + ((4 << 20) - 128 - "large:main:key".length()) + " bytes, found " + (4 << 20);
            assertThatThrownBy(() -> bucket.set("key", large))
                    .isInstanceOf(KeyValueException.class)
                    .hasMessage(refused);
            Sighting seen = bucket.see("key");
            assertThatThrownBy(() -> bucket.swap("key", seen, large)).hasMessage(refused);
            assertThat(bucket.get("key")).isEqualTo(bytes("old"));
            byte[] largest = new byte[(4 << 20) - 128 - "large:main:key".length()];
            new Random(1).nextBytes(largest);
            bucket.set("key", largest);
            assertThat(bucket.get("key")).isEqualTo(largest);
        }
    }

    @Test
    void itCannotList() throws Exception {
        try (KeyValueService service = open("list:")) {
            assertThatThrownBy(() -> service.open("main").list(0))
                    .isInstanceOf(KeyValueException.class)
                    .hasMessage("list-keys: Memcached cannot list keys");
        }
    }

    @Test
    void equalSettingsShareTheirConnections() throws Exception {
        Connections connections = new Connections();
        long others = clients();
        KeyValueService first = store().prefix("a:").connections(3).build().open(connections);
        KeyValueService second = store().prefix("b:").connections(3).build().open(connections);
        for (int i = 0; i < 20; i++) {
            first.open("main").set("key" + i, bytes("value"));
            second.open("main").set("key" + i, bytes("value"));
        }
        assertThat(clients() - others).isEqualTo(3);
        first.close();
        second.open("main").set("key", bytes("still open"));
        second.close();
        for (int i = 0; i < 100 && clients() != others; i++) {
            Thread.sleep(10);
        }
        assertThat(clients()).isEqualTo(others);
    }

    private static long clients() throws Exception {
        return Long.parseLong(Wire.ask(server, "stats").replaceFirst(".*STAT curr_connections (\\d+).*", "$1"));
    }

    @Test
    void afterItWasClosedACallSaysSo() throws Exception {
        KeyValueService service = open("");
        StoredBucket bucket = service.open("main");
        bucket.get("key");
        service.close();
        assertThatThrownBy(() -> bucket.get("key"))
                .isInstanceOf(KeyValueException.class)
                .hasMessage("Memcached at " + server.address() + ": expected it open, found it closed");
    }

    @Test
    void nothingWaitsForTheEndOfTheVirtualMachine() throws Exception {
        int hooks = hooks();
        try (KeyValueService service = open("")) {
            service.check();
            assertThat(hooks()).isEqualTo(hooks);
        }
        assertThat(hooks()).isEqualTo(hooks);
    }

    /** The hooks are known to nobody but the JVM, so this asks it by force, which the test's settings allow. */
    private static int hooks() throws Exception {
        Field hooks = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
        hooks.setAccessible(true);
        return ((Map<?, ?>) hooks.get(null)).size();
    }

    @Test
    void bucketsThatAreNotNamedAreNoStores() throws Exception {
        try (KeyValueService service = store().buckets("main", "hot").build().open(new Connections())) {
            service.open("hot");
            KeyValueException failure = catchThrowableOfType(KeyValueException.class, () -> service.open("other"));
            assertThat(failure.kind()).isEqualTo(KeyValueException.Kind.NO_SUCH_STORE);
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Memcached.keyValue().address("user@host"))
                .hasMessage("address: expected host:port, found something else");
        assertThatThrownBy(() -> Memcached.keyValue().callTimeout(Duration.ofNanos(1)))
                .hasMessage("callTimeout: expected a millisecond or more, found PT0.000000001S");
        assertThatThrownBy(() -> Memcached.keyValue().connections(0))
                .hasMessage("connections: expected 1 or more, found 0");
        assertThatThrownBy(
                        () -> Memcached.keyValue().password("hunter-2-hunter").build())
                .hasMessage("memcached: expected user and password, found one of them");
        assertThat(Memcached.keyValue().address("[::1]").build().description())
                .isEqualTo("Memcached key-value at [::1]:11211");
    }
}
