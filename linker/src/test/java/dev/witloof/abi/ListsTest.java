package dev.witloof.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.witloof.error.TrapException;
import dev.witloof.layout.ElementSize;
import dev.witloof.type.FixedLengthListType;
import dev.witloof.type.ListType;
import dev.witloof.type.MapType;
import dev.witloof.type.PrimitiveType;
import dev.witloof.type.ValType;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of numbers and of all else, fixed-length lists and maps, out of memory and into it. */
class ListsTest {

    private static final LiftLowerOptions OPTIONS = Guest.options(StringEncoding.UTF8);
    private static final ValType STRINGS = new ListType(PrimitiveType.STRING);

    private final Guest guest = new Guest();

    static Stream<Arguments> arrays() {
        return Stream.of(
                arguments(PrimitiveType.BOOL, new boolean[] {true, false, true}, List.of(true, false, true)),
                arguments(PrimitiveType.S8, new byte[] {1, -1}, List.of((byte) 1, (byte) -1)),
                arguments(PrimitiveType.U8, new byte[] {1, -1}, List.of(1, (byte) -1)),
                arguments(PrimitiveType.S16, new short[] {1, -1}, List.of((short) 1, (short) -1)),
                arguments(PrimitiveType.U16, new short[] {1, -1}, List.of(1, 65_535)),
                arguments(PrimitiveType.S32, new int[] {1, -1}, List.of(1, -1)),
                arguments(PrimitiveType.U32, new int[] {1, -1}, List.of(1L, 0xFFFF_FFFFL)),
                arguments(PrimitiveType.S64, new long[] {1, -1}, List.of(1L, -1L)),
                arguments(PrimitiveType.U64, new long[] {1, -1}, List.of(BigInteger.ONE, -1L)),
                arguments(PrimitiveType.F32, new float[] {1.5f, -0.0f, Float.NaN}, List.of(1.5f, -0.0f, Float.NaN)),
                arguments(PrimitiveType.F64, new double[] {1.5, -0.0, Double.NaN}, List.of(1.5, -0.0, Double.NaN)),
                arguments(PrimitiveType.CHAR, new int[] {'a', 0x1F33F}, List.of((int) 'a', 0x1F33F)));
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void listsOfNumbersAreArraysAndMayBeListsOfBoxedOnes(ValType element, Object array, List<Object> boxed) {
        ValType type = new ListType(element);
        assertThat(lift(type, lower(type, array))).isEqualTo(array);
        assertThat(lift(type, lower(type, boxed))).isEqualTo(array);
        assertThat(lift(type, lower(type, boxed.toArray()))).isEqualTo(array);
        assertThat(guest.calls)
                .extracting(call -> call.subList(0, 4))
                .containsOnly(List.of(0L, 0L, ElementSize.of(element), ElementSize.of(element) * boxed.size()));
    }

    @Test
    void longArraysComeBackAsTheyWere() {
        int[] array = IntStream.range(0, 1000).map(i -> i * 0x9E37_79B9).toArray();
        ValType type = new ListType(PrimitiveType.U32);
        assertThat((int[]) lift(type, lower(type, array))).isEqualTo(array);
    }

    @Test
    void aByteBufferIsTakenFromItsPositionAndLeftAsItWas() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {9, 1, 2, 9}).position(1).limit(3);
        ValType type = new ListType(PrimitiveType.U8);
        assertThat(lift(type, lower(type, buffer))).isEqualTo(new byte[] {1, 2});
        assertThat(buffer.position()).isEqualTo(1);
        assertThat(lift(type, lower(type, ByteBuffer.allocateDirect(2)))).isEqualTo(new byte[2]);
    }

    @Test
    void nansInArraysBecomeCanonicalBothWays() {
        lower(new ListType(PrimitiveType.F32), new float[] {Float.intBitsToFloat(0xFFC0_0001)});
        assertThat(guest.memory.getInt(0)).isEqualTo(0x7FC0_0000);
        guest.write(0, 0x01, 0x00, 0xC0, 0xFF);
        float[] lifted = (float[]) lift(new ListType(PrimitiveType.F32), new long[] {0, 1});
        assertThat(Float.floatToRawIntBits(lifted[0])).isEqualTo(0x7FC0_0000);
        guest.write(8, 1, 0, 0, 0, 0, 0, 0xF0, 0xFF);
        double[] doubles = (double[]) lift(new ListType(PrimitiveType.F64), new long[] {8, 1});
        assertThat(Double.doubleToRawLongBits(doubles[0])).isEqualTo(0x7FF8_0000_0000_0000L);
        lower(new ListType(PrimitiveType.F64), new double[] {Double.longBitsToDouble(-1L)});
        assertThat(guest.memory.getInt(12)).isEqualTo(0x7FF8_0000);
    }

    @Test
    void otherListsAreImmutableLists() {
        Object lifted = lift(STRINGS, lower(STRINGS, new String[] {"a", "bc"}));
        assertThat(lifted).isEqualTo(List.of("a", "bc"));
        assertThatThrownBy(() -> ((List<?>) lifted).remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(guest.calls)
                .as("the list, then its elements in order")
                .containsExactly(
                        List.of(0L, 0L, 4L, 16L, 0L), List.of(0L, 0L, 1L, 1L, 16L), List.of(0L, 0L, 1L, 2L, 17L));
    }

    @Test
    void elementsThatDoNotFitAreNamed() {
        assertUnfit(STRINGS, Arrays.asList("a", null), "element 1: expected string, found null");
        assertUnfit(STRINGS, "abc", "expected list, found a value of java.lang.String");
        assertUnfit(STRINGS, null, "expected list, found null");
        assertUnfit(
                new ListType(STRINGS),
                List.of(List.of(), List.of(1)),
                "element 1, element 0: expected string, found 1");
        assertUnfit(new ListType(PrimitiveType.U8), List.of(1, 256), "element 1: expected u8, found 256");
        assertUnfit(new ListType(PrimitiveType.U8), new int[1], "expected list, found a value of int[]");
        assertUnfit(
                new ListType(PrimitiveType.CHAR),
                new int[] {'a', 0xDFFF},
                "element 1: expected char, found the code point 0xdfff");
        assertUnfit(
                STRINGS,
                Collections.nCopies(Integer.MAX_VALUE, ""),
                "expected a list of at most 268435455 bytes, found one of 2147483647 times 1");
        assertThatThrownBy(() -> ListStoring.byteLength("list", 1 << 26, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a list of at most 268435455 bytes, found one of 67108864 times 8");
    }

    @Test
    void rangesAreChecked() {
        ValType u32s = new ListType(PrimitiveType.U32);
        assertTrap(u32s, 2, 1, "list: expected an address that is a multiple of 4, found 0x2");
        assertTrap(u32s, 0xFFFC, 2, "list: expected 8 bytes within the memory's 65536, found them at 0xfffc");
        assertTrap(u32s, 0, -1, "list: expected at most 268435455 bytes, found 4294967295 times 4");
        assertTrap(u32s, 0, 1 << 26, "list: expected at most 268435455 bytes, found 67108864 times 4");
        assertTrap(STRINGS, -8, 1, "list: expected 8 bytes within the memory's 65536, found them at 0xfffffff8");
        assertTrap(
                new ListType(new FixedLengthListType(new FixedLengthListType(PrimitiveType.U64, -1), -1)),
                0,
                1,
                "list: expected at most 268435455 bytes, found 1 times 1099511627776");
        assertTrap(
                new MapType(PrimitiveType.U8, PrimitiveType.U32),
                4,
                0x2000,
                "map: expected 65536 bytes within the memory's 65536, found them at 0x4");
        assertThat(lift(u32s, new long[] {0x1_0000, 0})).isEqualTo(new int[0]);
    }

    @Test
    void aBadCharInAListIsATrap() {
        guest.write(4, 0, 0xD8);
        assertTrap(new ListType(PrimitiveType.CHAR), 0, 2, "char: expected a Unicode scalar value, found 0xd800");
    }

    @Test
    void fixedLengthListsAreListsOfTheirLength() {
        ValType type = new FixedLengthListType(PrimitiveType.U8, 3);
        long[] flat = new long[3];
        FlatLowering.of(type, OPTIONS).lower(guest.cx, new Object[] {1, 2, 255}, flat, 0);
        assertThat(flat).containsExactly(1, 2, 255);
        assertThat(FlatLifting.of(type, OPTIONS).lift(guest.cx, flat, 0)).isEqualTo(List.of(1, 2, 255));
        Storing.of(type, OPTIONS).store(guest.cx, List.of(1, 2, 255), 5);
        assertThat(Loading.of(type, OPTIONS).load(guest.cx, 5)).isEqualTo(List.of(1, 2, 255));
        assertThat(guest.calls).isEmpty();
        assertUnfit(type, List.of(1), "expected a list of 3, found one of 1");
        assertUnfit(type, List.of(1, 2, 256), "element 2: expected u8, found 256");
    }

    @Test
    void mapsKeepTheirOrderAndTheLaterOfTwoEqualKeysWins() {
        ValType type = new MapType(PrimitiveType.STRING, PrimitiveType.U16);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", 2);
        Object lifted = lift(type, lower(type, map));
        assertThat((Map<?, ?>) lifted).isEqualTo(map);
        assertThat(((Map<?, ?>) lifted).keySet().iterator().next()).isEqualTo("z");
        assertThatThrownBy(((Map<?, ?>) lifted)::clear).isInstanceOf(UnsupportedOperationException.class);

        guest.write(0x100, 1, 0, 5, 0, 2, 0, 6, 0, 1, 0, 7, 0);
        assertThat(lift(new MapType(PrimitiveType.U8, PrimitiveType.U16), new long[] {0x100, 3}))
                .isEqualTo(Map.of(1, 7, 2, 6));
    }

    @Test
    void mapsThatDoNotFitAreRefused() {
        ValType type = new MapType(PrimitiveType.STRING, PrimitiveType.U16);
        assertUnfit(
                type,
                List.of(),
                "expected map, found a value of " + List.of().getClass().getName());
        assertUnfit(type, Collections.singletonMap(1, 1), "key 0: expected string, found 1");
        assertUnfit(type, Collections.singletonMap("a", null), "value 0: expected u16, found null");
    }

    private long[] lower(ValType type, Object value) {
        long[] flat = new long[2];
        FlatLowering.of(type, OPTIONS).lower(guest.cx, value, flat, 0);
        return flat;
    }

    private Object lift(ValType type, long[] flat) {
        return FlatLifting.of(type, OPTIONS).lift(guest.cx, flat, 0);
    }

    private void assertUnfit(ValType type, Object value, String message) {
        assertThatThrownBy(() -> Storing.of(type, OPTIONS).store(guest.cx, value, 0x100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> FlatLowering.of(type, OPTIONS).lower(guest.cx, value, new long[8], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private void assertTrap(ValType type, int begin, int length, String message) {
        assertThatThrownBy(() -> lift(type, new long[] {begin, length}))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage(message);
    }
}
