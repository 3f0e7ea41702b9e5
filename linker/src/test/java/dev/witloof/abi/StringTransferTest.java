package dev.witloof.abi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Strings from guest to guest: what only guests can make, and what is no string. */
class StringTransferTest {

    private static final int TAG = StringLoading.UTF16_TAG;

    private final Guest source = new Guest();
    private final Guest target = new Guest();

    @Test
    void taggedTextThatIsLatin1IsNarrowedAfterTheCopy() {
        source.write(100, 'a', 0, 0xE9, 0, 'c', 0);
        target.cx.allocate(1, 16);
        long range = transfer(StringEncoding.LATIN1_UTF16, StringEncoding.LATIN1_UTF16, 100, 3 | TAG);
        assertThat(range).isEqualTo(RangeStorer.range(16, 3));
        assertThat(Arrays.copyOfRange(target.memory.array(), 16, 19)).containsExactly('a', 0xE9, 'c');
        assertThat(target.calls.subList(1, 3))
                .containsExactly(List.of(0L, 0L, 2L, 6L, 16L), List.of(16L, 6L, 1L, 3L, 16L));
    }

    @Test
    void taggedTextBeyondLatin1StaysTagged() {
        source.write(100, 'a', 0, 0x3C, 0x26);
        long range = transfer(StringEncoding.LATIN1_UTF16, StringEncoding.LATIN1_UTF16, 100, 2 | TAG);
        assertThat(range).isEqualTo(RangeStorer.range(0, 2 | TAG));
        assertThat(Arrays.copyOf(target.memory.array(), 4)).containsExactly('a', 0, 0x3C, 0x26);
        assertThat(target.calls).containsExactly(List.of(0L, 0L, 2L, 4L, 0L));
    }

    @Test
    void taggedTextHasTheWorstCaseOfUtf16() {
        source.write(100, 0xE9, 0);
        transfer(StringEncoding.LATIN1_UTF16, StringEncoding.UTF8, 100, 1 | TAG);
        assertThat(target.calls.get(1).subList(1, 4)).as("three bytes a unit").containsExactly(1L, 1L, 3L);
    }

    @Test
    void untaggedTextHasTheWorstCaseOfLatin1() {
        source.write(100, 0xE9);
        transfer(StringEncoding.LATIN1_UTF16, StringEncoding.UTF8, 100, 1);
        assertThat(target.calls).hasSize(2);
        assertThat(target.calls.get(1).subList(1, 4)).as("two bytes a unit").containsExactly(1L, 1L, 2L);
    }

    @Test
    void whatIsNoStringIsATrapBeforeAnythingIsAllocated() {
        source.write(100, 0xC0, 0x80);
        assertTrap(StringEncoding.UTF8, 100, 2, "string: expected UTF-8, found bytes that are not");
        assertTrap(
                StringEncoding.UTF8,
                0xFFFF,
                2,
                "string: expected 2 bytes within the memory's 65536, found them at 0xffff");
        assertTrap(StringEncoding.UTF8, 0, -1, "string: expected at most 268435455 bytes, found 4294967295");
        source.write(100, 0, 0xD8, 'a', 0, 0, 0xDC);
        assertTrap(StringEncoding.UTF16, 100, 2, "string: expected UTF-16, found an unpaired surrogate");
        assertTrap(StringEncoding.UTF16, 100, 1, "string: expected UTF-16, found an unpaired surrogate");
        assertTrap(StringEncoding.UTF16, 104, 1, "string: expected UTF-16, found an unpaired surrogate");
        assertTrap(StringEncoding.UTF16, 101, 1, "string: expected an address that is a multiple of 2, found 0x65");
        assertTrap(
                StringEncoding.LATIN1_UTF16, 101, 1, "string: expected an address that is a multiple of 2, found 0x65");
        assertTrap(StringEncoding.LATIN1_UTF16, 104, 1 | TAG, "string: expected UTF-16, found an unpaired surrogate");
    }

    private void assertTrap(StringEncoding encoding, int begin, int length, String message) {
        assertThatThrownBy(() -> transfer(encoding, encoding, begin, length))
                .isExactlyInstanceOf(TrapException.class)
                .hasMessage(message);
        assertThat(target.calls).isEmpty();
    }

    @Test
    void utf8IsWhatTheStrictDecoderTakes() {
        Random random = new Random(8);
        int[] usual = {
            0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4,
            0xF5, 0xFF
        };
        int valid = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = new byte[random.nextInt(8) == 0 ? 12 : 1 + random.nextInt(5)];
            Arrays.fill(bytes, (byte) 'a');
            for (int at = random.nextInt(bytes.length); at < bytes.length; at++) {
                bytes[at] = (byte) usual[random.nextInt(usual.length)];
            }
            boolean expected = decodes(bytes);
            assertThat(StringChecking.isUtf8(bytes, 0, bytes.length) == expected)
                    .as(() -> Arrays.toString(bytes))
                    .isTrue();
            valid += expected ? 1 : 0;
        }
        assertThat(valid).isBetween(4_000, 96_000);
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private long transfer(StringEncoding from, StringEncoding to, int begin, int length) {
        RangeTransfer transfer = StringTransfer.of(from, to);
        Passage passage = new Passage(source.cx, target.cx);
        transfer.checkRange(passage, begin, length);
        return transfer.copyRange(passage, begin, length);
    }
}
