package dev.witloof.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.keyvalue.service.CounterType;
import dev.witloof.keyvalue.service.KeyValueException;
import dev.witloof.keyvalue.service.KeyValueService;
import dev.witloof.keyvalue.service.StoredBucket;
import dev.witloof.link.Connections;
import dev.witloof.servers.Leaks;
import dev.witloof.servers.RedisServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What of Redis shows: how keys are called, what is shared, what is refused. */
final class RedisKeyValueTest {

    private static RedisServer server;
    private static Leaks before;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        before = Leaks.now();
    }

    @AfterAll
    static void stop() {
        List<String> left = before.since();
        server.close();
        assertThat(left).isEmpty();
    }

    private static RedisKeyValue.Builder store() {
        return Redis.keyValue().address(server.address());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void keysAreThePrefixTheBucketAColonAndTheKey() throws Exception {
        try (KeyValueService service = store().prefix("app:").build().open(new Connections())) {
            service.open("main").set("a:b%*?[x]\\é", bytes("1"));
            service.open("50%:main*").set("key", bytes("22"));
            service.open("").set("", bytes("333"));
            assertThat(Wire.ask(server, "GET 'app:main:a:b%*?[x]\\é'")).isEqualTo("$1|1");
            assertThat(Wire.ask(server, "GET app:50%25%3Amain*:key")).isEqualTo("$2|22");
            assertThat(Wire.ask(server, "GET app::")).isEqualTo("$3|333");
            assertThat(service.open("50%:main*").list(0).keys()).containsExactly("key");
            assertThat(service.open("50%:mainX").list(0).keys()).isEmpty();
        }
    }

    @Test
    void aCounterOfOthersIsCounted() throws Exception {
        try (KeyValueService service = store().prefix("counts:").build().open(new Connections())) {
            StoredBucket bucket = service.open("main");
            Wire.ask(server, "INCRBY counts:main:n 41");
            assertThat(bucket.increment("n", 1, CounterType.UNSIGNED)).isEqualTo(42);
            assertThat(bucket.increment("n", -2, CounterType.SIGNED)).isEqualTo(40);
            assertThat(Wire.ask(server, "INCR counts:main:n")).isEqualTo(":41");
            // Redis counts no such digits itself.
            bucket.set("n", bytes("007"));
            assertThat(bucket.increment("n", 1, CounterType.SIGNED)).isEqualTo(8);
            bucket.set("n", bytes("007"));
            assertThat(bucket.increment("n", 1, CounterType.UNSIGNED)).isEqualTo(8);
            bucket.set("n", bytes("-1"));
            assertThatThrownBy(() -> bucket.increment("n", 1, CounterType.UNSIGNED))
                    .hasMessage("increment: expected a value that is a number from 0 to 2^64 - 1 in decimal digits,"
                            + " found 2 bytes that are none");
            assertThat(bucket.get("n")).isEqualTo(bytes("-1"));
            bucket.set("n", bytes("999999999999999999"));
            assertThat(bucket.increment("n", Long.MAX_VALUE / 2, CounterType.UNSIGNED))
                    .isEqualTo(Long.MAX_VALUE / 2 + 999_999_999_999_999_999L);
        }
    }

    @Test
    void aCounterThatLapsesStillDoes() throws Exception {
        try (KeyValueService service = store().prefix("lapse:").build().open(new Connections())) {
            Wire.ask(server, "SET lapse:main:n 1 EX 1000");
            service.open("main").increment("n", 1, CounterType.UNSIGNED);
            service.open("main").increment("n", 1, CounterType.SIGNED);
            assertThat(Wire.ask(server, "TTL lapse:main:n")).isIn(":1000", ":999", ":998");
        }
    }

    @Test
    void aScriptThatTheServerForgotIsSentAgain() throws Exception {
        try (KeyValueService service = store().prefix("script:").build().open(new Connections())) {
            StoredBucket bucket = service.open("main");
            for (int i = 1; i <= 2; i++) {
                Wire.ask(server, "SCRIPT FLUSH");
                assertThat(bucket.increment("n", 1, CounterType.UNSIGNED)).isEqualTo(i);
            }
        }
    }

    @Test
    void equalSettingsShareTheirConnectionsUpToTheCap() throws Exception {
        Connections connections = new Connections();
        long others = clients();
        try (KeyValueService first =
                        store().prefix("a:").maximumConnections(3).build().open(connections);
                KeyValueService second =
                        store().prefix("b:").maximumConnections(3).build().open(connections)) {
            ExecutorService threads = Executors.newFixedThreadPool(12);
            CountDownLatch all = new CountDownLatch(12);
            List<Future<Void>> done = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                StoredBucket bucket = (i % 2 == 0 ? first : second).open("main");
                done.add(threads.submit(() -> {
                    all.countDown();
                    all.await();
                    for (int j = 0; j < 100; j++) {
                        bucket.set("key", bytes("value"));
                    }
                    return null;
                }));
            }
            for (Future<Void> each : done) {
                each.get();
            }
            threads.shutdown();
            assertThat(clients() - others).isBetween(1L, 3L);
            first.close();
            second.open("main").set("key", bytes("the pool is still open"));
        }
        assertThat(clients()).isEqualTo(others);
    }

    private static long clients() throws Exception {
        String text = Wire.ask(server, "INFO clients");
        return Long.parseLong(text.replaceFirst(".*connected_clients:(\\d+).*", "$1"));
    }

    @Test
    void afterItWasClosedACallSaysSo() throws Exception {
        KeyValueService service = store().build().open(new Connections());
        StoredBucket bucket = service.open("main");
        bucket.get("key");
        service.close();
        assertThatThrownBy(() -> bucket.get("key"))
                .isInstanceOf(KeyValueException.class)
                .hasMessage("Redis at " + server.address() + ": expected it open, found it closed");
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
    void whatIsNoStringIsRefusedByItsCode() throws Exception {
        try (KeyValueService service = store().prefix("list:").build().open(new Connections())) {
            Wire.ask(server, "RPUSH list:main:key secret-value");
            assertThatThrownBy(() -> service.open("main").get("key"))
                    .hasMessage("Redis at " + server.address()
                            + ": expected the command to be carried out, found the error WRONGTYPE");
        }
    }

    @Test
    void anotherDatabaseIsAnotherStore() throws Exception {
        try (KeyValueService service = Redis.keyValue()
                        .url("redis://" + server.address() + "/3")
                        .build()
                        .open(new Connections());
                KeyValueService zero = store().build().open(new Connections())) {
            service.open("main").set("database", bytes("3"));
            assertThat(zero.open("main").get("database")).isNull();
            assertThat(service.open("main").get("database")).isEqualTo(bytes("3"));
        }
        assertThatThrownBy(() -> store().database(99).build().open(new Connections()))
                .hasMessage("Redis at " + server.address()
                        + ": expected the command to be carried out, found the error ERR");
    }

    @Test
    void aColonInANameIsWrittenAsItsCode() {
        RedisSettings settings =
                Redis.keyValue().url("redis://a%3Ab+c:p%40:q@cache.example").settings();
        assertThat(settings.user()).isEqualTo("a:b+c");
        assertThat(settings.password()).isEqualTo("p@:q");
        assertThat(Redis.keyValue().url("redis://only%3A@cache.example").settings())
                .satisfies(only -> assertThat(only.user()).isEqualTo("only:"))
                .satisfies(only -> assertThat(only.password()).isNull());
        assertThat(Redis.keyValue().url("redis://:p@cache.example").settings().user())
                .isNull();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Redis.keyValue().url("http://u:hunter-2-hunter@x"))
                .hasMessage(
                        "url: expected redis://user:password@host:port/database or rediss://…, found something else")
                .hasNoCause();
        assertThatThrownBy(() -> Redis.keyValue().url("redis://u:hunter 2 hunter@x"))
                .hasNoCause();
        assertThatThrownBy(() -> Redis.keyValue().url("redis://x/main")).hasNoCause();
        assertThatThrownBy(() -> Redis.keyValue().url("redis://x/?timeout=1")).hasNoCause();
        assertThatThrownBy(() -> Redis.keyValue().address("user@host"))
                .hasMessage("address: expected host:port, found something else");
        assertThatThrownBy(() -> Redis.keyValue().address("host:70000"))
                .hasMessage("address: expected host:port, found something else");
        assertThatThrownBy(() -> Redis.keyValue().callTimeout(Duration.ZERO))
                .hasMessage("callTimeout: expected longer than nothing, found PT0S");
        assertThatThrownBy(() -> Redis.keyValue().maximumConnections(0))
                .hasMessage("maximumConnections: expected 1 or more, found 0");
        assertThatThrownBy(() -> Redis.keyValue().database(-1)).hasMessage("database: expected 0 or more, found -1");
    }

    @Test
    void anAddressMayBeANameAndOfVersion6() {
        assertThat(Redis.keyValue().address("localhost").build().description())
                .isEqualTo("Redis key-value at localhost:6379");
        assertThat(Redis.keyValue().address("[::1]:7000").build().description())
                .isEqualTo("Redis key-value at [::1]:7000");
        assertThat(Redis.messaging().url("rediss://u:p@cache.example/1").build().description())
                .isEqualTo("Redis messaging at cache.example:6379");
    }
}
