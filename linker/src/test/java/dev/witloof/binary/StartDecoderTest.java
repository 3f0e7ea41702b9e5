package dev.witloof.binary;

import static dev.witloof.binary.Bytes.definition;
import static dev.witloof.binary.Bytes.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.component.Definition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartDecoderTest {

    @Test
    void aStartNamesItsFunctionArgumentsAndResults() {
        assertThat(definition(9, "03 02 00 81 01 01"))
                .isEqualTo(new Definition.StartDefinition(0xa, 3, List.of(0, 129), 1));
        assertThat(definition(9, "00 00 00")).isEqualTo(new Definition.StartDefinition(0xa, 0, List.of(), 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | offset 0xa: expected a function's index, found the end of the section",
                "00 02 00 | offset 0xb: expected arguments in the 1 byte left of the section, found 2 announced",
                "00 01 00 | offset 0xd: expected the number of results, found the end of the section",
                "00 00 00 00 | offset 0xd: expected the end of the section after its definitions, found 1 more byte"
            })
    void whatBreaksTheFormat(String bytes, String message) {
        assertThat(error(9, bytes)).isEqualTo("start section, " + message);
    }
}
