package dev.witloof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Components that are programs, as processes: what a shell sees of them is what it sees of a native program. */
class ProgramsIT {

    private static final String WITLOOF = Program.file("witloof").toString();

    /** The stores and their clients, the parsers of YAML, JSON and WIT. */
    private static final Pattern UNUSED =
            Pattern.compile(" (redis\\.clients|io\\.nats|com\\.zaxxer|net\\.rubyeye|org\\.snakeyaml"
                    + "|com\\.fasterxml|com\\.sun\\.jna|com\\.github\\.benmanes|org\\.bouncycastle|com\\.palantir"
                    + "|dev\\.witloof\\.(redis|nats|jdbc|memcached|files|keyvalue|blobstore|messaging))\\.");

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

    @Test
    void moreThanTheHeapFlowsThrough() throws IOException, InterruptedException {
        String run = "JAVA_OPTS='-Xmx48m -XX:TieredStopAtLevel=1' " + WITLOOF + " run " + program() + " cat";

        shell("head -c 1073741824 /dev/zero | " + run + " | cksum").is(0, "3413741448 1073741824\n", "");
    }

    @Test
    void whereNobodyReadsAnyMoreAProgramEndsAsByItsSignal() throws IOException, InterruptedException {
        String run = WITLOOF + " run " + program();

        shell(run + " yes | head -n 1; exit ${PIPESTATUS[0]}").is(141, "y\n", "");
        shell(WITLOOF + " run " + Outcome.guest("rust-wasi/min.p2.wasm", folder) + " | true; exit ${PIPESTATUS[0]}")
                .is(141, "", "");
        shell("{ { " + run + " what; echo $? >&3; } 2>&1 | true; } 3>&1").is(0, "141\n", "");
    }

    @Test
    void aStreamThatIsClosedFails() throws IOException, InterruptedException {
        String run = WITLOOF + " run " + program();

        shell(run + " cat <&-").is(1, "", "read: I/O error\n");
        shell("echo hello | " + run + " cat >&-").is(1, "", "write: I/O error\n");
    }

    @Test
    void aProgramEndsWithItsCode() throws IOException, InterruptedException {
        String streams = Outcome.guest("c-streams/streams.wasm", folder).toString();

        for (int code : List.of(3, 255)) {
            Program.script("run", streams, "exit", Integer.toString(code)).is(code, "", "");
        }
        Program.script("run", streams, "fail").is(1, "", "");
        Program.script("run", program(), "trap").is(134, "", "witloof run: program.wasm trapped: unreachable\n");
        assertThat(Program.script("run", "--verbose", program(), "trap").err())
                .startsWith("witloof run: program.wasm trapped: unreachable\n")
                .contains("TrapException: export \"wasi:cli/run@0.2.12\" run: unreachable\n    in func[");
    }

    @Test
    void aProgramMayCallItselfAsDeepAsANativeOne() throws IOException, InterruptedException {
        Program.script("run", program(), "deep", "100000").is(0, "2775469472\n", "");
        Program.script("run", program(), "deep", "1000000000")
                .is(134, "", "witloof run: program.wasm trapped: call stack exhausted\n");
    }

    @ParameterizedTest
    @CsvSource({"wait, TERM, 143", "wait, HUP, 129", "spin, INT, 130"})
    void aSignalEndsAProgramWhateverItDoes(String what, String signal, int status)
            throws IOException, InterruptedException {
        // Who runs the tests may ignore a signal, as nohup does, which would go down to the program.
        ProcessBuilder builder = new ProcessBuilder(
                "env",
                "--default-signal=HUP,INT,TERM",
                WITLOOF,
                "run",
                "--dir",
                folder + "::/guest",
                program(),
                what,
                "/guest/kept");
        builder.environment().putAll(Program.environment());
        Process process = builder.start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(out.readLine()).isEqualTo("written");

            Program.run(List.of("kill", "-" + signal, Long.toString(process.pid())), Program.environment())
                    .is(0, "", "");

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(status);
            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                    .isEmpty();
            assertThat(folder.resolve("kept")).hasContent("kept\n");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aProgramLoadsNothingOfWhatItDoesNotUse() throws IOException, InterruptedException {
        Path loaded = folder.resolve("loaded");
        Map<String, String> environment = new HashMap<>(Program.environment());
        environment.merge("JAVA_OPTS", " -Xlog:class+load:file=" + loaded, String::concat);

        Program.run(
                        List.of(
                                WITLOOF,
                                "run",
                                Outcome.guest("rust-wasi/min.p2.wasm", folder).toString()),
                        environment)
                .is(0, "hi\n", "");
        List<String> lines = Files.readAllLines(loaded);
        assertThat(lines).anyMatch(line -> line.contains(" dev.witloof.wasi.Command "));
        assertThat(lines.stream().filter(line -> UNUSED.matcher(line).find())).isEmpty();
    }

    @Test
    void aProgramKnowsWhichStreamsAreTerminals() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "util-linux's script makes the terminal");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (String witloof : List.of(WITLOOF, java + " -jar " + Program.file("witloof.jar"))) {
            String run = witloof + " run " + program() + " terminals";

            shell(run).is(0, "0 no terminal\n1 no terminal\n2 no terminal\n", "");
            assertThat(inTerminal(run)).isEqualTo("0 terminal\n1 terminal\n2 terminal\n");
            assertThat(inTerminal(run + " < /dev/null")).isEqualTo("0 no terminal\n1 terminal\n2 terminal\n");
            assertThat(inTerminal(run + " | cat")).isEqualTo("0 terminal\n1 no terminal\n2 terminal\n");
            assertThat(inTerminal(run + " 2> /dev/null")).isEqualTo("0 terminal\n1 terminal\n2 no terminal\n");
        }
    }

    /** Where neither the script nor the system tells. */
    @Test
    void javaKnowsOfInputAndOutputTogether() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "util-linux's script makes the terminal");
        String asked =
                Path.of(System.getProperty("java.home"), "bin", "java") + " -cp " + Path.of("target/test-classes") + ":"
                        + Program.file("witloof.jar") + " " + AskedConsole.class.getName();

        shell(asked).is(0, "Terminals[in=false, out=false, err=false]\n", "");
        assertThat(inTerminal(asked)).isEqualTo("Terminals[in=true, out=true, err=false]\n");
        assertThat(inTerminal(asked + " | cat")).isEqualTo("Terminals[in=false, out=false, err=false]\n");
    }

    private String program() throws IOException {
        return Outcome.guest("c-program/program.wasm", folder).toString();
    }

    /** What a command shows on a terminal, without what stood there for a while. */
    private static String inTerminal(String command) throws IOException, InterruptedException {
        Outcome outcome = Program.run(
                List.of("script", "--quiet", "--return", "--command", command, "/dev/null"), Program.environment());
        assertThat(outcome.status()).isZero();
        return outcome.out().replaceAll("\r\u001b\\[K(compiling[^\r]*)?", "").replace("\r\n", "\n");
    }

    @Test
    void anInterruptEndsAProgramThatReads() throws IOException, InterruptedException {
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
