package dev.witloof.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one directory. */
final class CacheProcessesTest {

    private static final int PROCESSES = 4;
    private static final List<String> MODULES = List.of("memory", "calls", "tail-calls", "throws");

    @TempDir
    Path parent;

    /** Compiles some modules with a cache, and says how many it found in it. */
    static final class Main {
        public static void main(String[] args) {
            CompilationCache cache = CompilationCache.in(Path.of(args[0]));
            int found = 0;
            for (String name : MODULES) {
                byte[] bytes = Modules.bytes(name);
                found += cache.of(bytes, 0, bytes.length, Execution.AUTOMATIC)
                                .found()
                                .isPresent()
                        ? 1
                        : 0;
                CompilationCacheTest.module(bytes, name, cache);
            }
            CoreInstance memory = CompilationCacheTest.module(Modules.bytes("memory"), "memory", cache)
                    .instantiate(List.of());
            Modules.call(memory, "store16", 9);
            System.out.println(Modules.call(memory, "load32", 8) + ", found " + found);
        }
    }

    /** What each of four says that run at once. */
    private List<String> run(Path directory) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", File.separatorChar == '\\' ? "java.exe" : "java")
                .toString();
        List<Process> processes = new ArrayList<>();
        List<Path> outputs = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            Path output = parent.resolve(i + ".txt");
            outputs.add(output);
            processes.add(new ProcessBuilder(
                            java,
                            "-Dorg.slf4j.simpleLogger.log.dev.witloof.core.CoreModule=off",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start());
        }
        List<String> said = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            assertThat(processes.get(i).waitFor(2, TimeUnit.MINUTES)).isTrue();
            said.add(Files.readString(outputs.get(i)).strip());
        }
        return said;
    }

    @Test
    void shareADirectory() throws Exception {
        Path directory = parent.resolve("code");
        assertThat(run(directory)).hasSize(PROCESSES).allMatch(said -> said.matches("256, found [0-4]"));
        List<Path> entries;
        try (Stream<Path> files = Files.list(directory)) {
            entries = files.toList();
        }
        assertThat(entries)
                .hasSize(MODULES.size())
                .allMatch(each -> each.toString().endsWith(".code"));
        // Damaged for all of them at once.
        for (Path entry : entries) {
            Files.write(entry, new byte[] {1, 2, 3});
        }
        assertThat(run(directory))
                .allMatch(said -> said.lines()
                        .toList()
                        .get(said.lines().toList().size() - 1)
                        .matches("256, found [0-4]"));
        assertThat(run(directory)).containsOnly("256, found 4");
    }
}
