package dev.witloof.tests.guests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.keyvalue.BoundedKeyValue;
import dev.witloof.keyvalue.InMemoryKeyValue;
import dev.witloof.keyvalue.KeyValue;
import dev.witloof.link.Backend;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.wrapper.CallCounts;
import dev.witloof.wrapper.Timing;
import org.junit.jupiter.api.Test;

/** Two named stores of different backends whose buckets are of one type, so that one {@code atomics} counts in both. */
final class BucketsTest {

    private static LinkPlan plan(Linker.Builder linker) {
        return linker.build().plan(Guests.component("wat-buckets/buckets.wasm"));
    }

    private static void adds(ComponentInstance app, boolean cache, boolean visit, long delta, String result) {
        assertThat(app.function("add").call(cache, visit, "n", delta)).hasToString(result);
    }

    @Test
    void oneAtomicsNamedOrNotCountsInTheBucketsOfEveryStore() {
        InMemoryKeyValue sessions = KeyValue.inMemory();
        BoundedKeyValue cache = KeyValue.bounded().maximumEntries(10).build();
        InMemoryKeyValue counting = KeyValue.inMemory();
        CallCounts counts = new CallCounts();
        // README
        Linker.Builder linker = Linker.builder()
                .bind("sessions")
                .to(sessions)
                .bind("cache")
                .to(cache)
                .bind("visits")
                .to(counting)
                .bindAll(counting);
        // README
        LinkPlan plan = plan(linker.wrapAll(Timing.to(counts)));
        try (ComponentInstance app = plan.instantiate()) {
            adds(app, false, false, 1, "ok(1)");
            adds(app, false, true, 40, "ok(41)");
            adds(app, true, true, -5, "ok(-5)");
            adds(app, true, false, 2, "ok(-3)");
            assertThat(app.function("get").call(false, "n")).hasToString("ok(some([52, 49]))");
            assertThat(app.function("get").call(true, "m")).hasToString("ok(none)");
            sessions.bucket("main").set("n", "many".getBytes(UTF_8));
            adds(
                    app,
                    false,
                    false,
                    1,
                    "err(other(\"increment: expected a value that is a number from -2^63 to 2^63 - 1 in decimal digits,"
                            + " found 4 bytes that are none\"))");
        }
        assertThat(sessions.bucket("main").get("n")).contains("many".getBytes(UTF_8));
        assertThat(cache.bucket("main").get("n")).contains("-3".getBytes(UTF_8));
        assertThat(counting.bucketNames()).isEmpty();
        assertThat(counts.byName().keySet())
                .containsExactly(
                        "cache",
                        "sessions",
                        "visits",
                        "witloof:keyvalue/atomics@0.1.0",
                        "witloof:keyvalue/types@0.1.0");
        assertThat(counts.byName().get("visits").calls()).isEqualTo(2);
        assertThat(counts.byName().get("witloof:keyvalue/atomics@0.1.0").errors())
                .isEqualTo(1);
    }

    @Test
    void aNamedAtomicsMayTakeWhatItsInterfaceIsBoundTo() {
        LinkPlan plan = plan(Linker.builder()
                .bind("sessions", "cache")
                .to(KeyValue.inMemory())
                .bindAll(KeyValue.inMemory())
                .allowInterfaceFor("visits"));
        try (ComponentInstance app = plan.instantiate()) {
            adds(app, true, true, 3, "ok(3)");
            adds(app, false, false, 4, "ok(7)");
        }
    }

    @Test
    void typesAndAtomicsOfTwoBackendsAreASplitResource() {
        Backend other = KeyValue.bounded().maximumEntries(1).build();
        UnlinkableException failure = catchThrowableOfType(
                UnlinkableException.class,
                () -> plan(Linker.builder()
                        .bind("sessions", "cache")
                        .to(KeyValue.inMemory())
                        .bindAll(KeyValue.inMemory())
                        .bind("visits")
                        .to(other)));
        assertThat(failure.problems())
                .singleElement()
                .satisfies(problem -> assertThat((problem.kind().words() + ": " + problem.lines() + problem.fix())
                                .replaceAll("java:\\d+", "java:LINE"))
                        .isEqualTo(
                                "split resource: [increment takes the bucket of import \"witloof:keyvalue/types@0.1.0\","
                                        + " which is bound to in-memory key-value (BucketsTest.java:LINE), bounded key-value serves"
                                        + " witloof:keyvalue/types@0.1.0 itself and knows no bucket but its own]"
                                        + "Optional[bind both to one backend]"));
    }

    @Test
    void whatASessionKeepsIsThereAfterARestart() {
        InMemoryKeyValue store = KeyValue.inMemory();
        for (int i = 1; i <= 3; i++) {
            try (ComponentInstance app = plan(Linker.builder()
                            .bind("sessions", "cache", "visits")
                            .to(store)
                            .bindAll(store))
                    .instantiate()) {
                adds(app, true, i % 2 == 0, 1, "ok(" + i + ")");
            }
        }
        assertThat(store.bucket("main").get("n")).contains("3".getBytes(UTF_8));
    }
}
