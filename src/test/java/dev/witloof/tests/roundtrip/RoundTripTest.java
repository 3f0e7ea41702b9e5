package dev.witloof.tests.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.ComponentText;
import dev.witloof.type.Feature;
import dev.witloof.type.Features;
import dev.witloof.type.ValType;
import dev.witloof.value.Result;
import dev.witloof.value.Wave;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 10,000 random values go from the host to a component, which calls another one that returns what it got, and come back as
 * they were. The two encode strings in every pair of encodings.
 */
@Tag("long")
final class RoundTripTest {

    private static final List<String> ENCODINGS = List.of("utf8", "utf16", "latin1+utf16");
    private static final int TYPES_OF_A_PAIR = 56;
    private static final int VALUES_OF_A_TYPE = 20;
    private static final int PAIRS = ENCODINGS.size() * ENCODINGS.size();
    private static final Features GATED = Features.DEFAULT.with(Feature.FIXED_LENGTH_LISTS);

    /** A pair of encodings. */
    record Pair(int number, String caller, String callee) {
        @Override
        public String toString() {
            return caller + " to " + callee;
        }
    }

    static List<Pair> pairs() {
        return IntStream.range(0, PAIRS)
                .mapToObj(i -> new Pair(i, ENCODINGS.get(i / ENCODINGS.size()), ENCODINGS.get(i % ENCODINGS.size())))
                .toList();
    }

    /** What is sent under one seed. */
    private record Case(long seed, Features features, ValType type, EchoText text) {

        static Case of(long seed, Pair pair) {
            // Every fourth type may have lists of fixed length.
            boolean gated = seed % 4 == 0;
            ValType type = new RandomTypes(new Random(seed), gated).next();
            return new Case(
                    seed, gated ? GATED : Features.DEFAULT, type, new EchoText(type, pair.caller(), pair.callee()));
        }

        void run(byte[] binary) {
            RandomValues values = new RandomValues(new Random(~seed));
            Component component = loaded(binary);
            try (ComponentInstance instance =
                    Linker.builder().build().plan(component).instantiate()) {
                for (int i = 0; i < VALUES_OF_A_TYPE; i++) {
                    send(instance, values.of(type));
                }
            }
        }

        @SuppressWarnings("IllegalCatch") // whatever is thrown, the seed and the type belong to it
        private Component loaded(byte[] binary) {
            try {
                return Component.load(binary, features);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + seed + ", type " + type + "\n" + text, e);
            }
        }

        @SuppressWarnings("IllegalCatch")
        private void send(ComponentInstance instance, Object value) {
            String what = "seed " + seed + ", type " + type + ", value " + Wave.print(value);
            Object back;
            try {
                back = instance.function("call").call(value);
            } catch (RuntimeException | Error e) {
                throw new AssertionError(what, e);
            }
            // Results compare arrays in them by content.
            assertThat(Result.ok(back)).as(what).isEqualTo(Result.ok(value));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsSentComesBack(Pair pair) {
        List<Case> cases = IntStream.range(0, TYPES_OF_A_PAIR)
                .mapToObj(i -> Case.of(i * PAIRS + pair.number(), pair))
                .toList();
        List<byte[]> binaries = ComponentText.binaries(
                cases.stream().map(each -> each.text().toString()).collect(Collectors.joining()));
        assertThat(binaries).hasSameSizeAs(cases);
        IntStream.range(0, cases.size()).parallel().forEach(i -> cases.get(i).run(binaries.get(i)));
    }
}
