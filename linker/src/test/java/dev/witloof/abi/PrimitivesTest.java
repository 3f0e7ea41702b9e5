package dev.witloof.abi;

import static dev.witloof.type.PrimitiveType.BOOL;
import static dev.witloof.type.PrimitiveType.CHAR;
import static dev.witloof.type.PrimitiveType.F32;
import static dev.witloof.type.PrimitiveType.F64;
import static dev.witloof.type.PrimitiveType.S16;
import static dev.witloof.type.PrimitiveType.S32;
import static dev.witloof.type.PrimitiveType.S64;
import static dev.witloof.type.PrimitiveType.S8;
import static dev.witloof.type.PrimitiveType.STRING;
import static dev.witloof.type.PrimitiveType.U16;
import static dev.witloof.type.PrimitiveType.U32;
import static dev.witloof.type.PrimitiveType.U64;
import static dev.witloof.type.PrimitiveType.U8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.witloof.error.TrapException;
import dev.witloof.layout.ElementSize;
import dev.witloof.type.PrimitiveType;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link Primitives}, and the primitive cases of {@link Loading}, {@link Storing}, {@link FlatLifting} and {@link FlatLowering}. */
class PrimitivesTest {

    private final Guest guest = new Guest();

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments(BOOL, true, 1L, true),
                arguments(S8, (byte) -1, 0xFFFF_FFFFL, (byte) -1),
                arguments(U8, 255, 255L, 255),
                arguments(U8, (byte) -1, 255L, 255),
                arguments(S16, (short) -2, 0xFFFF_FFFEL, (short) -2),
                arguments(U16, 65_535, 65_535L, 65_535),
                arguments(U16, (short) -1, 65_535L, 65_535),
                arguments(S32, -1, 0xFFFF_FFFFL, -1),
                arguments(U32, 0xFFFF_FFFFL, 0xFFFF_FFFFL, 0xFFFF_FFFFL),
                arguments(U32, -1, 0xFFFF_FFFFL, 0xFFFF_FFFFL),
                arguments(S64, Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE),
                arguments(U64, -1L, -1L, -1L),
                arguments(U64, BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE), -1L, -1L),
                arguments(F32, 1.5f, 0x3FC0_0000L, 1.5f),
                arguments(F32, Float.intBitsToFloat(0xFFC0_0001), 0x7FC0_0000L, Float.NaN),
                arguments(F32, -0.0f, 0x8000_0000L, -0.0f),
                arguments(F64, -0.0, Long.MIN_VALUE, -0.0),
                arguments(F64, Double.longBitsToDouble(-1L), 0x7FF8_0000_0000_0000L, Double.NaN),
                arguments(CHAR, 0x10_FFFF, 0x10_FFFFL, 0x10_FFFF),
                arguments(CHAR, 0xD7FF, 0xD7FFL, 0xD7FF),
                arguments(CHAR, 0xE000, 0xE000L, 0xE000));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void valuesAreTakenAsTheTableOfUntypedValuesSays(PrimitiveType type, Object value, long core, Object lifted) {
        LiftLowerOptions options = Guest.options(StringEncoding.UTF8);
        long[] flat = {7, 0, 7};
        FlatLowering.of(type, options).lower(guest.cx, value, flat, 1);
        assertThat(flat).containsExactly(7, core, 7);
        assertThat(FlatLifting.of(type, options).lift(guest.cx, flat, 1)).isEqualTo(lifted);

        int size = (int) ElementSize.of(type);
        guest.write(8 + size, 0x55);
        Storing.of(type, options).store(guest.cx, value, 8);
        assertThat(Loading.of(type, options).load(guest.cx, 8)).isEqualTo(lifted);
        assertThat(guest.memory.array()[8 + size]).as("the byte behind").isEqualTo((byte) 0x55);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(BOOL, 1, "expected bool, found 1"),
                arguments(S8, 1, "expected s8, found 1"),
                arguments(S8, null, "expected s8, found null"),
                arguments(U8, 256, "expected u8, found 256"),
                arguments(U8, -1, "expected u8, found -1"),
                arguments(U8, 1L, "expected u8, found 1 (Long)"),
                arguments(S16, 1, "expected s16, found 1"),
                arguments(U16, 65_536, "expected u16, found 65536"),
                arguments(S32, 1L, "expected s32, found 1 (Long)"),
                arguments(U32, 1L << 32, "expected u32, found 4294967296 (Long)"),
                arguments(U32, -1L, "expected u32, found -1 (Long)"),
                arguments(S64, 1, "expected s64, found 1"),
                arguments(U64, BigInteger.ONE.shiftLeft(64), "expected u64, found 18446744073709551616"),
                arguments(U64, BigInteger.ONE.negate(), "expected u64, found -1"),
                arguments(U64, BigInteger.TEN.pow(99), "expected u64, found a number of 100 digits"),
                arguments(F32, 1.5, "expected f32, found 1.5 (Double)"),
                arguments(F64, 1.5f, "expected f64, found 1.5 (Float)"),
                arguments(CHAR, 'x', "expected char, found a value of java.lang.Character"),
                arguments(CHAR, 0xD800, "expected char, found the code point 0xd800"),
                arguments(CHAR, 0x11_0000, "expected char, found the code point 0x110000"),
                arguments(STRING, true, "expected string, found true"),
                arguments(STRING, new byte[0], "expected string, found a value of byte[]"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void valuesThatDoNotFitAreRefused(PrimitiveType type, Object value, String message) {
        LiftLowerOptions options = Guest.options(StringEncoding.UTF8);
        assertThatThrownBy(() -> FlatLowering.of(type, options).lower(guest.cx, value, new long[2], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Storing.of(type, options).store(guest.cx, value, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void liftingIgnoresBitsThatTheTypeDoesNotHave() {
        assertThat(lift(BOOL, 0x1_0000_0000L)).isEqualTo(false);
        assertThat(lift(BOOL, 2)).isEqualTo(true);
        assertThat(lift(U8, 0x1FF)).isEqualTo(255);
        assertThat(lift(S8, 0x180)).isEqualTo((byte) -128);
        assertThat(lift(U16, 0x1_FFFF)).isEqualTo(65_535);
        assertThat(lift(S16, 0x1_8000)).isEqualTo(Short.MIN_VALUE);
        assertThat(lift(U32, -1)).isEqualTo(0xFFFF_FFFFL);
        assertThat(lift(F32, 0xFFFF_FFFF_3FC0_0000L)).isEqualTo(1.5f);
    }

    @Test
    void everyNanThatAGuestMakesIsTheCanonicalOne() {
        assertThat(Float.floatToRawIntBits((Float) lift(F32, 0xFF80_0001L))).isEqualTo(0x7FC0_0000);
        assertThat(Double.doubleToRawLongBits((Double) lift(F64, 0xFFF0_0000_0000_0001L)))
                .isEqualTo(0x7FF8_0000_0000_0000L);
        assertThat(lift(F32, 0x7F80_0000L)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(lift(F64, 0xFFF0_0000_0000_0000L)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aCharThatIsNoneIsATrap() {
        for (int bits : new int[] {0xD800, 0xDFFF, 0x11_0000, -1}) {
            assertThatThrownBy(() -> lift(CHAR, bits))
                    .isExactlyInstanceOf(TrapException.class)
                    .hasMessage("char: expected a Unicode scalar value, found 0x" + Integer.toHexString(bits));
        }
    }

    private Object lift(PrimitiveType type, long core) {
        return FlatLifting.of(type, Guest.options(StringEncoding.UTF8)).lift(guest.cx, new long[] {core}, 0);
    }
}
