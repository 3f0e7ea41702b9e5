package dev.witloof.examples.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Leaks;
import dev.witloof.servers.MemcachedServer;
import dev.witloof.servers.NatsServer;
import dev.witloof.servers.PostgresServer;
import dev.witloof.servers.RedisServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program over the files that it comes with, on real servers: what it prints is the same for all but for the stores' names. */
class StoresTest {

    private static final String PASSWORD = "correct horse";

    private static Leaks before;

    @TempDir
    Path folder;

    @BeforeAll
    static void count() {
        before = Leaks.now();
    }

    @AfterAll
    static void nothingIsLeft() {
        assertThat(before.since()).isEmpty();
    }

    /** Runs the program with one of its files, in which some texts are others: ports are not the usual ones here. */
    private String run(String file, Map<String, String> others) throws IOException {
        String text = Files.readString(Path.of("bindings", file));
        for (Map.Entry<String, String> other : others.entrySet()) {
            assertThat(text).contains(other.getKey());
            text = text.replace(other.getKey(), other.getValue());
        }
        Path bindings = Files.writeString(folder.resolve(file), text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Stores.run(
                new String[] {"--bindings", bindings.toString()}, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).replaceAll("\\d+ µs", "… µs");
    }

    private static String afterPlan(String sessions, String cache) {
        return """

                stores
                  sessions: %s is up
                  cache: %s is up

                calls
                  login ada  -> done
                  lookup ada -> Ada Lovelace, from the cache
                  lookup ada -> Ada Lovelace, from the cache
                  logout ada -> done
                  lookup ada -> nobody

                what each store was asked
                  cache     15 calls, 0 errors, … µs
                  sessions  6 calls, 0 errors, … µs
                """.formatted(sessions, cache);
    }

    @Test
    void sessionsInFilesAndTheCacheInMemory() throws IOException {
        String sessions = folder.resolve("sessions").toString();
        String printed = run("files-memory.yaml", Map.of("examples/stores/target/sessions", sessions));
        assertThat(printed).endsWith(afterPlan("files", "bounded"));
    }

    @Test
    void sessionsInRedisAndTheCacheInMemcached() throws IOException {
        try (RedisServer redis = RedisServer.start();
                MemcachedServer memcached = MemcachedServer.start()) {
            String printed = run(
                    "redis-memcached.yaml",
                    Map.of("127.0.0.1:6379", redis.address(), "127.0.0.1:11211", memcached.address()));
            assertThat(printed).endsWith(afterPlan("redis", "memcached"));
        }
    }

    @Test
    void sessionsInPostgresqlAndTheCacheInNats() throws IOException {
        try (PostgresServer postgres = PostgresServer.start(PASSWORD);
                NatsServer nats = NatsServer.start()) {
            String printed = run(
                    "nats-postgresql.yaml",
                    Map.of(
                            "jdbc:postgresql://127.0.0.1:5432/postgres",
                            postgres.url(),
                            "127.0.0.1:4222",
                            nats.address(),
                            "${env:PGPASSWORD}",
                            PASSWORD));
            assertThat(printed).endsWith(afterPlan("jdbc", "nats")).doesNotContain(PASSWORD);
        }
    }
}
