package dev.witloof.tests.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.servers.Leaks;
import dev.witloof.tests.stores.AllStores.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A counter is the same in every store, before and after it was counted. */
class CountersTest {

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

    @ParameterizedTest
    @EnumSource
    void L21_aCounterIsItsDecimalDigits(Kind kind) throws Exception {
        try (Opened store = new Opened(stores.fresh(kind), "counters")) {
            assertThat(store.increment("main", "n", 9)).isEqualTo("9");
            assertThat(store.get("main", "n")).isEqualTo("9");
            assertThat(store.increment("main", "n", 1)).isEqualTo("10");
            assertThat(store.get("main", "n")).isEqualTo("10");
            store.set("main", "n", "41");
            assertThat(store.increment("main", "n", 1)).isEqualTo("42");
            assertThat(store.increment("main", "n", 0)).isEqualTo("42");
            assertThat(store.get("main", "n")).isEqualTo("42");
        }
    }

    /** What is no number, or not written as ours are, has one outcome in all stores, and stays as it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " 7", "7 ", "+7", "-7", "-0", "0x7", "7.0", "1e3", "٧", "seven", "18446744073709551616"
            })
    void whatIsNoNumberIsCountedByNone(String value) throws Exception {
        List<String> outcomes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            try (Opened store = new Opened(stores.fresh(kind), "counters")) {
                store.set("main", "n", value);
                outcomes.add(
                        kind + ": " + store.increment("main", "n", 1) + ", then \"" + store.get("main", "n") + "\"");
            }
        }
        List<String> expected = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            expected.add(kind + ": Other, then \"" + value + "\"");
        }
        assertThat(outcomes).isEqualTo(expected);
    }

    /** Digits of ours in more places than are needed are a number: whoever set it meant one. */
    @ParameterizedTest
    @ValueSource(strings = {"07", "000"})
    void leadingZerosHaveOneOutcome(String value) throws Exception {
        List<String> outcomes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            try (Opened store = new Opened(stores.fresh(kind), "counters")) {
                store.set("main", "n", value);
                outcomes.add(store.increment("main", "n", 1) + ", then \"" + store.get("main", "n") + "\"");
            }
        }
        assertThat(outcomes).containsOnly(outcomes.get(0));
    }

    @ParameterizedTest
    @EnumSource
    void aSumThatIsTooLargeIsRefused(Kind kind) throws Exception {
        try (Opened store = new Opened(stores.fresh(kind), "counters")) {
            store.set("main", "n", "18446744073709551615");
            assertThat(store.increment("main", "n", 1)).isEqualTo("Other");
            assertThat(store.get("main", "n")).isEqualTo("18446744073709551615");
        }
    }
}
