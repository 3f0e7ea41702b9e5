package dev.witloof.tests.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.ComponentInstance;
import dev.witloof.instance.ExportedInstance;
import dev.witloof.link.Backend;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.servers.Leaks;
import dev.witloof.tests.guests.Guests;
import dev.witloof.tests.stores.AllStores.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each two stores behind two names of one component, with the same keys: what is in the one is never in the other. */
class IsolationTest {

    @TempDir
    static Path folder;

    private static Leaks before;
    private static AllStores stores;

    @BeforeAll
    static void startServers() {
        before = Leaks.now();
        stores = new AllStores(folder);
    }

    @AfterAll
    static void nothingIsLeft() {
        stores.close();
        assertThat(before.since()).isEmpty();
    }

    static Stream<Arguments> pairs() {
        return Arrays.stream(Kind.values())
                .flatMap(sessions -> Arrays.stream(Kind.values())
                        .filter(cache -> cache != sessions)
                        .map(cache -> Arguments.of(sessions, cache)));
    }

    @Test
    void thereAreThirtyPairs() {
        assertThat(pairs()).hasSize(30);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void noValueCrossesBetweenTheNamesOfAComponent(Kind sessions, Kind cache) throws Exception {
        Backend truth = stores.fresh(sessions);
        Backend near = stores.fresh(cache);
        Linker linker = Linker.builder()
                .bind("sessions")
                .to(truth)
                .bind("cache")
                .to(near)
                .build();
        try (Deployment deployment = linker.plan(Guests.component("c-sessions/sessions.wasm"))
                        .start();
                ComponentInstance app = deployment.instantiate();
                Opened inTruth = new Opened(truth, "sessions");
                Opened inNear = new Opened(near, "cache")) {
            ExportedInstance service = app.instance("demo:named/session-service@0.1.0");
            assertThat(service.function("login").call("ada", bytes("profile"))).hasToString("ok");
            assertThat(inTruth.get("main", "ada")).isEqualTo("profile");
            assertThat(inTruth.get("hot", "ada")).isEqualTo("nothing");
            assertThat(inNear.get("hot", "ada")).isEqualTo("profile");
            assertThat(inNear.get("main", "ada")).isEqualTo("nothing");

            // What stands in the cache alone is seen as the cache's, and what stands in the truth alone as the truth's.
            inNear.set("hot", "ada", "cached");
            assertThat(service.function("lookup").call("ada")).hasToString(found("cached", "cache"));
            assertThat(inTruth.get("main", "ada")).isEqualTo("profile");
            inNear.delete("hot", "ada");
            assertThat(service.function("lookup").call("ada")).hasToString(found("profile", "store"));
        }
    }

    private static String found(String value, String origin) {
        return "ok(some({value: " + Arrays.toString(bytes(value)) + ", origin: " + origin + "}))";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theSameKeyOfTheSameBucketIsTwo(Kind first, Kind second) throws Exception {
        try (Opened one = new Opened(stores.fresh(first), "sessions");
                Opened other = new Opened(stores.fresh(second), "cache")) {
            one.set("main", "key", "one's");
            assertThat(other.get("main", "key")).isEqualTo("nothing");
            other.set("main", "key", "the other's");
            assertThat(one.get("main", "key")).isEqualTo("one's");
            other.delete("main", "key");
            assertThat(one.get("main", "key")).isEqualTo("one's");
            assertThat(one.increment("main", "n", 5)).isEqualTo("5");
            assertThat(other.increment("main", "n", 7)).isEqualTo("7");
            assertThat(one.get("main", "n")).isEqualTo("5");
            assertThat(other.get("main", "n")).isEqualTo("7");
        }
    }

    /** What an import is called, or that it has no name, changes no bucket, no key and no counter. */
    @ParameterizedTest
    @EnumSource
    void L13_aNameChangesNoKey(Kind kind) throws Exception {
        Backend store = stores.fresh(kind);
        try (Opened named = new Opened(store, "sessions");
                Opened unnamed = Opened.unnamed(store);
                Opened other = new Opened(store, "main")) {
            named.set("main", "key", "value");
            assertThat(unnamed.get("main", "key")).isEqualTo("value");
            assertThat(other.get("main", "key")).isEqualTo("value");
            unnamed.set("sessions", "key", "unnamed's");
            assertThat(named.get("sessions", "key")).isEqualTo("unnamed's");
            assertThat(named.get("main", "key")).isEqualTo("value");
            assertThat(unnamed.increment("main", "n", 1)).isEqualTo("1");
            assertThat(other.increment("main", "n", 1)).isEqualTo("2");
            named.delete("main", "key");
            assertThat(unnamed.get("main", "key")).isEqualTo("nothing");
        }
    }

    /** Two stores of one kind, on one server, are two by their prefix. */
    @ParameterizedTest
    @EnumSource
    void twoOfAKindAreTwo(Kind kind) throws Exception {
        theSameKeyOfTheSameBucketIsTwo(kind, kind);
    }
}
