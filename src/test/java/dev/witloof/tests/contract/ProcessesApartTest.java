package dev.witloof.tests.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.Elsewhere;
import dev.witloof.testkit.contract.ProcessesContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The contract of several processes finds processes that are apart. */
final class ProcessesApartTest {

    /** Each process has a store of its own. */
    static final class Apart extends ProcessesContract {

        @TempDir
        Path directory;

        private int opened;

        @Override
        public Backend fresh() {
            return new ShelfKeyValue(directory.resolve("here"));
        }

        @Override
        protected Elsewhere elsewhere(Backend store) {
            opened++;
            return Elsewhere.of(
                    ShelfProcessesTest.Opening.class,
                    directory.resolve("there" + opened).toString());
        }
    }

    @Test
    void eachOfItsTestsFails() {
        Events events = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Apart.class))
                .execute()
                .testEvents();
        events.assertStatistics(tests -> tests.started(4).failed(4));
        List<String> messages = events.failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .getMessage()
                        .replaceAll("\\s*\\R\\s*", "; "))
                .toList();
        assertThat(messages)
                .contains(
                        "[wasi:keyvalue/atomics@0.2.0-draft2, unnamed: \"Changes of one key that nobody sees half done.\","
                                + " the different sums that 4 processes were given]; expected: \"200\"; but was: \"50\"");
    }
}
