package dev.witloof.blobstore.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 10, 0, 1",
        "0, 9, 10, 0, 10",
        "3, 5, 10, 3, 3",
        "9, 9, 10, 9, 1",
        "9, 10, 10, 9, 1",
        "10, 10, 10, 10, 0",
        "11, 20, 10, 10, 0",
        "0, -1, 10, 0, 10",
        "5, -1, 10, 5, 5",
        "-1, -1, 10, 10, 0",
        "5, -9223372036854775808, 10, 5, 5",
        "0, 0, 0, 0, 0",
        "0, -1, 0, 0, 0",
        "0, 9223372036854775807, 9223372036854775807, 0, 9223372036854775807",
        "1, -1, 9223372036854775807, 1, 9223372036854775806"
    })
    void aRangeIsAPartOfAnObject(long start, long end, long size, long offset, long length) {
        ByteRange range = new ByteRange(start, end);
        assertThat(range.offset(size)).isEqualTo(offset);
        assertThat(range.length(size)).isEqualTo(length);
    }

    @Test
    void aRangeEndsWhereItBeginsOrLater() {
        assertThatThrownBy(() -> new ByteRange(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("range: expected an end of 3 or more, found 2");
        assertThatThrownBy(() -> new ByteRange(-1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("range: expected an end of 18446744073709551615 or more, found 0");
    }
}
