package dev.witloof.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.layout.Alignment;
import dev.witloof.layout.ElementSize;
import dev.witloof.layout.Flattening;
import dev.witloof.type.CoreValType;
import dev.witloof.type.ValType;
import dev.witloof.value.Result;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The vectors that the specification's own reference code computed, those for 32-bit memories. */
class AbiVectorsTest {

    @TestFactory
    Stream<DynamicTest> lifting() throws IOException {
        return tests("spec", this::lift);
    }

    @TestFactory
    Stream<DynamicTest> lowering() throws IOException {
        return tests("random", this::lower);
    }

    @Test
    void theVectorsFor32BitMemoriesAreAllThere() throws IOException {
        assertThat(vectors("spec")).hasSize(269);
        assertThat(vectors("random")).hasSize(2275);
    }

    private static Stream<DynamicTest> tests(String part, Consumer<Map<?, ?>> check) throws IOException {
        List<Map<?, ?>> vectors = vectors(part);
        return IntStream.range(0, vectors.size()).mapToObj(i -> {
            Map<?, ?> vector = vectors.get(i);
            return DynamicTest.dynamicTest(part + " " + i, () -> check.accept(vector));
        });
    }

    private static List<Map<?, ?>> vectors(String part) throws IOException {
        Map<?, ?> all = (Map<?, ?>) Json.read(Conformance.file("abi-vectors.json"));
        List<Map<?, ?>> vectors = new ArrayList<>();
        for (Object vector : (List<?>) all.get(part)) {
            if (vector instanceof Map<?, ?> map && map.get("addr").equals("i32")) {
                vectors.add(map);
            }
        }
        return vectors;
    }

    private void lift(Map<?, ?> vector) {
        ValType type = VectorTypes.type(vector.get("type"));
        StringEncoding encoding = encoding(vector.get("src"));
        Guest guest = new Guest();
        byte[] memory = HexFormat.of().parseHex((String) vector.get("mem"));
        System.arraycopy(memory, 0, guest.memory.array(), 0, memory.length);
        List<CoreValType> flatTypes = Flattening.flatten(List.of(type), Integer.MAX_VALUE);
        List<?> values = (List<?>) vector.get("flat");
        long[] flat = new long[values.size()];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = core(flatTypes.get(i), values.get(i));
        }
        FlatLifter lifter = FlatLifting.of(type, Guest.options(encoding));
        if (vector.get("trap") == Boolean.TRUE) {
            assertThatThrownBy(() -> lifter.lift(guest.cx, flat, 0)).isExactlyInstanceOf(TrapException.class);
            return;
        }
        Object expected = VectorValues.value(type, vector.get("expect"), true);
        Object lifted = lifter.lift(guest.cx, flat, 0);
        assertSame(lifted, expected);
        if (vector.get("dst") != null) {
            Guest other = new Guest();
            StringEncoding to = encoding(vector.get("dst"));
            assertSame(lowerAndLift(type, lifted, other, new LiftLowerOptions(to, encoding, r -> 0)), expected);
        }
    }

    private void lower(Map<?, ?> vector) {
        ValType type = VectorTypes.type(vector.get("type"));
        LiftLowerOptions options =
                new LiftLowerOptions(encoding(vector.get("enc")), encoding(vector.get("src")), r -> 0);
        assertThat(ElementSize.of(type)).isEqualTo(((Double) vector.get("size")).longValue());
        assertThat(Alignment.of(type)).isEqualTo(((Double) vector.get("align")).intValue());
        List<CoreValType> flatTypes = Flattening.flatten(List.of(type), Integer.MAX_VALUE);
        assertThat(flatTypes.stream().map(Object::toString).toList()).isEqualTo(vector.get("flat_types"));

        Object value = VectorValues.value(type, vector.get("value"), false);
        Guest guest = new Guest();
        long[] flat = new long[flatTypes.size()];
        FlatLowering.of(type, options).lower(guest.cx, value, flat, 0);

        List<?> expectedFlat = (List<?>) vector.get("flat");
        assertThat(flat).hasSize(expectedFlat.size());
        for (int i = 0; i < flat.length; i++) {
            Object expected = ((List<?>) expectedFlat.get(i)).get(1);
            assertThat(flat[i]).as("core value %d", i).isEqualTo(core(flatTypes.get(i), expected));
        }
        assertThat(guest.calls)
                .isEqualTo(((List<?>) vector.get("reallocs"))
                        .stream()
                                .map(call -> ((List<?>) call)
                                        .stream()
                                                .map(n -> Long.valueOf((String) n))
                                                .toList())
                                .toList());
        byte[] memory = HexFormat.of().parseHex((String) vector.get("mem"));
        assertThat(HexFormat.of().formatHex(guest.memory.array(), 0, memory.length))
                .isEqualTo(vector.get("mem"));
        byte[] rest = Arrays.copyOfRange(guest.memory.array(), memory.length, guest.memory.size());
        assertThat(Arrays.equals(rest, new byte[rest.length]))
                .as("nothing else was written")
                .isTrue();

        Object lifted = VectorValues.value(type, vector.get("value"), true);
        assertSame(FlatLifting.of(type, options).lift(guest.cx, flat, 0), lifted);
        assertSame(lowerAndLift(type, value, new Guest(), options), lifted);
        // The same through memory, and once more as a string of Java's own.
        assertSame(storeAndLoad(type, value, options), lifted);
        assertSame(storeAndLoad(type, value, Guest.options(options.encoding())), lifted);
    }

    private static Object lowerAndLift(ValType type, Object value, Guest guest, LiftLowerOptions options) {
        long[] flat = new long[Flattening.count(type)];
        FlatLowering.of(type, options).lower(guest.cx, value, flat, 0);
        return FlatLifting.of(type, options).lift(guest.cx, flat, 0);
    }

    private static Object storeAndLoad(ValType type, Object value, LiftLowerOptions options) {
        Guest guest = new Guest();
        int at = guest.cx.allocate(Alignment.of(type), (int) ElementSize.of(type));
        Storing.of(type, options).store(guest.cx, value, at);
        return Loading.of(type, options).load(guest.cx, at);
    }

    private static void assertSame(Object actual, Object expected) {
        // Results compare by content, arrays within lists too.
        assertThat(Result.ok(actual)).isEqualTo(Result.ok(expected));
    }

    private static StringEncoding encoding(@Nullable Object name) {
        return Arrays.stream(StringEncoding.values())
                .filter(e -> e.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A core value as bits. */
    private static long core(CoreValType type, @Nullable Object json) {
        if (json instanceof Map<?, ?> map) {
            double number = (Double) map.get("f");
            return type == CoreValType.Number.F32
                    ? Float.floatToRawIntBits((float) number) & 0xFFFF_FFFFL
                    : Double.doubleToRawLongBits(number);
        }
        return new BigInteger((String) json).longValue();
    }
}
