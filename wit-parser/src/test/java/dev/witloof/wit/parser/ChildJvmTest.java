package dev.witloof.wit.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.witloof.error.WitloofException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What only a JVM of its own shows: its options, and what it writes to standard error. */
class ChildJvmTest {

    /** Parses, then panics, and prints what came of either. */
    static final class Main {
        public static void main(String[] args) {
            try {
                System.out.println(WitParser.create().parseText("package a:b;").main());
                new NativeCall(LibraryLoader.load()).run(Operation.PANIC, new Request(List.of(), false, 1));
            } catch (WitloofException e) {
                System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }

    private record Output(String out, String err) {}

    private static Output run(Path java, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        Path out = Files.createTempFile("witloof", ".out");
        Path err = Files.createTempFile("witloof", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            assertThat(process.waitFor()).isZero();
            return new Output(
                    Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** A JVM that can deny native access: 24 or later. */
    private static Optional<Path> denyingJava() throws IOException {
        List<Path> homes = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
        Path installed = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(installed)) {
            try (Stream<Path> entries = Files.list(installed)) {
                homes.addAll(entries.sorted().toList());
            }
        }
        for (Path home : homes) {
            Path release = home.resolve("release");
            if (Files.isRegularFile(release)
                    && Files.readString(release)
                            .lines()
                            .anyMatch(line -> line.matches("JAVA_VERSION=\"(2[4-9]|[3-9][0-9])\\b.*"))) {
                return Optional.of(java(home));
            }
        }
        return Optional.empty();
    }

    private static Path java(Path home) {
        return home.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java");
    }

    @Test
    void aPanicWritesNothing() throws IOException, InterruptedException {
        Output output = run(java(Path.of(System.getProperty("java.home"))), "--enable-native-access=ALL-UNNAMED");
        assertThat(output.out)
                .matches("(?s)a:b\\RWitException: the WIT parser failed on this input, which is a defect of the parser:"
                        + " this operation always panics \\(src/ops/mod\\.rs:[0-9]+\\)\\R");
        assertThat(output.err).isEmpty();
    }

    @Test
    void aJvmThatDeniesNativeAccessIsToldHowToAllowIt() throws IOException, InterruptedException {
        Optional<Path> java = denyingJava();
        assumeTrue(java.isPresent(), "needs a JDK 24 or later, beside which none was found in /usr/lib/jvm");
        Output denied = run(java.get(), "--illegal-native-access=deny");
        assertThat(denied.out.strip())
                .isEqualTo("NativeLibraryException: WIT parser: expected leave to load native code, found that this JVM"
                        + " denies it. Start it with --enable-native-access=ALL-UNNAMED, or without"
                        + " --illegal-native-access=deny. Running components needs no native code; only reading WIT"
                        + " text does.");
        Output allowed = run(java.get(), "--illegal-native-access=deny", "--enable-native-access=ALL-UNNAMED");
        assertThat(allowed.out).startsWith("a:b");
        assertThat(allowed.err).isEmpty();
    }
}
