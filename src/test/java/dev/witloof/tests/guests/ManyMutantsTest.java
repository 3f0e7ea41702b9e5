package dev.witloof.tests.guests;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.instance.Component;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * 100,000 damaged components, most of them small and most of them damaged outside their core modules, where this library
 * reads: each is loaded or refused, soon and with little memory.
 */
@Tag("long")
final class ManyMutantsTest {

    private static final int SMALL = 95_000;
    private static final int LARGE = 5_000;
    private static final int SMALL_BYTES = 10_000;

    /** How many of eight mutants are damaged outside the core modules. */
    private static final int OUTSIDE_OF_EIGHT = 5;

    /** Of the thread's own processor time, so that other work on the machine does not count. */
    private static final long LONGEST_NANOS = 2_000_000_000L;

    private static final long BASE_MEMORY = 64L << 20;
    private static final long MEMORY_A_BYTE = 256;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final AtomicLong loaded = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();
    private final AtomicLong invalid = new AtomicLong();
    private final AtomicLong outside = new AtomicLong();
    private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);
    private final LongAccumulator largest = new LongAccumulator(Math::max, 0);

    /** A guest and how many mutants are made of it. */
    private record Original(String guest, byte[] bytes, CorePlaces places, int mutants) {

        static Original of(String guest, byte[] bytes, double mutants) {
            return new Original(guest, bytes, CorePlaces.of(bytes), (int) Math.ceil(mutants));
        }
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void eachIsLoadedOrRefused() {
        List<String> small = new ArrayList<>();
        List<String> large = new ArrayList<>();
        for (String guest : Guests.all()) {
            (Guests.bytes(guest).length <= SMALL_BYTES ? small : large).add(guest);
        }
        List<Original> originals = new ArrayList<>();
        for (String guest : small) {
            originals.add(Original.of(guest, Guests.bytes(guest), (double) SMALL / small.size()));
        }
        // As many bytes of each large one: the largest take a hundred times as long.
        double inverse = large.stream()
                .mapToDouble(guest -> 1.0 / Guests.bytes(guest).length)
                .sum();
        for (String guest : large) {
            byte[] bytes = Guests.bytes(guest);
            originals.add(Original.of(guest, bytes, LARGE / inverse / bytes.length));
        }

        long start = System.nanoTime();
        long mutants = 0;
        for (Original original : originals) {
            mutants += original.mutants();
            List<Integer> seeds = new ArrayList<>();
            for (int seed = 0; seed < original.mutants(); seed++) {
                seeds.add(seed);
            }
            Collections.shuffle(seeds, new Random(0));
            seeds.parallelStream().forEach(seed -> load(original, seed));
        }
        System.out.printf(
                "%d mutants, %d of them damaged outside core modules: %d malformed, %d invalid, %d loaded;"
                        + " slowest %d ms, most memory %d kB, in all %d s%n",
                mutants,
                outside.get(),
                malformed.get(),
                invalid.get(),
                loaded.get(),
                Duration.ofNanos(slowest.get()).toMillis(),
                largest.get() >> 10,
                Duration.ofNanos(System.nanoTime() - start).toSeconds());

        assertThat(mutants).isGreaterThanOrEqualTo(SMALL + LARGE);
        assertThat(loaded.get() + malformed.get() + invalid.get()).isEqualTo(mutants);
        assertThat(outside.get()).isGreaterThan(mutants / 2);
        // Each kind of end is frequent, or the damage is not where it should be.
        assertThat(List.of(malformed.get(), invalid.get(), loaded.get())).allMatch(count -> count > SMALL / 20);
    }

    private void load(Original original, int seed) {
        String which = original.guest() + ", seed " + seed;
        boolean isOutside =
                seed % 8 < OUTSIDE_OF_EIGHT || original.places().inside().isEmpty();
        if (isOutside) {
            outside.incrementAndGet();
        }
        byte[] mutant = new Mutations(seed)
                .of(
                        original.bytes(),
                        isOutside
                                ? original.places().outside()
                                : original.places().inside());
        long memory = threads.getCurrentThreadAllocatedBytes();
        long time = threads.getCurrentThreadCpuTime();
        load(mutant, which).incrementAndGet();
        time = threads.getCurrentThreadCpuTime() - time;
        memory = threads.getCurrentThreadAllocatedBytes() - memory;
        slowest.accumulate(time);
        largest.accumulate(memory);
        assertThat(time).as("nanoseconds for %s", which).isLessThan(LONGEST_NANOS);
        assertThat(memory).as("bytes allocated for %s", which).isLessThan(BASE_MEMORY + MEMORY_A_BYTE * mutant.length);
    }

    @SuppressWarnings("IllegalCatch") // whatever else is thrown, it must not be
    private AtomicLong load(byte[] mutant, String which) {
        try {
            Component.load(mutant);
            return loaded;
        } catch (MalformedException e) {
            return malformed;
        } catch (InvalidException e) {
            return invalid;
        } catch (Throwable other) {
            throw new AssertionError(which + ": expected a MalformedException or InvalidException", other);
        }
    }
}
