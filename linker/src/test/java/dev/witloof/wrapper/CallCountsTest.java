package dev.witloof.wrapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Call;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Deployment;
import dev.witloof.link.LinkPlan;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import dev.witloof.wrapper.Sessions.Kind;
import dev.witloof.wrapper.Sessions.MapStore;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls, errors and time, added up. */
class CallCountsTest {

    private static final byte[] PROFILE = "Ada Lovelace".getBytes(UTF_8);

    private final CallCounts counts = new CallCounts();

    private static Call call(String name, String function) {
        return new Call(new ImportRef(name, "instance", NameAttributes.NONE), function);
    }

    private static long calls(Map<Call, Counts> counts, String call) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals(call))
                .findFirst()
                .orElseThrow()
                .getValue()
                .calls();
    }

    @ParameterizedTest
    @EnumSource
    void eachImportAndFunctionIsCounted(Kind kind) {
        MapStore cache = new MapStore();
        LinkPlan plan = Sessions.plan(kind, new MapStore(), cache, linker -> linker.wrapAll(Timing.to(counts)));
        try (Deployment deployment = plan.start();
                ComponentInstance one = deployment.instantiate();
                ComponentInstance other = deployment.instantiate()) {
            Sessions.login(one, "ada", PROFILE);
            Sessions.login(other, "bob", PROFILE);
            cache.failures = 1;
            Sessions.lookup(one, "ada");
            cache.meanwhile = () -> {
                throw new IllegalStateException("gone");
            };
            assertThatThrownBy(() -> Sessions.lookup(one, "ada")).isInstanceOf(TrapException.class);
        }
        Map<Call, Counts> byFunction = counts.byFunction();
        assertThat(byFunction.keySet())
                .extracting(Call::toString)
                .containsExactly(
                        "\"cache\" [method]bucket.delete",
                        "\"cache\" [method]bucket.get",
                        "\"cache\" [method]bucket.set",
                        "\"cache\" [resource-drop]bucket",
                        "\"cache\" open",
                        "\"sessions\" [method]bucket.delete",
                        "\"sessions\" [method]bucket.exists",
                        "\"sessions\" [method]bucket.get",
                        "\"sessions\" [method]bucket.list-keys",
                        "\"sessions\" [method]bucket.set",
                        "\"sessions\" [resource-drop]bucket",
                        "\"sessions\" open");
        assertThat(calls(byFunction, "\"cache\" [method]bucket.set")).isEqualTo(2);
        assertThat(calls(byFunction, "\"cache\" [method]bucket.delete")).isZero();
        assertThat(calls(byFunction, "\"cache\" open")).isEqualTo(4);
        Counts open = byFunction.entrySet().stream()
                .filter(entry -> entry.getKey().toString().equals("\"cache\" open"))
                .findFirst()
                .orElseThrow()
                .getValue();
        assertThat(open.errors()).isEqualTo(1);
        assertThat(open.thrown()).isEqualTo(1);
        assertThat(open.nanos()).isPositive();
        assertThat(counts.byName().keySet()).containsExactly("cache", "sessions");
        assertThat(counts.byName().get("cache"))
                .isEqualTo(byFunction.entrySet().stream()
                        .filter(entry -> entry.getKey().importRef().name().equals("cache"))
                        .map(Map.Entry::getValue)
                        .reduce(new Counts(0, 0, 0, 0), Counts::plus));
    }

    @Test
    void aReadingStaysAsItWas() {
        Call call = call("cache", "get");
        counts.called(call, 5, Outcome.OK);
        Map<Call, Counts> before = counts.byFunction();
        Map<String, Counts> names = counts.byName();
        counts.called(call, 1_000_000, Outcome.ERROR);
        counts.called(call, 1_000_000, Outcome.THROWN);
        assertThat(before).containsExactly(Map.entry(call, new Counts(1, 0, 0, 5)));
        assertThat(names).containsExactly(Map.entry("cache", new Counts(1, 0, 0, 5)));
        assertThatThrownBy(before::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(names::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThat(counts.byFunction()).containsExactly(Map.entry(call, new Counts(3, 1, 1, 2_000_005)));
        assertThat(counts.byName().get("cache").took()).isEqualTo(Duration.ofNanos(2_000_005));
    }

    @Test
    void importsOfOneNameAreAddedUp() {
        ImportRef log = new ImportRef("log", "func", NameAttributes.NONE);
        counts.called(new Call(log, "log", Optional.of("shop")), 1, Outcome.OK);
        counts.called(new Call(log, "log", Optional.of("kv")), 2, Outcome.OK);
        counts.called(new Call(log, "log"), 4, Outcome.ERROR);
        assertThat(counts.byFunction().keySet())
                .extracting(Call::toString)
                .containsExactly("\"log\"", "\"log\" of kv", "\"log\" of shop");
        assertThat(counts.byName()).containsExactly(Map.entry("log", new Counts(3, 1, 0, 7)));
    }

    @Test
    void noCallIsLostWhenManyThreadsCount() throws Exception {
        int threads = 8;
        int each = 20_000;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Call call = call("cache", i % 2 == 0 ? "get" : "set");
                running.add(pool.submit(() -> {
                    CallListener told = counts.forFunction(call);
                    for (int n = 0; n < each; n++) {
                        told.called(call, 3, n % 4 == 0 ? Outcome.ERROR : Outcome.OK);
                    }
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        } finally {
            pool.shutdownNow();
        }
        long half = threads / 2 * each;
        Counts expected = new Counts(half, half / 4, 0, 3 * half);
        assertThat(counts.byFunction())
                .containsExactly(Map.entry(call("cache", "get"), expected), Map.entry(call("cache", "set"), expected));
    }

    @Test
    void countingMakesNoObjects() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Call call = call("cache", "get");
        CallListener told = counts.forFunction(call);
        told.called(call, 1, Outcome.OK);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            told.called(call, 1, Outcome.OK);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }
}
