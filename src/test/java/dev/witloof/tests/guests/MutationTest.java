package dev.witloof.tests.guests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.instance.Component;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged components: loading one says what is wrong with it, and never throws anything else, nor hangs. */
final class MutationTest {

    private static final int MUTANTS = 2_000;
    private static final int LARGE = 16_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    static List<String> small() {
        return Guests.all().stream()
                .filter(guest -> Guests.bytes(guest).length < LARGE)
                .toList();
    }

    static List<String> large() {
        return Guests.all().stream()
                .filter(guest -> Guests.bytes(guest).length >= LARGE)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("small")
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aSmallGuest(String guest) {
        loadMutants(guest);
    }

    @ParameterizedTest
    @MethodSource("large")
    @Tag("long")
    @Timeout(value = 1_200, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLargeGuest(String guest) {
        loadMutants(guest);
    }

    private static void loadMutants(String guest) {
        byte[] original = Guests.bytes(guest);
        long refused = IntStream.range(0, MUTANTS)
                .parallel()
                .filter(seed -> {
                    String which = guest + ", seed " + seed;
                    long start = System.nanoTime();
                    boolean is = isRefused(new Mutations(seed).of(original), which);
                    assertThat(Duration.ofNanos(System.nanoTime() - start))
                            .as(which)
                            .isLessThan(LONGEST);
                    return is;
                })
                .count();
        // Damage in code that nobody validates before it is compiled, in names and in data may go unseen; most does
        // not.
        assertThat(refused).as("mutants of %s that were refused", guest).isBetween(MUTANTS / 4L, (long) MUTANTS);
    }

    private static boolean isRefused(byte[] mutant, String which) {
        try {
            Component.load(mutant);
            return false;
        } catch (MalformedException e) {
            assertThat(e.offset()).as(which).isBetween(0L, (long) mutant.length);
            assertThat(e).as(which).hasMessageContaining("offset 0x");
            return true;
        } catch (InvalidException e) {
            assertThat(e.reason()).as(which).isNotBlank();
            return true;
        } catch (Throwable other) {
            throw new AssertionError(which + ": expected a MalformedException or InvalidException", other);
        }
    }
}
