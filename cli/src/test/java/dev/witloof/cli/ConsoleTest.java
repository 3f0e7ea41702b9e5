package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    @Test
    void whoStopsReadingIsNoError() throws IOException {
        Results results = new Results(failing("Broken pipe"));

        results.println("a");
        results.println("b");
    }

    @Test
    void whatCannotBeWrittenIsAnError() {
        Results results = new Results(failing("No space left on device"));

        assertThatThrownBy(() -> results.println("a"))
                .isInstanceOf(IOException.class)
                .hasMessage("standard output: No space left on device");
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }

    @Test
    void progressIsShownAfterASecondAndIsGoneAtTheEnd() {
        assertThat(during(true, 1500)).isEqualTo("\r\u001b[Kcompiling shop.wasm, 1 s\r\u001b[K");
    }

    @Test
    void whatIsDoneSoonOrWatchedByNobodyHasNoProgress() {
        assertThat(during(true, 0)).isEmpty();
        assertThat(during(false, 1100)).isEmpty();
    }

    private static String during(boolean isTerminal, long millis) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.of(
                new ByteArrayInputStream(new byte[0]),
                OutputStream.nullOutputStream(),
                err,
                new Terminals(false, false, isTerminal),
                Map.of());
        String result = Progress.during(console, "compiling shop.wasm", () -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "done";
        });
        assertThat(result).isEqualTo("done");
        return err.toString(StandardCharsets.UTF_8);
    }
}
