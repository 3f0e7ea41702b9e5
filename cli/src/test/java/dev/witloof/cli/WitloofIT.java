package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, as a process. */
class WitloofIT {

    @TempDir
    private Path folder;

    @Test
    void theJarRuns() throws IOException, InterruptedException {
        Program.jar("--version").is(0, "witloof " + System.getProperty("witloof.version") + "\n", "");
        Program.jar().is(64, "", "witloof: expected a command, found none\nwitloof --help says more\n");
    }

    @Test
    void theStartScriptRunsIt() throws IOException, InterruptedException {
        Path stores = Outcome.guest("c-stores/stores.wasm", folder);

        Program.script("run", stores.toString(), "--invoke", "live()").is(0, "(0, 0)\n", "");
    }

    @Test
    void witIsReadByTheLibraryInTheJar() throws IOException, InterruptedException {
        Path stores = Outcome.guest("c-stores/stores.wasm", folder);

        assertThat(Program.jar("wit", "print", stores.toString()).out()).startsWith("package root:component;\n");
    }
}
