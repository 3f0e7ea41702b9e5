package dev.witloof.fuzzing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.instance.Component;
import dev.witloof.type.Features;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes: a component, a {@link MalformedException} or an {@link InvalidException}, soon and with little memory. */
final class LoadingFuzzTest {

    private static final long BASE_MEMORY = 64L << 20;
    private static final long MEMORY_A_BYTE = 256;

    static Stream<byte[]> components() {
        return Seeds.smallGuests();
    }

    @BeforeAll
    static void loadClasses() {
        // The first time, classes are loaded and instrumented, which no input is to blame for.
        components().forEach(Component::load);
    }

    @MethodSource("components")
    @FuzzTest(maxDuration = "1m")
    void load(byte[] bytes) {
        load(bytes, Features.DEFAULT);
        load(bytes, Features.ALL);
    }

    private static void load(byte[] bytes, Features features) {
        Bounds bounds = new Bounds();
        try {
            Component.load(bytes, features);
        } catch (MalformedException | InvalidException refused) {
            // As it should be: whatever else is thrown is a finding.
        }
        bounds.check(BASE_MEMORY + MEMORY_A_BYTE * bytes.length);
    }
}
