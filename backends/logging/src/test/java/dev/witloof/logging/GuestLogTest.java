package dev.witloof.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.logging.v0_1_0_draft.Logging.Level;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.EventRecordingLogger;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.SubstituteLogger;

/** What SLF4J is told. A logger without room for markers and key-value pairs has them before the message. */
final class GuestLogTest {

    private final Queue<SubstituteLoggingEvent> events = new ArrayDeque<>();
    private final GuestLog log =
            new GuestLog(new EventRecordingLogger(new SubstituteLogger("guest", events, true), events), 20);

    @ParameterizedTest
    @CsvSource({
        "TRACE, TRACE, hello",
        "DEBUG, DEBUG, hello",
        "INFO, INFO, hello",
        "WARN, WARN, hello",
        "ERROR, ERROR, hello",
        "CRITICAL, ERROR, CRITICAL hello"
    })
    void levelsStay(Level level, org.slf4j.event.Level expected, String text) {
        log.log(level, "", "hello");

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(expected);
            assertThat(event.getMessage()).isEqualTo(text);
            assertThat(event.getArgumentArray()).isNullOrEmpty();
        });
    }

    private static Map<String, String> shown() {
        String twenty = "12345678901234567890";
        String faces = "😀".repeat(20);
        return Map.of(
                "a\nb",
                "a\\nb",
                "a\r\nERROR x",
                "a\\u{d}\\nERROR x",
                "a\u001b[2Jb",
                "a\\u{1b}[2Jb",
                "a\u2028b",
                "a\\u{2028}b",
                "a\u202eb",
                "a\\u{202e}b",
                "{} ${x} %s größe",
                "{} ${x} %s größe",
                twenty,
                twenty,
                twenty + "1",
                twenty + "… (1 more)",
                faces,
                faces,
                faces + "😀",
                faces + "… (2 more)");
    }

    @Test
    void noMessageForgesALine() {
        shown().forEach((message, shown) -> {
            events.clear();
            log.log(Level.INFO, "", message);

            assertThat(events)
                    .singleElement()
                    .extracting(SubstituteLoggingEvent::getMessage)
                    .isEqualTo(shown);
        });
    }

    @Test
    void theContextGoesAlong() {
        log.log(Level.WARN, "cart 42\n", "hello");

        assertThat(events)
                .singleElement()
                .extracting(SubstituteLoggingEvent::getMessage)
                .isEqualTo("context=cart 42\\n hello");
    }

    @Test
    void servesBothNamesOfTheInterface() {
        assertThat(Logs.slf4j().serves())
                .containsExactly(dev.witloof.logging.v0_1_0_draft.Logging.class, UnversionedLogging.class);
        assertThat(Logs.slf4j().description()).isEqualTo("SLF4J logging");
        assertThatThrownBy(() -> Logs.builder().maximumCharacters(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maximumCharacters: expected 1 or more, found 0");
    }
}
