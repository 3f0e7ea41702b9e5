package dev.witloof.binary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.ComponentBinary;
import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreSort;
import dev.witloof.component.NameSection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSectionDecoderTest {

    private static ComponentBinary component(String... sections) {
        byte[][] custom = new byte[sections.length][];
        for (int i = 0; i < sections.length; i++) {
            custom[i] = Bytes.section(0, "`component-name`" + sections[i]);
        }
        return ComponentDecoder.decode(Bytes.component(custom));
    }

    @Test
    void namesOfTheComponentAndOfItsDefinitions() {
        assertThat(component("00 03 `me` 01 0a 00 00 02 00 `f` 05 `gg` 01 05 05 01 00 `i`")
                        .names())
                .contains(new NameSection(
                        Optional.of("me"),
                        List.of(
                                new NameSection.SortNames(
                                        CoreSort.FUNC,
                                        List.of(
                                                new NameSection.NameAssociation(0, "f"),
                                                new NameSection.NameAssociation(5, "gg"))),
                                new NameSection.SortNames(
                                        ComponentSort.INSTANCE, List.of(new NameSection.NameAssociation(0, "i"))))));
        assertThat(component("").names()).contains(new NameSection(Optional.empty(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "ff fe 01",
        "99",
        "00 03 `m` 00",
        "00 03 02 ff fe",
        "01 04 09 01 00 00",
        "01 03 01 7f 00",
        "02 00",
        "01 02 01 00 00 03 `me`"
    })
    void aSectionThatBreaksTheFormatIsAsIfItWereNotThere(String content) {
        ComponentBinary component = component(content);
        assertThat(component.names()).isEmpty();
        assertThat(component.customSections()).hasSize(1);
    }

    @Test
    void theFirstReadableSectionCounts() {
        assertThat(component("99", "00 02 `a`", "00 02 `b`").names())
                .contains(new NameSection(Optional.of("a"), List.of()));
    }
}
