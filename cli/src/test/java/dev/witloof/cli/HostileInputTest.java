package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, it is shown or refused in a few lines. */
class HostileInputTest {

    private static final int MUTANTS = 300;

    @TempDir
    private Path folder;

    @Test
    void mutantsOfAComponentAreShownOrRefused() throws IOException {
        byte[] shop = Files.readAllBytes(Outcome.guest("wat-shop/shop.wasm", folder));
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = random.nextBoolean() ? shop.clone() : Arrays.copyOf(shop, random.nextInt(shop.length));
            for (int n = random.nextInt(4); n >= 0 && mutant.length > 0; n--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
            }
            Outcome outcome = Outcome.of(mutant, "inspect", "-");
            refused += outcome.status() == 3 ? 1 : 0;
            assertThat(outcome.status()).as("mutant %d: %s", i, outcome.err()).isIn(0, 3);
            assertThat(outcome.err().lines()).hasSizeLessThanOrEqualTo(1);
            assertThat(outcome.out().isEmpty()).isEqualTo(outcome.status() == 3);
        }
        assertThat(refused).isBetween(MUTANTS / 4, MUTANTS - 1);
    }

    @Test
    void whatAComponentCallsItselfDoesNotReachTheTerminal() throws IOException {
        // (component (core module) …) with the name section's component name "a<ESC>b".
        byte[] named = {
            0, 'a', 's', 'm', 0x0d, 0, 1, 0, 0, 15, 14, 'c', 'o', 'm', 'p', 'o', 'n', 'e', 'n', 't', '-', 'n', 'a', 'm',
            'e'
        };
        byte[] name = {0, 4, 3, 'a', 0x1b, 'b'};
        byte[] bytes = Arrays.copyOf(named, named.length + name.length);
        System.arraycopy(name, 0, bytes, named.length, name.length);
        bytes[9] = (byte) (bytes.length - 10);

        assertThat(Outcome.of(bytes, "inspect", "-").out()).startsWith("component a\\u{1b}b, sha256 ");
    }
}
