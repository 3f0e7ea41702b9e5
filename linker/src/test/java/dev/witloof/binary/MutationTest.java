package dev.witloof.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.error.MalformedException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a component or a {@link MalformedException}, soon. */
class MutationTest {

    private static final int MUTANTS = 2_000;
    private static final int LARGEST = 200_000;
    private static final long LONGEST_NANOS = 2_000_000_000L;

    @Test
    void mutatedGuestsAreDecodedOrRefused() {
        int refused = 0;
        int decoded = 0;
        for (Map.Entry<String, byte[]> guest : Guests.all().entrySet()) {
            if (guest.getValue().length > LARGEST) {
                continue;
            }
            Random random = new Random(guest.getKey().hashCode());
            for (int i = 0; i < MUTANTS; i++) {
                byte[] mutant = mutate(guest.getValue(), random);
                long start = System.nanoTime();
                if (decodes(mutant, guest.getKey() + ", mutant " + i)) {
                    decoded++;
                } else {
                    refused++;
                }
                assertThat(System.nanoTime() - start)
                        .as("nanoseconds for %s, mutant %d", guest.getKey(), i)
                        .isLessThan(LONGEST_NANOS);
            }
        }
        // Most changes hit a core module's body, which is not looked at here.
        assertThat(refused).isGreaterThan(10_000);
        assertThat(decoded).isGreaterThan(1_000);
    }

    private static boolean decodes(byte[] bytes, String what) {
        try {
            ComponentDecoder.decode(bytes);
        } catch (MalformedException e) {
            assertThat(e.offset() >= 0
                            && e.offset() <= bytes.length
                            && e.reason().contains("expected "))
                    .as("%s: %s", what, e.getMessage())
                    .isTrue();
            return false;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what, e);
        }
        return true;
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] mutant = bytes.clone();
        switch (random.nextInt(6)) {
            case 0:
                mutant[place(mutant, random)] = (byte) random.nextInt(256);
                return mutant;
            case 1:
                mutant[place(mutant, random)] ^= (byte) (1 << random.nextInt(8));
                return mutant;
            case 2:
                for (int i = random.nextInt(16) + 2; i > 0; i--) {
                    mutant[place(mutant, random)] = (byte) random.nextInt(256);
                }
                return mutant;
            case 3:
                return Arrays.copyOf(mutant, random.nextInt(mutant.length));
            case 4: {
                int at = place(mutant, random);
                byte[] inserted = new byte[random.nextInt(8) + 1];
                random.nextBytes(inserted);
                return Bytes.join(Arrays.copyOf(mutant, at), inserted, Arrays.copyOfRange(mutant, at, mutant.length));
            }
            default: {
                int at = place(mutant, random);
                int to = Math.min(mutant.length, at + random.nextInt(8) + 1);
                return Bytes.join(Arrays.copyOf(mutant, at), Arrays.copyOfRange(mutant, to, mutant.length));
            }
        }
    }

    /** Half of the places lie at the start, where the types and imports of most components are. */
    private static int place(byte[] bytes, Random random) {
        return random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 2_000));
    }

    /** Sections of ones, zeros and other single values, where each byte could begin something. */
    @Test
    void sectionsOfOneByteRepeatedAreDecodedOrRefused() {
        for (int id = 0; id <= 12; id++) {
            for (int value = 0; value < 256; value++) {
                byte[] content = new byte[50_000];
                Arrays.fill(content, (byte) value);
                byte[] count = Bytes.leb(content.length);
                long start = System.nanoTime();
                decodes(
                        Bytes.component(Bytes.section(id, Bytes.join(count, content))),
                        "section " + id + " of " + value);
                decodes(Bytes.component(Bytes.section(id, content)), "section " + id + " of " + value);
                assertThat(System.nanoTime() - start).isLessThan(LONGEST_NANOS);
            }
        }
    }
}
