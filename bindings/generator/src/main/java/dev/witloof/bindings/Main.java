package dev.witloof.bindings;

import dev.witloof.binary.ComponentDecoder;
import dev.witloof.component.Definition;
import dev.witloof.error.WitloofException;
import dev.witloof.instance.Component;
import dev.witloof.wit.parser.WitParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The generator on a command line, for builds that have no plugin for it. It exits with 0 when all is written, with 3 when the input
 * is wrong or cannot be read or the output cannot be written, with 64 when the arguments are wrong.
 */
public final class Main {

    private static final int OK = 0;
    private static final int FAILED = 3;
    private static final int USAGE = 64;

    private static final String HELP = """
            usage: java dev.witloof.bindings.Main [options] --out FOLDER INPUT

            Writes Java for WIT. INPUT is a folder of WIT (with deps/), a .wit file, a component, or WIT in binary form;
            a component needs no native library.

              --out FOLDER               the source root beneath which files are written; those that are right already
                                         are left alone
              --world NAME               only this world, and what it needs; of a component, the full name of its world
              --interface NAME           only this interface, and those whose types it uses; may be repeated
              --package WIT=JAVA         the Java package of a WIT package (acme:shop or acme:shop@1.2.0); may be repeated
              --provided NAME            a WIT package or interface whose Java is there already; may be repeated
              --feature NAME             with the unstable items of this feature; may be repeated
              --all-features             with every unstable item
              --options STYLE            optional: option<T> is Optional<T> (the default); nullable: @Nullable T
              --unsigned STYLE           wide: u8, u16 and u32 are int, int and long (the default); raw-bits: byte,
                                         short and int
              --adapters                 also write adapters, for programs that cannot make classes at run time
              --help                     this text

            exit status: 0 all is written; 3 the input is wrong, or a file cannot be read or written; 64 wrong arguments
            """;

    private final GeneratorSettings.Builder settings = GeneratorSettings.builder();
    private @Nullable Path out;
    private @Nullable Path input;
    private boolean help;

    private Main() {}

    /** Runs, and ends the virtual machine with the exit status. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /**
     * Runs.
     *
     * @return the exit status
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        Main main = new Main();
        try {
            main.read(new ArrayDeque<>(arguments));
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println("--help says more");
            return USAGE;
        }
        if (main.help) {
            out.print(HELP);
            return OK;
        }
        try {
            main.generate(out);
            return OK;
        } catch (WitloofException | GeneratorException | IOException | IllegalArgumentException e) {
            err.println(e instanceof IOException ? e.toString() : e.getMessage());
            return FAILED;
        }
    }

    private void read(Deque<String> arguments) {
        while (!arguments.isEmpty()) {
            String argument = arguments.remove();
            switch (argument) {
                case "--help", "-h" -> help = true;
                case "--out" -> out = Path.of(value(argument, arguments));
                case "--world" -> settings.world(value(argument, arguments));
                case "--interface" -> settings.interfaces(value(argument, arguments));
                case "--package" -> readPackage(value(argument, arguments));
                case "--provided" -> settings.provided(value(argument, arguments));
                case "--feature" -> settings.features(value(argument, arguments));
                case "--all-features" -> settings.allFeatures();
                case "--options" -> settings.optionStyle(OptionStyle.of(value(argument, arguments)));
                case "--unsigned" -> settings.unsignedStyle(UnsignedStyle.of(value(argument, arguments)));
                case "--adapters" -> settings.adapters(true);
                default -> readInput(argument);
            }
        }
        if (!help && (out == null || input == null)) {
            throw new IllegalArgumentException(
                    (out == null ? "--out" : "the input") + ": expected it to be given, found nothing");
        }
    }

    private static String value(String option, Deque<String> arguments) {
        String value = arguments.poll();
        if (value == null) {
            throw new IllegalArgumentException(option + ": expected a value after it, found nothing");
        }
        return value;
    }

    private void readPackage(String value) {
        int equals = value.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("--package: expected WIT=JAVA, found \"" + value + "\"");
        }
        settings.javaPackage(value.substring(0, equals), value.substring(equals + 1));
    }

    private void readInput(String argument) {
        if (argument.startsWith("-")) {
            throw new IllegalArgumentException("\"" + argument + "\": expected an option, found none of this name");
        }
        if (input != null) {
            throw new IllegalArgumentException(
                    "\"" + argument + "\": expected one input, found \"" + input + "\" before it");
        }
        input = Path.of(argument);
    }

    private void generate(PrintStream log) throws IOException {
        GeneratorSettings built = settings.build();
        Path from = Objects.requireNonNull(input);
        Path to = Objects.requireNonNull(out);
        List<SourceFile> files = generate(Generator.of(built), built, from);
        int written = 0;
        for (SourceFile file : files) {
            written += file.writeTo(to) ? 1 : 0;
        }
        log.println(files.size() + " files, " + written + " of them written");
    }

    private static List<SourceFile> generate(Generator generator, GeneratorSettings settings, Path input)
            throws IOException {
        if (Files.isRegularFile(input) && isBinary(input) && !isWitPackage(input)) {
            return generator.generate(Component.load(input));
        }
        WitParser.Builder parser = WitParser.builder().features(settings.features());
        return generator.generate(
                (settings.allFeatures() ? parser.allFeatures() : parser).build().parse(input));
    }

    private static boolean isBinary(Path file) throws IOException {
        byte[] magic = "\0asm".getBytes(StandardCharsets.ISO_8859_1);
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(magic.length), magic);
        }
    }

    /** A WIT package in binary form is a component that has nothing but types. */
    private static boolean isWitPackage(Path file) throws IOException {
        List<Definition> definitions =
                ComponentDecoder.decode(Files.readAllBytes(file)).definitions();
        return !definitions.isEmpty()
                && definitions.stream()
                        .allMatch(d ->
                                d instanceof Definition.TypeDefinition || d instanceof Definition.ExportDefinition);
    }
}
