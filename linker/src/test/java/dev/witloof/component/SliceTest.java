package dev.witloof.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SliceTest {

    private final byte[] bytes = {1, 2, -1, 4, 5};
    private final Slice slice = new Slice(bytes, 1, 3);

    @Test
    void aSliceIsAStretchOfTheInput() throws IOException {
        assertThat(slice.offset()).isEqualTo(1);
        assertThat(slice.length()).isEqualTo(3);
        assertThat(slice.at(0)).isEqualTo(2);
        assertThat(slice.at(1)).isEqualTo(255);
        assertThat(slice.toByteArray()).containsExactly(2, -1, 4);
        assertThat(slice.open().readAllBytes()).containsExactly(2, -1, 4);
        assertThat(slice).hasToString("0x1..0x4");
    }

    @Test
    void itIsNotACopy() {
        bytes[1] = 7;
        assertThat(slice.at(0)).isEqualTo(7);
    }

    @Test
    void nothingLiesBeyondIt() {
        assertThatThrownBy(() -> slice.at(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new Slice(bytes, 3, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void equalityIsThatOfPlaceNotOfContent() {
        assertThat(slice).isEqualTo(new Slice(bytes, 1, 3)).hasSameHashCodeAs(new Slice(bytes, 1, 3));
        assertThat(slice)
                .isNotEqualTo(new Slice(bytes.clone(), 1, 3))
                .isNotEqualTo(new Slice(bytes, 1, 2))
                .isNotEqualTo(new Slice(bytes, 2, 3));
    }
}
