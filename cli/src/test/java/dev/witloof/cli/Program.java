package dev.witloof.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program as it was packaged, in a process of its own. */
final class Program {

    private static final Path DISTRIBUTION = Path.of(System.getProperty("witloof.distribution"));
    /** Most of what such a process does is to start. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private Program() {}

    static Path file(String name) {
        return DISTRIBUTION.resolve(name);
    }

    static Outcome jar(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                QUICK,
                "-jar",
                file("witloof.jar").toString()));
        command.addAll(List.of(arguments));
        return run(command, Map.of());
    }

    static Outcome script(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(file("witloof").toString()));
        command.addAll(List.of(arguments));
        return run(command, environment());
    }

    /** What the start script reads. */
    static Map<String, String> environment() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", QUICK);
    }

    /** Runs a command to its end, with nothing on standard input. */
    static Outcome run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        Path out = Files.createTempFile("witloof", ".out");
        Path err = Files.createTempFile("witloof", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment()
                    .keySet()
                    .removeAll(List.of("JAVA_TOOL_OPTIONS", "JAVA_HOME", "JAVA_OPTS", "NO_COLOR"));
            builder.environment().putAll(environment);
            int status = builder.start().waitFor();
            return new Outcome(
                    status,
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
