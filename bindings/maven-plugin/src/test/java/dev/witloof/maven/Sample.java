package dev.witloof.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A sample project, copied, and built by a Maven in a process of its own. */
final class Sample {

    private static final long MINUTES = 5;

    private final Path folder;
    private final Maven maven;

    private Sample(Path folder, Maven maven) {
        this.folder = folder;
        this.maven = maven;
    }

    /** One of {@code src/it}. */
    static Sample of(String name, Maven maven) throws IOException {
        return copyOf(Path.of("src/it").resolve(name), maven);
    }

    /** A folder with nothing in it. */
    static Sample empty(Maven maven) throws IOException {
        Path folder = Path.of("target/it", maven.version(), "empty").toAbsolutePath();
        Reactor.delete(folder);
        return new Sample(Files.createDirectories(folder), maven);
    }

    static Sample copyOf(Path source, Maven maven) throws IOException {
        Path folder = Path.of("target/it", maven.version(), source.getFileName().toString())
                .toAbsolutePath();
        Reactor.delete(folder);
        try (Stream<Path> all = Files.walk(source)) {
            for (Path each :
                    all.filter(path -> !path.toString().contains("target")).toList()) {
                Path copy = folder.resolve(source.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(each, copy);
                }
            }
        }
        return new Sample(folder, maven);
    }

    Path path(String relative) {
        return folder.resolve(relative);
    }

    /** When each file beneath a folder was written. */
    SortedMap<String, FileTime> written(String relative) throws IOException {
        Path root = path(relative);
        SortedMap<String, FileTime> times = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                times.put(root.relativize(each).toString(), Files.getLastModifiedTime(each));
            }
        }
        return times;
    }

    /** Runs with the network, if this build has it; else with what lies in folders. */
    Run run(String... arguments) throws IOException {
        boolean offline = Reactor.property("maven.network").equals("offline: true");
        return start(offline ? List.of("-o", "-Daether.offline.protocols=file") : List.of(), arguments);
    }

    /** Runs with nothing but the samples' local repository. */
    Run runOffline(String... arguments) throws IOException {
        return start(List.of("-o"), arguments);
    }

    private Run start(List<String> network, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(maven.executable().toString(), "-B", "-ntp"));
        command.addAll(network);
        command.addAll(List.of("-s", Reactor.settings().toString(), "-Dstyle.color=never"));
        command.add("-Dwitloof.version=" + Reactor.version());
        command.addAll(List.of(arguments));
        return execute(command);
    }

    /** Runs any command in the project's folder, with this JDK, and waits for it. */
    Run execute(List<String> command) throws IOException {
        Path log = Files.createTempFile(Path.of("target"), "sample-build", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MAVEN_") || name.equals("M2_HOME"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // Short runs: most of their time is the virtual machine's start.
        environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + ": not finished after " + MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Run(process.exitValue(), Files.readString(log));
    }

    void write(String relative, String text) {
        try {
            Files.writeString(path(relative), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a build did.
     *
     * @param output all that it printed
     */
    record Run(int exit, String output) {

        /** The lines that begin so, without it. */
        List<String> lines(String beginning) {
            return output.lines()
                    .filter(line -> line.startsWith(beginning))
                    .map(line -> line.substring(beginning.length()))
                    .toList();
        }
    }
}
