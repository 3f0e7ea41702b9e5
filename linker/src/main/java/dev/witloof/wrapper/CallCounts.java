package dev.witloof.wrapper;

import dev.witloof.instance.Call;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Adds up calls, errors and time for each function of each import:
 *
 * <pre>{@code
 * CallCounts counts = new CallCounts();
 * Linker linker = Linker.builder().bind("cache").to(…).wrapAll(Timing.to(counts)).build();
 * …
 * Counts cache = counts.byName().get("cache");
 * }</pre>
 *
 * <p>It counts for all linkers, deployments and instances whose wrappers tell it, together; components whose imports are equal are
 * added up. Any number of threads may call and read. A call is counted without a lock, without a look-up and
 * without an object being made. A reading is exact when no call is under way, and otherwise misses at most calls
 * that end meanwhile.
 */
public final class CallCounts implements CallListener {

    private static final Comparator<Call> BY_NAME = Comparator.comparing(
                    (Call call) -> call.importRef().name())
            .thenComparing(call -> call.member().orElse(""))
            .thenComparing(Call::function)
            .thenComparing(call -> String.valueOf(call.importRef()));

    private final ConcurrentMap<Call, Sums> functions = new ConcurrentHashMap<>();

    /** Nothing was called yet. */
    public CallCounts() {}

    @Override
    public void called(Call call, long nanos, Outcome outcome) {
        forFunction(call).called(call, nanos, outcome);
    }

    @Override
    public CallListener forFunction(Call call) {
        return functions.computeIfAbsent(call, c -> new Sums());
    }

    /**
     * What was counted so far for each function, in the order of names; also for functions that could have been called and were
     * not. The drop of a resource that Java serves counts as a function too. The map does not change any more.
     */
    public Map<Call, Counts> byFunction() {
        Map<Call, Counts> counts = new LinkedHashMap<>();
        functions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_NAME))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().counts()));
        return Collections.unmodifiableMap(counts);
    }

    /** The same added up for each import's name, which is an interface's where the import has none of its own. */
    public Map<String, Counts> byName() {
        Map<String, Counts> counts = new TreeMap<>();
        functions.forEach((call, sums) -> counts.merge(call.importRef().name(), sums.counts(), Counts::plus));
        return Collections.unmodifiableMap(counts);
    }

    /** What is counted for one function. */
    private static final class Sums implements CallListener {

        private final LongAdder ok = new LongAdder();
        private final LongAdder errors = new LongAdder();
        private final LongAdder thrown = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        @Override
        public void called(Call call, long took, Outcome outcome) {
            nanos.add(took);
            LongAdder ended = switch (outcome) {
                case OK -> ok;
                case ERROR -> errors;
                case THROWN -> thrown;
            };
            ended.increment();
        }

        Counts counts() {
            long failed = errors.sum();
            long trapped = thrown.sum();
            return new Counts(ok.sum() + failed + trapped, failed, trapped, nanos.sum());
        }
    }
}
