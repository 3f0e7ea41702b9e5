package dev.witloof.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.instance.Component;
import dev.witloof.testkit.wasi.ProgramResult;
import dev.witloof.testkit.wasi.TestClock;
import dev.witloof.testkit.wasi.TestWasi;
import dev.witloof.wasi.filesystem.Access;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What the guide shows of programs. */
final class ProgramsGuideTest {

    private static Component component(String path) throws IOException {
        try (InputStream in = ProgramsGuideTest.class.getResourceAsStream("/guests/" + path)) {
            return Component.load(Objects.requireNonNull(in, path));
        }
    }

    @Test
    void readsAFile() throws IOException {
        Component program = component("rust-wasi/hello.p2.wasm");

        TestWasi wasi = TestWasi.create().stdin("one\ntwo\n").environment("LANG", "C");
        Path etc = wasi.directory("/etc", Access.READ);
        Files.writeString(etc.resolve("hostname"), "witloof\n");

        ProgramResult result = wasi.run(program, "fail", "x");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.stdout()).isEqualTo("args=3 env=1 map={\"k\": 3}\nhost=witloof\nstdin=8 bytes\n");
        assertThat(result.stderr()).isEqualTo("elapsed<1s=true after-epoch=true\n");
    }

    @Test
    void sleepsUntilTheTestMovesItsClock() throws Exception {
        Component program = component("c-streams/streams.wasm");
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            TestClock clock = TestClock.manual();
            Future<ProgramResult> sleeping =
                    executor.submit(() -> TestWasi.with(clock).run(program, "sleep", "60000"));
            clock.awaitSleeper();
            clock.advance(Duration.ofMinutes(1));
            assertThat(sleeping.get().stdout()).isEqualTo("not ready ready 1\n");
        } finally {
            executor.shutdownNow();
        }
    }
}
