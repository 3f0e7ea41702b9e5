package dev.witloof.examples.firstlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FirstLightTest {

    @Test
    void printsTheTranscript() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FirstLight.run(new PrintStream(out, true, StandardCharsets.UTF_8));

        try (InputStream expected =
                Objects.requireNonNull(FirstLightTest.class.getResourceAsStream("/first-light.txt"))) {
            assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\.java:\\d+", ".java"))
                    .isEqualToNormalizingNewlines(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
