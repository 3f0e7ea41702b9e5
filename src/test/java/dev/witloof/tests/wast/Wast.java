package dev.witloof.tests.wast;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.witloof.error.NativeLibraryException;
import dev.witloof.type.Features;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The program behind {@code src/test/wast}: {@code [--profile 0.2|sync|0.3|gated] [--json FILE] PATH…}. It prints one line
 * for each file, a line for each failure, and the sums; its exit status is 0 if nothing failed, else 1.
 */
public final class Wast {

    private static final String USAGE = "usage: wast [--profile 0.2|sync|0.3|gated] [--json FILE] PATH…";

    private final PrintStream out;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();
    private @Nullable Profile profile;
    private @Nullable Path json;

    private Wast(PrintStream out) {
        this.out = out;
    }

    /** Runs what the arguments say and ends the JVM. */
    public static void main(String[] args) {
        int status = run(System.out, args);
        System.out.flush();
        System.exit(status);
    }

    /** Runs what the arguments say; returns the exit status. */
    static int run(PrintStream out, String... args) {
        try {
            Wast wast = new Wast(out);
            wast.read(List.of(args).iterator());
            return wast.run();
        } catch (IllegalArgumentException | NativeLibraryException wrong) {
            out.println("wast: " + wrong.getMessage());
        } catch (NoSuchFileException missing) {
            out.println("wast: " + missing.getMessage() + ": no such file or folder");
        } catch (IOException failure) {
            out.println("wast: " + failure);
        } catch (UncheckedIOException failure) {
            out.println("wast: " + failure.getCause());
        }
        return 1;
    }

    private void read(Iterator<String> args) {
        while (args.hasNext()) {
            String arg = args.next();
            if (arg.equals("--profile")) {
                String word = value(args, arg);
                profile = Profile.named(word)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "--profile: expected one of " + Arrays.toString(Profile.values()) + ", found " + word));
            } else if (arg.equals("--json")) {
                json = Path.of(value(args, arg));
            } else if (arg.startsWith("--")) {
                throw new IllegalArgumentException("no option " + arg + "; " + USAGE);
            } else {
                paths.add(Path.of(arg));
            }
        }
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("expected a file or folder, found none; " + USAGE);
        }
    }

    private static String value(Iterator<String> args, String option) {
        if (!args.hasNext()) {
            throw new IllegalArgumentException(option + ": expected a value, found none; " + USAGE);
        }
        return args.next();
    }

    private int run() throws IOException {
        Collection<Path> scripts = scripts();
        CommandTable table = table();
        WastRunner runner = new WastRunner(profile == null ? Features.DEFAULT : profile.features());
        for (Path script : scripts) {
            List<Outcome> ended =
                    runner.run(script.toString(), Files.readAllBytes(script), table.select(script, profile));
            out.println(script + ": " + sums(ended));
            ended.stream().filter(outcome -> !outcome.passed()).forEach(out::println);
            outcomes.addAll(ended);
        }
        out.println(sums(outcomes));
        if (json != null) {
            writeJson(json);
        }
        return outcomes.stream().allMatch(Outcome::passed) ? 0 : 1;
    }

    private static String sums(List<Outcome> outcomes) {
        long passed = outcomes.stream().filter(Outcome::passed).count();
        return passed + " passed, " + (outcomes.size() - passed) + " failed";
    }

    /** Each script once, however often the paths lead to it. */
    private Collection<Path> scripts() throws IOException {
        Map<Path, Path> scripts = new LinkedHashMap<>();
        for (Path path : paths) {
            List<Path> found = scripts(path);
            if (found.isEmpty()) {
                throw new IllegalArgumentException(path + ": expected files *.wast, found none");
            }
            for (Path script : found) {
                scripts.putIfAbsent(script.toRealPath(), script);
            }
        }
        return scripts.values();
    }

    /** A file, or the scripts in a folder, sorted. */
    static List<Path> scripts(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(file -> Files.isRegularFile(file)
                            && (file.equals(path) || file.toString().endsWith(".wast")))
                    .sorted()
                    .toList();
        }
    }

    private CommandTable table() throws IOException {
        Optional<Path> file = ReferenceData.find(CommandTable.FILE, paths);
        if (file.isEmpty() && profile != null) {
            throw new IllegalArgumentException("--profile: expected " + CommandTable.FILE + " above the paths, in"
                    + " ../shared/conformance beside the checkout, or where -D" + ReferenceData.PROPERTY
                    + " says, found none");
        }
        return file.isPresent() ? CommandTable.read(file.get()) : CommandTable.empty();
    }

    private void writeJson(Path file) throws IOException {
        try (JsonGenerator generator =
                new JsonFactory().createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            generator.writeStartArray();
            for (Outcome outcome : outcomes) {
                generator.writeStartObject();
                generator.writeStringField("file", outcome.file());
                generator.writeNumberField("line", outcome.line());
                generator.writeStringField("kind", outcome.kind());
                generator.writeStringField("status", outcome.status());
                generator.writeStringField("expected", outcome.expected());
                generator.writeStringField("found", outcome.found());
                generator.writeEndObject();
            }
            generator.writeEndArray();
        }
    }
}
