package dev.witloof.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.type.PrimitiveType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link StringLoading}, {@link StringStoring}, {@link ShortAscii} and {@link WellFormed}. */
class StringsTest {

    private final Guest guest = new Guest();

    @ParameterizedTest
    @EnumSource(StringEncoding.class)
    void stringsComeBackAsTheyWere(StringEncoding encoding) {
        for (String string : List.of(
                "",
                "a",
                "what? a question, and long enough",
                "caf\u00e9",
                "\u00ff\u0100",
                "\ud83c\udf3f \uFFFD",
                "\0 tab\t",
                "\ud7ff\ue000",
                "\u4e2d\u6587".repeat(300))) {
            Guest fresh = new Guest();
            assertThat(lift(fresh, encoding, lower(fresh, encoding, string))).isEqualTo(string);
            assertThat(fresh.calls).as("one allocation of the exact size").hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(StringEncoding.class)
    void neitherLengthNorPlaceMakesADifference(StringEncoding encoding) {
        for (int length = 0; length <= 70; length++) {
            assertComesBack(encoding, "x".repeat(length));
            for (int at = 0; at < length; at++) {
                String before = "x".repeat(at);
                String after = "x".repeat(length - at - 1);
                assertComesBack(encoding, before + "\u007f" + after);
                assertComesBack(encoding, before + "\u0080" + after);
                assertComesBack(encoding, before + "\u2041" + after);
            }
        }
    }

    private void assertComesBack(StringEncoding encoding, String string) {
        guest.reset();
        long[] flat = lower(guest, encoding, string);
        assertThat(lift(guest, encoding, flat)).isEqualTo(string);
        if (encoding == StringEncoding.UTF8) {
            byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
            assertThat(flat).containsExactly(0, bytes.length);
            assertThat(Arrays.copyOf(guest.memory.array(), bytes.length)).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @EnumSource(StringEncoding.class)
    void unpairedSurrogatesBecomeReplacementCharacters(StringEncoding encoding) {
        for (String[] pair : new String[][] {
            {"\ud800", "\ufffd"},
            {"\udc00?", "\ufffd?"},
            {"abcdefgh\ud800", "abcdefgh\ufffd"},
            {"0123456789".repeat(4) + "\ud800", "0123456789".repeat(4) + "\ufffd"},
            {"\ud800" + "0123456789".repeat(4), "\ufffd" + "0123456789".repeat(4)},
            {"?\ud83c\udf3f\ud83c", "?\ud83c\udf3f\ufffd"},
            {"\udf3f\ud83c", "\ufffd\ufffd"},
            {"\u00e9\ud800x", "\u00e9\ufffdx"},
        }) {
            Guest fresh = new Guest();
            assertThat(lift(fresh, encoding, lower(fresh, encoding, pair[0]))).isEqualTo(pair[1]);
        }
    }

    @Test
    void eachEncodingAllocatesExactlyWhatItNeeds() {
        long[] utf8 = lower(guest, StringEncoding.UTF8, "h\u00e9\u20ac");
        assertThat(utf8).containsExactly(0, 6);
        assertThat(memory(0, 6)).isEqualTo("68c3a9e282ac");
        long[] utf16 = lower(guest, StringEncoding.UTF16, "h\u20ac");
        assertThat(utf16).containsExactly(6, 2);
        assertThat(memory(6, 4)).isEqualTo("6800ac20");
        long[] latin1 = lower(guest, StringEncoding.LATIN1_UTF16, "h\u00e9");
        assertThat(latin1).containsExactly(10, 2);
        assertThat(memory(10, 2)).isEqualTo("68e9");
        long[] tagged = lower(guest, StringEncoding.LATIN1_UTF16, "h\u20ac");
        assertThat(tagged).containsExactly(12, 0x8000_0002L);
        assertThat(memory(12, 4)).isEqualTo("6800ac20");
        assertThat(guest.calls)
                .containsExactly(
                        List.of(0L, 0L, 1L, 6L, 0L),
                        List.of(0L, 0L, 2L, 4L, 6L),
                        List.of(0L, 0L, 2L, 2L, 10L),
                        List.of(0L, 0L, 2L, 4L, 12L));
    }

    @Test
    void anyCharSequenceIsAString() {
        long[] flat = new long[2];
        FlatLowering.of(PrimitiveType.STRING, Guest.options(StringEncoding.UTF8))
                .lower(guest.cx, new StringBuilder("abc"), flat, 0);
        assertThat(lift(guest, StringEncoding.UTF8, flat)).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "c3", "c0af", "eda080", "f4908080", "e282", "6180", "ff"})
    void bytesThatAreNotUtf8AreATrap(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        System.arraycopy(bytes, 0, guest.memory.array(), 0, bytes.length);
        assertTrap(StringEncoding.UTF8, 0, bytes.length, "string: expected UTF-8, found bytes that are not");
    }

    @Test
    void aReplacementCharacterOfTheGuestsOwnIsNoError() {
        byte[] bytes = "a\uFFFDb".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, guest.memory.array(), 0, bytes.length);
        assertThat(lift(guest, StringEncoding.UTF8, new long[] {0, bytes.length}))
                .isEqualTo("a\uFFFDb");
        guest.write(8, 0xFD, 0xFF);
        assertThat(lift(guest, StringEncoding.UTF16, new long[] {8, 1})).isEqualTo("\uFFFD");
    }

    @Test
    void unpairedSurrogatesOfAGuestAreATrap() {
        guest.write(0, 0x3c, 0xd8, 0x61, 0x00);
        assertTrap(StringEncoding.UTF16, 0, 2, "string: expected UTF-16, found an unpaired surrogate");
        assertTrap(StringEncoding.LATIN1_UTF16, 0, 0x8000_0001, "string: expected UTF-16, found an unpaired surrogate");
    }

    @Test
    void rangesAreChecked() {
        assertTrap(
                StringEncoding.UTF8,
                0xFFFE,
                3,
                "string: expected 3 bytes within the memory's 65536, found them at 0xfffe");
        assertTrap(
                StringEncoding.UTF8,
                -1,
                2,
                "string: expected 2 bytes within the memory's 65536, found them at 0xffffffff");
        assertTrap(StringEncoding.UTF16, 1, 0, "string: expected an address that is a multiple of 2, found 0x1");
        assertTrap(StringEncoding.LATIN1_UTF16, 3, 1, "string: expected an address that is a multiple of 2, found 0x3");
        assertTrap(StringEncoding.UTF8, 0, 1 << 28, "string: expected at most 268435455 bytes, found 268435456");
        assertTrap(StringEncoding.UTF8, 0, -1, "string: expected at most 268435455 bytes, found 4294967295");
        assertTrap(StringEncoding.UTF16, 0, -1, "string: expected at most 268435455 bytes, found 8589934590");
        assertThat(lift(guest, StringEncoding.UTF8, new long[] {0x1_0000, 0})).isEqualTo("");
    }

    @Test
    void whatIsNoStringIsRefused() {
        assertThatThrownBy(() -> FlatLowering.of(PrimitiveType.STRING, Guest.options(StringEncoding.UTF8))
                        .lower(guest.cx, 'x', new long[2], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected string, found a value of java.lang.Character");
        assertThatThrownBy(() -> StringStoring.requireLength(1L << 28))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a string of at most 268435455 bytes, found one of 268435456");
    }

    @Test
    void anAllocatorThatAnswersNonsenseIsATrap() {
        assertThatThrownBy(() -> StringStoring.storeUtf8(Guest.allocatingAt(0x1_0000), "x"))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("realloc: expected 1 bytes within the memory's 65536, found them at 0x10000");
        assertThatThrownBy(() -> StringStoring.storeUtf16(Guest.allocatingAt(1), "x"))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage("realloc: expected an address that is a multiple of 2, found 0x1");
    }

    private static long[] lower(Guest guest, StringEncoding encoding, String string) {
        long[] flat = new long[2];
        FlatLowering.of(PrimitiveType.STRING, Guest.options(encoding)).lower(guest.cx, string, flat, 0);
        return flat;
    }

    private static Object lift(Guest guest, StringEncoding encoding, long[] flat) {
        return FlatLifting.of(PrimitiveType.STRING, Guest.options(encoding)).lift(guest.cx, flat, 0);
    }

    private void assertTrap(StringEncoding encoding, int begin, int length, String message) {
        assertThatThrownBy(() -> lift(guest, encoding, new long[] {begin, length}))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage(message);
    }

    private String memory(int at, int length) {
        return HexFormat.of().formatHex(guest.memory.array(), at, at + length);
    }
}
