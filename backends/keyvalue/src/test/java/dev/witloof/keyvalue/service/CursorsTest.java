package dev.witloof.keyvalue.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cursors as text. */
final class CursorsTest {

    @Test
    void whatAPageGaveIsRead() throws Exception {
        assertThat(Cursors.read(Optional.empty())).isZero();
        for (long number : new long[] {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
            Optional<String> written = Cursors.written(new KeyPage(List.of(), OptionalLong.of(number)));
            assertThat(Cursors.read(written)).isEqualTo(number);
        }
        assertThat(Cursors.written(new KeyPage(List.of(), OptionalLong.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 5", "+5", "05", "-1", "5\n", "٥", "18446744073709551616", "next"})
    void whatNoPageGaveIsRefused(String cursor) {
        assertThatThrownBy(() -> Cursors.read(Optional.of(cursor)))
                .isInstanceOf(KeyValueException.class)
                .hasMessage("list-keys: expected a cursor that a page gave, found another");
    }
}
