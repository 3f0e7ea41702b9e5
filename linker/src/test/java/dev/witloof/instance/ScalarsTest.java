package dev.witloof.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.value.TupleValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scalar type through the untyped call, the typed one and the exact handle, which must agree. */
class ScalarsTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("bool", boolean.class, true),
                Arguments.of("bool", boolean.class, false),
                Arguments.of("s8", byte.class, Byte.MIN_VALUE),
                Arguments.of("u8", int.class, 255),
                Arguments.of("s16", short.class, Short.MIN_VALUE),
                Arguments.of("u16", int.class, 65535),
                Arguments.of("s32", int.class, Integer.MIN_VALUE),
                Arguments.of("u32", long.class, 0xFFFF_FFFFL),
                Arguments.of("s64", long.class, Long.MIN_VALUE),
                Arguments.of("u64", long.class, -1L),
                Arguments.of("f32", float.class, 1.5f),
                Arguments.of("f32", float.class, Float.NaN),
                Arguments.of("f64", double.class, Double.MIN_VALUE),
                Arguments.of("char", int.class, 0x1F600));
    }

    @ParameterizedTest
    @MethodSource("values")
    void goThereAndBackInEveryWay(String name, Class<?> type, Object value) throws Throwable {
        try (ComponentInstance app = Components.scalars()) {
            assertThat(app.function(name).call(value)).isEqualTo(value);
            assertThat((Object) app.function(name, type, type).call(value)).isEqualTo(value);
            MethodHandle exact = app.function(name).handle(MethodType.methodType(type, type));
            assertThat(exact.type()).isEqualTo(MethodType.methodType(type, type));
            assertThat(exact.invoke(value)).isEqualTo(value);
        }
    }

    static Stream<Arguments> narrow() {
        return Stream.of(
                Arguments.of("u8", byte.class, (byte) -1, 255),
                Arguments.of("u16", short.class, (short) -1, 65535),
                Arguments.of("u32", int.class, -1, 0xFFFF_FFFFL));
    }

    @ParameterizedTest
    @MethodSource("narrow")
    void carryRawBitsInTheNarrowerType(String name, Class<?> type, Object bits, Object value) throws Throwable {
        try (ComponentInstance app = Components.scalars()) {
            MethodHandle exact = app.function(name).handle(MethodType.methodType(type, type));
            assertThat(exact.invoke(bits)).isEqualTo(bits);
            assertThat((Object) app.function(name, type, type).call(bits)).isEqualTo(bits);
            assertThat(app.function(name).call(bits)).isEqualTo(value);
        }
    }

    static Stream<Arguments> unfit() {
        return Stream.of(
                Arguments.of("u8", int.class, 256, "argument \"x\": expected u8, found 256"),
                Arguments.of("u16", int.class, -1, "argument \"x\": expected u16, found -1"),
                Arguments.of("u32", long.class, 1L << 32, "argument \"x\": expected u32, found 4294967296"),
                Arguments.of("char", int.class, 0xDFFF, "argument \"x\": expected char, found the code point 0xdfff"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void refuseWhatIsOutOfRange(String name, Class<?> type, Object value, String message) {
        try (ComponentInstance app = Components.scalars()) {
            MethodHandle exact = app.function(name).handle(MethodType.methodType(type, type));
            assertThatThrownBy(() -> exact.invoke(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            assertThatThrownBy(() -> app.function(name).call(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    static Stream<Arguments> rawBits() {
        return Stream.of(
                Arguments.of("raw-bool", boolean.class, 256, true),
                Arguments.of("raw-bool", boolean.class, 0, false),
                Arguments.of("raw-u8", int.class, 0x1FF, 255),
                Arguments.of("raw-s8", byte.class, 0x1FF, (byte) -1),
                Arguments.of("raw-u16", int.class, 0x1FFFF, 65535),
                Arguments.of("raw-s16", short.class, 0x1FFFF, (short) -1));
    }

    @ParameterizedTest
    @MethodSource("rawBits")
    void takeTheLowBitsOfWhatTheGuestGives(String name, Class<?> type, int bits, Object value) throws Throwable {
        try (ComponentInstance app = Components.scalars()) {
            assertThat(app.function(name).call(bits)).isEqualTo(value);
            assertThat(app.function(name)
                            .handle(MethodType.methodType(type, int.class))
                            .invoke(bits))
                    .isEqualTo(value);
        }
    }

    @Test
    void aSurrogateFromTheGuestIsATrap() {
        for (boolean exact : new boolean[] {false, true}) {
            ComponentInstance app = Components.scalars();
            MethodHandle handle = app.function("raw-char").handle(MethodType.methodType(int.class, int.class));
            assertThatThrownBy(() -> {
                        if (exact) {
                            handle.invoke(0xD800);
                        } else {
                            app.function("raw-char").call(0xD800);
                        }
                    })
                    .isInstanceOf(TrapException.class)
                    .hasMessageStartingWith("export raw-char: ");
            assertThat(Components.trap(app, "nothing").getMessage())
                    .startsWith("nothing: the instance trapped before: ");
        }
    }

    @Test
    void sixteenParametersAreTheMostThatTravelOutsideMemory() {
        try (ComponentInstance app = Components.scalars()) {
            Object[] numbers = new Object[17];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = 1L << i;
            }
            assertThat(app.function("sum").call(numbers)).isEqualTo((1L << 17) - 1);
            assertThat(app.function("pair").call(41L)).isEqualTo(TupleValue.of(41L, 42L));
            assertThat(app.function("nothing").call()).isNull();
        }
    }

    @Test
    void typesThatDoNotFitAreNamedWhenTheFunctionIsLookedUp() {
        try (ComponentInstance app = Components.scalars()) {
            assertThatThrownBy(() -> app.function("u32", long.class, String.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("u32, parameter \"x\": expected Long for u32, found java.lang.String");
            assertThatThrownBy(() -> app.function("u32", boolean.class, long.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("u32, result: expected Long for u32, found boolean");
            assertThatThrownBy(() -> app.function("nothing", int.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("nothing, result: expected void, found int");
            assertThatThrownBy(() -> app.function("u32", long.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("u32: expected 1 parameters for func(x: u32) -> u32, found 0");
        }
    }

    @Test
    void refuseNullForAPrimitiveByName() {
        try (ComponentInstance app = Components.scalars()) {
            TypedFunction<Long> function = app.function("u32", long.class, long.class);
            assertThatThrownBy(() -> function.call((Object) null))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("argument \"x\": expected u32, found null");
            assertThat(function.call(7L)).isEqualTo(7L);
        }
    }

    @Test
    void takeABigIntegerForAU64() throws Throwable {
        try (ComponentInstance app = Components.scalars()) {
            MethodHandle exact = app.function("u64").handle(MethodType.methodType(long.class, BigInteger.class));
            assertThat((long) exact.invokeExact(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)))
                    .isEqualTo(-1L);
            BigInteger tooMuch = BigInteger.ONE.shiftLeft(64);
            assertThatThrownBy(() -> exact.invoke(tooMuch))
                    .hasMessage("argument \"x\": expected u64, found 18446744073709551616");
        }
    }
}
