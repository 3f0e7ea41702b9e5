package dev.witloof.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.witloof.binary.ComponentDecoder;
import dev.witloof.component.ComponentBinary;
import dev.witloof.error.InvalidException;
import dev.witloof.type.Features;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The components of one file, with what is expected of each. A file is a component that holds the others: each is cut
 * out and validated by itself, so that its offsets do not move when its neighbours change.
 */
final class Parts {

    private static final int PREAMBLE = 8;
    private static final int COMPONENT_SECTION = 4;

    private final Map<String, byte[]> parts;
    private final List<String> expected = new ArrayList<>();
    private final List<DynamicTest> tests = new ArrayList<>();

    private Parts(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** The parts of a file. */
    static Parts of(String file) {
        String resource = "/validation/" + file + ".wasm";
        try (InputStream in = Parts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException(resource + " is not on the class path");
            }
            return new Parts(cut(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part that breaks a rule, and the whole message. */
    Parts refuses(String part, String message) {
        return refuses(part, Features.DEFAULT, message);
    }

    /** A part that breaks a rule with these features, and the whole message. */
    Parts refuses(String part, Features features, String message) {
        return test(
                part,
                () -> assertThatThrownBy(() -> validate(part, features))
                        .isInstanceOf(InvalidException.class)
                        .hasMessage(message));
    }

    /** Parts that break no rule, and can run. */
    Parts accepts(String... names) {
        for (String part : names) {
            accepts(part, Features.DEFAULT);
        }
        return this;
    }

    /** A part that breaks no rule with these features, and what it uses that cannot run. */
    Parts accepts(String part, Features features, String... unsupported) {
        return test(
                part, () -> assertThat(validate(part, features).unsupported()).containsExactly(unsupported));
    }

    /** All of this, and that no part was left out. */
    Stream<DynamicTest> tests() {
        return Stream.concat(
                tests.stream(),
                Stream.of(dynamicTest(
                        "every part is expected", () -> assertThat(expected).containsAll(parts.keySet()))));
    }

    private Parts test(String part, Runnable test) {
        expected.add(part);
        tests.add(dynamicTest(part, test::run));
        return this;
    }

    /** Validates one part. */
    ValidComponent validate(String part, Features features) {
        byte[] bytes = parts.get(part);
        if (bytes == null) {
            throw new IllegalArgumentException(part + " is none of " + parts.keySet());
        }
        return ComponentValidation.validate(ComponentDecoder.decode(bytes), features);
    }

    /** The names of the parts, in their order. */
    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    private static Map<String, byte[]> cut(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        int at = PREAMBLE;
        while (at < file.length) {
            int section = file[at++];
            int size = 0;
            int shift = 0;
            do {
                size |= (file[at] & 0x7f) << shift;
                shift += 7;
            } while (file[at++] < 0);
            if (section == COMPONENT_SECTION) {
                byte[] part = Arrays.copyOfRange(file, at, at + size);
                parts.put(name(ComponentDecoder.decode(part)), part);
            }
            at += size;
        }
        return parts;
    }

    private static String name(ComponentBinary part) {
        return part.names().flatMap(names -> names.componentName()).orElseThrow();
    }
}
