package dev.witloof.tests.contract;

import dev.witloof.link.Backend;
import dev.witloof.testkit.contract.Elsewhere;
import dev.witloof.testkit.contract.ProcessesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A store that several processes have open can be as the contract wants it. */
final class ShelfProcessesTest extends ProcessesContract {

    static final class Opening implements Elsewhere.Opening {
        @Override
        public Backend open(List<String> settings) {
            return new ShelfKeyValue(Path.of(settings.get(0)));
        }
    }

    @TempDir
    Path directory;

    @Override
    public Backend fresh() throws IOException {
        return new ShelfKeyValue(Files.createTempFile(directory, "shelf", null));
    }

    @Override
    protected Elsewhere elsewhere(Backend store) {
        return Elsewhere.of(Opening.class, ((ShelfKeyValue) store).file().toString());
    }
}
