package dev.witloof.cli;

import dev.witloof.bindings.WitPlaces;
import dev.witloof.error.NativeLibraryException;
import dev.witloof.error.WitException;
import dev.witloof.error.WitloofException;
import dev.witloof.wit.WitPackages;
import dev.witloof.wit.parser.WitParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How WIT is read. Only what is here loads the native parser, and only when it is needed. */
final class WitOptions {

    @Option(
            names = "--feature",
            paramLabel = "NAME",
            description = "Keep what is @unstable in WIT with this feature; may be repeated.")
    final List<String> features = new ArrayList<>();

    @Option(names = "--all-features", description = "Keep everything that is @unstable in WIT.")
    boolean allFeatures;

    /** What is to be read: a file or folder that has a name, or all of standard input. */
    private record Source(Path path, byte[] standardInput) {

        boolean isNamed() {
            return standardInput.length == 0;
        }

        /** One file of WIT, for which the parser has no other name. */
        Map<String, byte[]> text() {
            return Map.of("input.wit", standardInput);
        }
    }

    /** Something that is done with WIT. */
    private interface Reading<T> {
        T read(WitParser parser, Source source) throws IOException;
    }

    WitPackages packages(String file, Console console) throws IOException {
        return read(file, console, (parser, source) -> {
            if (source.isNamed()) {
                return parser.parse(source.path());
            }
            byte[] bytes = source.standardInput();
            return Inputs.isBinary(bytes) ? parser.decode(bytes) : parser.parse(source.text());
        });
    }

    String print(String file, Console console) throws IOException {
        return read(file, console, (parser, source) -> {
            if (source.isNamed()) {
                return parser.print(source.path());
            }
            byte[] bytes = source.standardInput();
            return Inputs.isBinary(bytes) ? parser.print(bytes) : parser.print(source.text());
        });
    }

    byte[] encode(String file, Console console) throws IOException {
        return read(file, console, (parser, source) -> {
            if (source.isNamed()) {
                return parser.encode(source.path());
            }
            byte[] bytes = source.standardInput();
            return Inputs.isBinary(bytes) ? parser.encode(bytes) : parser.encode(source.text());
        });
    }

    /** Reads, and gives each error the name of its file. */
    private <T> T read(String file, Console console, Reading<T> reading) throws IOException {
        Path path = Path.of(Inputs.shown(file));
        byte[] standardInput = Inputs.isStandardInput(file) ? console.in().readAllBytes() : new byte[0];
        if (Inputs.isStandardInput(file) && standardInput.length == 0) {
            throw Failure.badInput("standard input: expected WIT, found nothing", null);
        }
        try {
            return reading.read(parser(), new Source(path, standardInput));
        } catch (WitException e) {
            throw Failure.badInput(new WitPlaces(path).text(e), e);
        } catch (NativeLibraryException e) {
            throw e;
        } catch (WitloofException e) {
            throw Failure.badInput(path + ": " + e.getMessage(), e);
        }
    }

    private WitParser parser() {
        WitParser.Builder builder = WitParser.builder().features(features);
        return (allFeatures ? builder.allFeatures() : builder).build();
    }
}
