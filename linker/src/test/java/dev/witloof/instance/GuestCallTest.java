package dev.witloof.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.error.TrapException;
import dev.witloof.type.ListType;
import dev.witloof.type.OptionType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ResultType;
import dev.witloof.type.TupleType;
import dev.witloof.type.ValType;
import dev.witloof.value.Result;
import dev.witloof.value.TupleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls from guest to guest, in a store that copies values between them and in one that makes Java values of them: what
 * comes back is the same, and so is all that the guests can see.
 */
class GuestCallTest {

    private static final int FUNCTIONS = 12;
    private static final int ROUNDS = 6;
    /** Address and length of an argument, and where the result is to be stored. */
    private static final long[][] RANGES = {
        {0x40000, 1, 32}, {0xFFFF_FFFFL, 1, 32}, {3, 1, 32}, {64, 2, 0x3FFFE}, {64, 3, 32}, {64, 0, 0x40000}
    };

    /** How a trap shows. */
    private record Trap(String reason, String message) {}

    /** One component, instantiated for each way. */
    private record Both(ComponentInstance copying, ComponentInstance throughJava) {

        static Both of(String name) {
            return of(Components.load("copies/" + name));
        }

        static Both of(Component component) {
            return new Both(
                    new Store().instantiate(component, Map.of()), new Store(false).instantiate(component, Map.of()));
        }

        /** What a function does, which is the same both ways. */
        Object call(String function, Object... args) {
            Object copied = outcome(copying, function, args);
            Object lifted = outcome(throughJava, function, args);
            assertThat(Result.ok(copied)).as(function).isEqualTo(Result.ok(lifted));
            return copied;
        }

