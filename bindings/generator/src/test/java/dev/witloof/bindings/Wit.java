package dev.witloof.bindings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.wit.parser.WitParser;
import java.util.List;
import java.util.stream.Collectors;

/** WIT text to Java, in short. */
final class Wit {

    private Wit() {}

    static List<SourceFile> generate(String wit) {
        return generate(wit, GeneratorSettings.defaults());
    }

    static List<SourceFile> generate(String wit, GeneratorSettings settings) {
        WitParser parser = WitParser.builder().allFeatures().build();
        return Generator.of(settings).generate(parser.parseText(wit));
    }

    /** The text of the file whose path ends so. */
    static String file(List<SourceFile> files, String ending) {
        return files.stream()
                .filter(file -> file.path().endsWith(ending))
                .map(SourceFile::text)
                .collect(Collectors.joining());
    }

    /** The message of the refusal; a test compares the whole. */
    static String refusal(String wit) {
        return refusal(wit, GeneratorSettings.defaults());
    }

    static String refusal(String wit, GeneratorSettings settings) {
        return catchThrowableOfType(GeneratorException.class, () -> generate(wit, settings))
                .getMessage();
    }
}
