package dev.witloof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Components that are programs, as processes: what a shell sees of them is what it sees of a native program. */
class ProgramsIT {

    private static final String WITLOOF = Program.file("witloof").toString();

    @TempDir
    private Path folder;

    private Outcome shell(String script) throws IOException, InterruptedException {
        return Program.run(List.of("bash", "-c", script), Program.environment());
    }

    private String hello() throws IOException {
        return Outcome.guest("rust-wasi/hello.p2.wasm", folder).toString();
    }

    @Test
    void aProgramHasItsArgumentsEnvironmentAndStandardStreams() throws IOException, InterruptedException {
        String run = WITLOOF + " run --env HOME=/home/guest --env LANG=C ";

        shell("printf 'one\\ntwo\\n' | " + run + hello() + " -- one")
                .is(0, "args=2 env=2 map={\"k\": 2}\nstdin=8 bytes\n", "elapsed<1s=true after-epoch=true\n");
        for (String guest : List.of("c-wasi/hello-c.p2.wasm", "c-wasi/hello-c.p1c.wasm")) {
            shell("printf 'one\\ntwo\\n' | " + run + Outcome.guest(guest, folder) + " -- one")
                    .is(0, "argc=2 argv1=one HOME=set\ntime ok=1 byte=7\nstdin 8\n", "to stderr 3.142\n");
        }
    }

    @Test
    void aProgramHasTheFolderThatItIsGivenAndEndsWithItsCode() throws IOException, InterruptedException {
        Path etc = Files.createDirectory(folder.resolve("etc"));
        Files.writeString(etc.resolve("hostname"), "witloof\n");

        shell("printf 'one\\ntwo\\n' | " + WITLOOF + " run --dir " + etc + "::/etc::ro " + hello() + " -- fail x")
                .is(
                        1,
                        "args=3 env=0 map={\"k\": 3}\nhost=witloof\nstdin=8 bytes\n",
                        "elapsed<1s=true after-epoch=true\n");
    }

    @Test
    void bytesGoThroughAsTheyAre() throws IOException, InterruptedException {
        byte[] bytes = new byte[3_000_001];
        new Random(5).nextBytes(bytes);
        Path in = Files.write(folder.resolve("in"), bytes);
        Path out = folder.resolve("out");
        Path streams = Outcome.guest("c-streams/streams.wasm", folder);

        shell("cat " + in + " | " + WITLOOF + " run " + streams + " -- copy | cat > " + out + "; exit ${PIPESTATUS[1]}")
                .is(0, "", "");
        assertThat(out).hasBinaryContent(bytes);
    }

    /** C's library keeps the failed write to itself, as it does where the signal for it is ignored. */
    @Test
    void aReaderWhoStoppedIsTheProgramsAffair() throws IOException, InterruptedException {
        Path hello = Outcome.guest("c-wasi/hello-c.p2.wasm", folder);

        shell(WITLOOF + " run " + hello + " | true; exit ${PIPESTATUS[0]}").is(0, "", "to stderr 3.142\n");
    }

    @Test
    void anInterruptEndsAProgramThatWaits() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(WITLOOF, "run", hello());
        builder.environment().putAll(Program.environment());
        Process process = builder.start();
        try (OutputStream open = process.getOutputStream();
                BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(out.readLine()).isEqualTo("args=1 env=0 map={\"k\": 1}");
            open.flush();

            Program.run(List.of("kill", "-INT", Long.toString(process.pid())), Program.environment())
                    .is(0, "", "");

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
    }
}