        private static Object outcome(ComponentInstance instance, String function, Object... args) {
            try {
                return instance.function(function).call(args);
            } catch (TrapException trap) {
                return new Trap(trap.reason(), trap.getMessage());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf8-utf8", "utf16-utf16", "latin1-latin1"})
    void sameEncodingsAllocateTheSame(String name) {
        Both both = Both.of(name);
        Random random = new Random(name.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            echoAll(both, random);
            both.call("caller-state");
            both.call("callee-state");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf8-utf16", "utf8-latin1", "utf16-utf8", "utf16-latin1", "latin1-utf8", "latin1-utf16"})
    void otherEncodingsGiveTheSameValues(String name) {
        Both both = Both.of(name);
        Random random = new Random(name.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            echoAll(both, random);
        }
    }

    private static void echoAll(Both both, Random random) {
        for (int i = 0; i < FUNCTIONS; i++) {
            ValType type =
                    both.copying.function("call" + i).type().params().get(0).type();
            Object value = value(type, random);
            assertThat(Result.ok(both.call("call" + i, value)))
                    .as(type.toString())
                    .isEqualTo(Result.ok(value));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf8-utf8",
                "utf8-utf16",
                "utf8-latin1",
                "utf16-utf8",
                "utf16-utf16",
                "utf16-latin1",
                "latin1-utf8",
                "latin1-utf16",
                "latin1-latin1"
            })
    void whatIsNoValueTrapsTheSame(String name) {
        Component component = Components.load("copies/" + name);
        Random random = new Random(name.hashCode());
        List<String> traps = new ArrayList<>();
        for (int i = 0; i < FUNCTIONS; i++) {
            for (long[] range : RANGES) {
                Both both = Both.of(component);
                for (long at = 64; at < 256; at++) {
                    both.call("poke", at, (long) random.nextInt(256));
                }
                Object outcome = both.call("raw" + i, range[0], range[1], range[2]);
                if (outcome == null) {
                    both.call("callee-state");
                } else {
                    traps.add(((Trap) outcome).reason());
                }
            }
        }
        assertThat(traps)
                .contains("result: expected an address that is a multiple of 4, found 0x3fffe")
                .contains("result: expected 8 bytes within the memory's 262144, found them at 0x40000")
                .hasSizeGreaterThan(3 * FUNCTIONS);
    }

    @Test
    void handlesMoveTheSame() {
        Both both = Both.of("handles");
        assertThat(both.call("make", 70L)).isEqualTo(1L);
        assertThat(both.call("make", 80L)).isEqualTo(2L);
        assertThat(both.call("peek", 1L)).as("the maker sees what it knows").isEqualTo(70L);
        assertThat(both.call("look", 2L)).as("another one an index").isEqualTo(1L);
        assertThat(both.call("pass", 1L)).isEqualTo(1L);
        assertThat(both.call("take", 1L)).isEqualTo(70L);
        assertThat(both.call("dropped")).isEqualTo(70L);
        assertThat(both.call("take", 2L)).isEqualTo(80L);
        assertThat(both.call("dropped")).isEqualTo(150L);
    }

    @Test
    void handlesTrapTheSame() {
        assertHandleTrap("handle 9: unknown", "look", 9L);
        assertHandleTrap("handle 9: unknown", "take", 9L);
        assertHandleTrap("handle 1: expected one that is not lent, found resource 0 lent to a call", "both", 1L, 1L);
        assertHandleTrap("return: expected every borrowed handle to be dropped, found 1 that is not", "keep", 1L);
    }

    private static void assertHandleTrap(String message, String function, Object... args) {
        Both both = Both.of("handles");
        both.call("make", 70L);
        assertThat(((Trap) both.call(function, args)).reason()).isEqualTo(message);
    }

    private static Object value(ValType type, Random random) {
        if (type instanceof TupleType tuple) {
            return TupleValue.of(
                    tuple.elements().stream().map(each -> value(each, random)).toArray());
        }
        if (type instanceof OptionType option) {
            return random.nextBoolean() ? Optional.of(value(option.some(), random)) : Optional.empty();
        }
        if (type instanceof ResultType result) {
            return random.nextBoolean()
                    ? Result.ok(result.ok().map(each -> value(each, random)).orElse(null))
                    : Result.err(result.error().map(each -> value(each, random)).orElse(null));
        }
        return type instanceof ListType list ? list(list.element(), random) : primitive((PrimitiveType) type, random);
    }

    private static Object list(ValType element, Random random) {
        int length = random.nextInt(5);
        if (element instanceof PrimitiveType primitive && primitive != PrimitiveType.STRING) {
            return numbers(primitive, length, random);
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            values.add(value(element, random));
        }
        return values;
    }

    private static Object numbers(PrimitiveType element, int length, Random random) {
        return switch (element) {
            case BOOL -> {
                boolean[] array = new boolean[length];
                for (int i = 0; i < length; i++) {
                    array[i] = random.nextBoolean();
                }
                yield array;
            }
            case S8, U8 -> {
                byte[] array = new byte[length];
                random.nextBytes(array);
                yield array;
            }
            case S16, U16 -> {
                short[] array = new short[length];
                for (int i = 0; i < length; i++) {
                    array[i] = (short) random.nextInt();
                }
                yield array;
            }
            case S32, U32 -> random.ints(length).toArray();
            case CHAR -> random.ints(length, 0, 0xD800).toArray();
            case S64, U64 -> random.longs(length).toArray();
            case F32 -> {
                float[] array = new float[length];
                for (int i = 0; i < length; i++) {
                    array[i] = random.nextInt(4) == 0 ? Float.NaN : random.nextFloat();
                }
                yield array;
            }
            case F64 ->
                random.doubles(length).map(d -> d < 0.25 ? Double.NaN : d).toArray();
            case STRING, ERROR_CONTEXT -> throw new IllegalArgumentException(element.toString());
        };
    }

    private static Object primitive(PrimitiveType type, Random random) {
        return switch (type) {
            case BOOL -> random.nextBoolean();
            case S8 -> (byte) random.nextInt();
            case U8 -> random.nextInt(1 << 8);
            case S16 -> (short) random.nextInt();
            case U16 -> random.nextInt(1 << 16);
            case S32 -> random.nextInt();
            case U32 -> random.nextLong() & 0xFFFF_FFFFL;
            case S64, U64 -> random.nextLong();
            case F32 -> random.nextInt(4) == 0 ? Float.NaN : random.nextFloat();
            case F64 -> random.nextInt(4) == 0 ? Double.NaN : random.nextGaussian();
            case CHAR -> random.nextInt(0xD800);
            case STRING -> string(random);
            case ERROR_CONTEXT -> throw new IllegalArgumentException(type.toString());
        };
    }

    private static String string(Random random) {
        int highest = new int[] {0x80, 0x100, 0xD800, 0x11_0000}[random.nextInt(4)];
        int[] codePoints = random.ints(random.nextInt(12), 1, highest)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .toArray();
        return new String(codePoints, 0, codePoints.length);
    }
}
