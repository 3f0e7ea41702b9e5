package dev.witloof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.error.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file has in it, it is read or refused, soon and by one kind of exception. */
final class HostileTest {

    @TempDir
    private Path folder;

    private static ConfigurationException failure(String text) {
        return catchThrowableOfType(ConfigurationException.class, () -> Backends.load(text));
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(failure("a: " + "[".repeat(500_000)))
                .hasMessage("bindings.yaml:1:103: expected at most 100 nested collections\n    " + "…" + "[".repeat(50)
                        + "[" + "[".repeat(49) + "…\n" + " ".repeat(55) + "^");
        assertThat(failure("- ".repeat(500_000)).getMessage())
                .startsWith("bindings.yaml:1:201: expected at most 100 nested collections\n");
        assertThat(failure("{a: ".repeat(200_000)).getMessage())
                .startsWith("bindings.yaml:1:401: expected at most 100 nested collections\n");
    }

    @Test
    void aliasesOfAliasesDoNotGrow() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 60; i++) {
            text.append("a").append(i).append(": &a").append(i).append(" [");
            text.append(("*a" + (i - 1) + ", ").repeat(9)).append("]\n");
        }
        ConfigurationException failure = failure(text + "version: 1\nbindings: *a59\n");
        assertThat(failure.problems()).hasSize(61);
        assertThat(failure.problems().get(60))
                .hasToString("bindings.yaml:62:11: expected a list of bindings, found the alias *a59\n"
                        + "    bindings: *a59\n              ^^^^");
    }

    @Test
    void longTextsAreNoDeepRecursion() {
        String word = "a" + "-a".repeat(100_000);
        for (String entry : List.of(
                "name: %s, backend: %s",
                "interface: 'a:%s/%s@1.0.0', backend: x",
                "interface: 'a:b/c@1.0.0-" + "a.".repeat(100_000) + "a', backend: x",
                "externalId: %s, backend: x, config: {%s: '" + "${env:x}".repeat(50_000) + "'}",
                "name: a, backend: map, config: {a: %s, b: " + "1".repeat(100_000) + ", c: 1e" + "5".repeat(100_000)
                        + "}")) {
            assertThat(failure("version: 1\nbindings: [{" + entry.replace("%s", word) + ", more: 1}]")
                            .problems())
                    .isNotEmpty();
        }
        assertThat(failure("hostInterfaces: [{namespace: %s, package: %s, interfaces: [%s], version: x}]"
                                .replace("%s", word))
                        .problems())
                .hasSize(1);
        assertThat(failure("version: 1\npolicy: [{deny: {interface: ['%s:%s/*', '%s:%s/%s'], component: %s}}, {}]"
                                .replace("%s", word))
                        .problems())
                .hasSize(1);
    }

    @Test
    void aFileOfNothingButMistakesIsToldInFull() {
        String line = "version: 1, bindings: [" + "{nmae: a}, ".repeat(2_000) + "]";
        assertThat(failure("{" + line + "}").problems()).hasSize(4_000);
        assertThat(failure("version: 1\nbindings:\n" + "  - {nmae: \uD83D\uDC1A}\n".repeat(2_000))
                        .problems())
                .hasSize(4_000);
    }

    @Test
    void mutatedBytesEndInOneKindOfException() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String where : List.of("good", "errors")) {
            try (Stream<Path> files = Files.list(Path.of("src/test/resources", where))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".yaml"))
                        .sorted()
                        .toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        Random random = new Random(6);
        Path file = folder.resolve("mutant.yaml");
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            byte[] mutant = mutated(seeds.get(i % seeds.size()), random);
            try {
                if (i % 10 == 0) {
                    Files.write(file, mutant);
                    Bindings.load(file, ErrorsTest.REGISTRY, ErrorsTest.RESOLVER);
                } else {
                    String text = new String(mutant, StandardCharsets.UTF_8);
                    Bindings.load("mutant.yaml", text, ErrorsTest.REGISTRY, ErrorsTest.RESOLVER);
                }
            } catch (ConfigurationException expected) {
                refused++;
                assertThat(expected.problems()).isNotEmpty();
            } catch (RuntimeException | StackOverflowError other) {
                throw new AssertionError("mutant " + i + ": " + new String(mutant, StandardCharsets.UTF_8), other);
            }
        }
        assertThat(refused).isBetween(1_000, 1_999);
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] mutant = seed;
        String special = "{}[]:,-?!&*|>'\"%@`#\n\t \r~$\0\u00ff";
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(mutant.length + 1);
            int to = Math.min(mutant.length, at + random.nextInt(20));
            byte[] middle = switch (random.nextInt(4)) {
                case 0 -> new byte[] {(byte) random.nextInt(256)};
                case 1 -> new byte[] {(byte) special.charAt(random.nextInt(special.length()))};
                case 2 -> Arrays.copyOfRange(seed, random.nextInt(seed.length), seed.length);
                default -> new byte[0];
            };
            int kept = random.nextBoolean() ? at : to;
            byte[] next = Arrays.copyOf(mutant, at + middle.length + mutant.length - kept);
            System.arraycopy(middle, 0, next, at, middle.length);
            System.arraycopy(mutant, kept, next, at + middle.length, mutant.length - kept);
            mutant = next;
        }
        return mutant;
    }
}
