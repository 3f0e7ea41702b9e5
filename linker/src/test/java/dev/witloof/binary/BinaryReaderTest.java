package dev.witloof.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.MalformedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryReaderTest {

    private static BinaryReader reader(String bytes) {
        return new BinaryReader(Bytes.of(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "00, 0",
        "7f, 127",
        "80 01, 128",
        "ff 7f, 16383",
        "80 00, 0",
        "81 80 80 80 00, 1",
        "ff ff ff ff 0f, 4294967295",
        "80 80 80 80 08, 2147483648"
    })
    void unsignedNumbers(String bytes, long value) {
        BinaryReader in = reader(bytes);
        assertThat(Integer.toUnsignedLong(in.u32("a number"))).isEqualTo(value);
        assertThat(in.remaining()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "33, 00, 0",
        "33, 3f, 63",
        "33, 40, -64",
        "33, 7f, -1",
        "33, c0 00, 64",
        "33, ff ff ff ff 0f, 4294967295",
        "33, 80 80 80 80 70, -4294967296",
        "16, ff ff 01, 32767",
        "16, 80 80 7e, -32768",
        "32, 80 80 80 80 78, -2147483648",
        "64, 80 80 80 80 80 80 80 80 80 7f, -9223372036854775808",
        "64, ff ff ff ff ff ff ff ff ff 00, 9223372036854775807",
        "64, 7f, -1"
    })
    void signedNumbers(int bits, String bytes, long value) {
        BinaryReader in = reader(bytes);
        assertThat(in.signed(bits, "a number")).isEqualTo(value);
        assertThat(in.remaining()).isZero();
    }

    @Test
    void u64() {
        assertThat(reader("ff ff ff ff ff ff ff ff ff 01").u64("a number")).isEqualTo(-1L);
        assertThatThrownBy(() -> reader("ff ff ff ff ff ff ff ff ff 02").u64("a number"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x0: expected a number, found a number that does not fit in 64 bits");
    }

    @ParameterizedTest
    @CsvSource({
        "ff ff ff ff 10, found a number that does not fit in 32 bits",
        "81 80 80 80 70, found a number that does not fit in 32 bits",
        "80 80 80 80 80 00, found a number of more than 5 bytes"
    })
    void unsignedNumbersThatAreTooLarge(String bytes, String found) {
        assertThatThrownBy(() -> reader(bytes).u32("a number"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x0: expected a number, " + found);
    }

    @ParameterizedTest
    @CsvSource({
        "33, 80 80 80 80 10, found a number that does not fit in 33 bits",
        "33, ff ff ff ff 6f, found a number that does not fit in 33 bits",
        "33, ff ff ff ff ff 7f, found a number of more than 5 bytes",
        "16, 80 80 02, found a number that does not fit in 16 bits",
        "64, 80 80 80 80 80 80 80 80 80 01, found a number that does not fit in 64 bits"
    })
    void signedNumbersThatAreTooLarge(int bits, String bytes, String found) {
        assertThatThrownBy(() -> reader(bytes).signed(bits, "a number"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x0: expected a number, " + found);
    }

    @Test
    void aNumberThatTheInputCutsOff() {
        assertThatThrownBy(() -> reader("80 80").u32("a number"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x2: expected a number, found the end of the input");
    }

    @Test
    void names() {
        assertThat(reader("`plain`").name("a name")).isEqualTo("plain");
        assertThat(reader("00").name("a name")).isEmpty();
        assertThat(reader("`grüße 😀`").name("a name")).isEqualTo("grüße 😀");
    }

    @ParameterizedTest
    @CsvSource({
        "02 ff fe, 1, 'in UTF-8, found bytes that are not'",
        "03 61 62 c3, 3, 'in UTF-8, found bytes that are not'",
        "03 ed a0 80, 1, 'in UTF-8, found bytes that are not'",
        "02 c0 80, 1, 'in UTF-8, found bytes that are not'",
        "05 61 c3 bc f5 80, 4, 'in UTF-8, found bytes that are not'",
        "04 f4 90 80 80, 1, 'in UTF-8, found bytes that are not'",
        "05 61 62, 1, 'of 5 bytes, found the end of the input after 2'",
        "ff ff ff ff 0f 61, 5, 'of 4294967295 bytes, found the end of the input after 1'"
    })
    void namesThatAreNone(String bytes, int offset, String rest) {
        assertThatThrownBy(() -> reader(bytes).name("a name"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x" + offset + ": expected a name " + rest);
    }

    @Test
    void aVectorIsNeverLongerThanTheInput() {
        assertThat(reader("02 05 06").vec("byte", "bytes", () -> 1)).hasSize(2);
        BinaryReader in = reader("bf 84 3d 73");
        assertThatThrownBy(() -> in.vec("type", "types", () -> in.u8("a type")))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x0: expected types in the 1 byte left of the input, found 999999 announced");
        assertThatThrownBy(() -> reader("ff ff ff ff 0f 73").count("types"))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x0: expected types in the 1 byte left of the input, found 4294967295 announced");
    }

    @Test
    void anErrorInAVectorNamesTheItem() {
        BinaryReader in = reader("02 01 02");
        assertThatThrownBy(() -> in.vec("flag", "flags", () -> in.flag("a flag")))
                .isInstanceOf(MalformedException.class)
                .hasMessage("flag 1, offset 0x2: expected a flag, found 0x02");
    }

    @Test
    void aPartIsReadToItsEndAndNotBeyond() {
        BinaryReader in = reader("01 02 03");
        assertThat(in.<Integer>within(2, "part", "numbers", () -> in.u8("a number") + in.u8("a number")))
                .isEqualTo(3);
        assertThat(in.remaining()).isEqualTo(1);

        BinaryReader rest = reader("01 02 03");
        assertThatThrownBy(() -> rest.within(3, "part", "numbers", () -> rest.u8("a number")))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x1: expected the end of the part after its numbers, found 2 more bytes");

        BinaryReader beyond = reader("01 02 03");
        assertThatThrownBy(() -> beyond.within(1, "part", "numbers", () -> beyond.slice(2, "a pair")))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x0: expected a pair of 2 bytes, found the end of the part after 1");

        BinaryReader large = reader("01 02 03");
        assertThatThrownBy(() -> large.within(4, "part", "numbers", () -> 0))
                .isInstanceOf(MalformedException.class)
                .hasMessage("offset 0x0: expected the part of 4 bytes, found the end of the input after 3");
    }
}
