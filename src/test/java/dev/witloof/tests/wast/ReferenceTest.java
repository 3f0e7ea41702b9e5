package dev.witloof.tests.wast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference tests of the Component Model's repository. */
final class ReferenceTest {

    @BeforeEach
    void library() {
        Required.library();
    }

    @ParameterizedTest(name = "profile {0}: {1} commands")
    @CsvSource({"0.2, 960", "sync, 997"})
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everyCommandOfTheProfilePasses(String profile, int commands) throws IOException {
        Profile wanted = Profile.named(profile).orElseThrow();
        CommandTable table = CommandTable.read(Required.referenceData(CommandTable.FILE));
        WastRunner runner = new WastRunner(wanted.features());
        List<Outcome> outcomes = new ArrayList<>();
        for (Path script : Wast.scripts(Required.referenceData("component-model"))) {
            String name = script.getParent().getFileName() + "/" + script.getFileName();
            outcomes.addAll(runner.run(name, Files.readAllBytes(script), table.select(script, wanted)));
        }

        assertThat(outcomes).filteredOn(outcome -> !outcome.passed()).isEmpty();
        assertThat(outcomes).hasSize(commands);
    }
}
