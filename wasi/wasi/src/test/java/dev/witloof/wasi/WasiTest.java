package dev.witloof.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import dev.witloof.name.ImportRef;
import dev.witloof.name.NameAttributes;
import dev.witloof.value.Result;
import dev.witloof.wasi.cli.EndingExit;
import dev.witloof.wasi.cli.Environment;
import dev.witloof.wasi.cli.ProgramEnvironment;
import dev.witloof.wasi.cli.TerminalStderr;
import dev.witloof.wasi.cli.TerminalStdin;
import dev.witloof.wasi.cli.TerminalStdout;
import dev.witloof.wasi.clocks.InstantClock;
import dev.witloof.wasi.clocks.MonotonicClock;
import dev.witloof.wasi.clocks.MonotonicTime;
import dev.witloof.wasi.clocks.TimerClock;
import dev.witloof.wasi.io.Signal;
import dev.witloof.wasi.random.GeneratedRandom;
import dev.witloof.wasi.sockets.NetworkPolicy;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is given, and by which method. */
class WasiTest {

    private static List<String> served(WasiBuilder builder) {
        return builder.build().serves().stream()
                .map(type -> type.getAnnotation(WitInterface.class).value())
                .map(name -> name.substring("wasi:".length(), name.indexOf('@')))
                .toList();
    }

    private static final List<String> POWERLESS =
            List.of("io/error", "io/streams", "io/poll", "cli/exit", "cli/terminal-input", "cli/terminal-output");

    private static List<String> andMore(String... more) {
        return Stream.concat(POWERLESS.stream(), Stream.of(more)).toList();
    }

    @Test
    void nothingIsThereUntilGiven() {
        assertThat(served(Wasi.builder())).isEqualTo(POWERLESS);
        assertThat(served(Wasi.builder().stdinIsTerminal())).isEqualTo(POWERLESS);
        assertThat(Wasi.builder().build().description()).isEqualTo("WASI");
    }

    @Test
    void eachMethodGivesItsInterfaces() {
        assertThat(served(Wasi.builder().arguments())).isEqualTo(andMore("cli/environment"));
        assertThat(served(Wasi.builder().environment("A", "b"))).isEqualTo(andMore("cli/environment"));
        assertThat(served(Wasi.builder().environment(Map.of()))).isEqualTo(andMore("cli/environment"));
        assertThat(served(Wasi.builder().workingDirectory("/"))).isEqualTo(andMore("cli/environment"));
        assertThat(served(Wasi.builder().stdin(InputStream.nullInputStream())))
                .isEqualTo(andMore("cli/stdin", "cli/terminal-stdin"));
        assertThat(served(Wasi.builder().stdout(OutputStream.nullOutputStream())))
                .isEqualTo(andMore("cli/stdout", "cli/terminal-stdout"));
        assertThat(served(Wasi.builder().stderr(OutputStream.nullOutputStream())))
                .isEqualTo(andMore("cli/stderr", "cli/terminal-stderr"));
        assertThat(served(Wasi.builder().systemClocks()))
                .isEqualTo(andMore("clocks/monotonic-clock", "clocks/wall-clock"));
        assertThat(served(Wasi.builder().monotonicClock(() -> 0))).isEqualTo(andMore("clocks/monotonic-clock"));
        assertThat(served(Wasi.builder().wallClock(Instant::now))).isEqualTo(andMore("clocks/wall-clock"));
        assertThat(served(Wasi.builder().random(new Random(1))))
                .isEqualTo(andMore("random/random", "random/insecure", "random/insecure-seed"));
        assertThat(served(Wasi.builder().insecureRandom(new Random(1))))
                .isEqualTo(andMore("random/insecure", "random/insecure-seed"));
        assertThat(served(Wasi.builder().noDirectories()))
                .isEqualTo(andMore("filesystem/preopens", "filesystem/types"));
        assertThat(served(Wasi.builder().network(NetworkPolicy.none())))
                .isEqualTo(andMore(
                        "sockets/network",
                        "sockets/instance-network",
                        "sockets/ip-name-lookup",
                        "sockets/tcp",
                        "sockets/tcp-create-socket",
                        "sockets/udp",
                        "sockets/udp-create-socket"));
    }

    @Test
    void itSaysByWhichMethodAnInterfaceIsGiven() {
        Wasi wasi = Wasi.builder().build();
        assertThat(wasi.remedy(importOf("wasi:cli/stdin@0.2.0"))).contains("Wasi.builder().stdin(…)");
        assertThat(wasi.remedy(importOf("wasi:random/insecure-seed@0.2.3")))
                .contains("Wasi.builder().insecureRandom(…)");
        assertThat(wasi.remedy(importOf("wasi:sockets/tcp-create-socket@0.2.0")))
                .contains("Wasi.builder().network(…)");
        assertThat(wasi.remedy(importOf("wasi:cli/stdin@0.3.0"))).isEmpty();
        assertThat(wasi.remedy(importOf("wasi:keyvalue/store@0.2.0-draft"))).isEmpty();
    }

    private static ImportRef importOf(String name) {
        return new ImportRef(name, "instance", NameAttributes.NONE);
    }

    private static <T> T implementation(Wasi wasi, Class<T> type) throws Exception {
        ImportRef ref = importOf(type.getAnnotation(WitInterface.class).value());
        return type.cast(wasi.start(List.of(ref)).implementation(ref));
    }

    @Test
    void aTerminalIsOneWhereTheEmbedderSaysSo() throws Exception {
        WasiBuilder builder = Wasi.builder()
                .stdin(InputStream.nullInputStream())
                .stdout(OutputStream.nullOutputStream())
                .stderr(OutputStream.nullOutputStream());
        Wasi without = builder.build();
        Wasi with =
                builder.stdinIsTerminal().stdoutIsTerminal().stderrIsTerminal().build();
        assertThat(implementation(without, TerminalStdin.class).getTerminalStdin())
                .isEmpty();
        assertThat(implementation(without, TerminalStdout.class).getTerminalStdout())
                .isEmpty();
        assertThat(implementation(without, TerminalStderr.class).getTerminalStderr())
                .isEmpty();
        assertThat(implementation(with, TerminalStdin.class).getTerminalStdin()).isPresent();
        assertThat(implementation(with, TerminalStdout.class).getTerminalStdout())
                .isPresent();
        assertThat(implementation(with, TerminalStderr.class).getTerminalStderr())
                .isPresent();
    }

    @Test
    void theEnvironmentIsWhatWasGiven() throws Exception {
        Environment environment = implementation(
                Wasi.builder()
                        .arguments("prog", "")
                        .environment("Z", "1")
                        .environment("A", "x=y")
                        .environment("Z", "2")
                        .workingDirectory("/work")
                        .build(),
                Environment.class);
        assertThat(environment.getArguments()).containsExactly("prog", "");
        assertThat(environment.getEnvironment()).containsExactly(new Tuple2<>("Z", "2"), new Tuple2<>("A", "x=y"));
        assertThat(environment.initialCwd()).contains("/work");
        assertThat(new ProgramEnvironment(List.of(), Map.of(), null).initialCwd())
                .isEmpty();
    }

    @Test
    void whatNoProgramCanHaveIsRefused() {
        assertRefused(Wasi.builder().arguments("a", "b\0c"), "argument: expected no NUL, found one at 1");
        assertRefused(
                Wasi.builder().environment("A=B", "c"),
                "environment variable: expected a name without \"=\", found \"A=B\"");
        assertRefused(
                Wasi.builder().environment("", "c"), "environment variable: expected a name without \"=\", found \"\"");
        assertRefused(Wasi.builder().environment("A\0", "c"), "environment variable: expected no NUL, found one at 1");
        assertRefused(
                Wasi.builder().environment("A", "\0"),
                "value of environment variable \"A\": expected no NUL, found one at 0");
        assertRefused(Wasi.builder().workingDirectory("/\0"), "working directory: expected no NUL, found one at 1");
    }

    private static void assertRefused(WasiBuilder builder, String message) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void readingsOfTheMonotonicClockAreUnsigned() {
        long now = Long.MAX_VALUE - 5;
        MonotonicClock clock = new TimerClock(() -> now, new Signal());
        assertThat(clock.now()).isEqualTo(now);
        assertThat(clock.subscribeInstant(now).ready()).isTrue();
        assertThat(clock.subscribeInstant(now + 10).ready()).isFalse();
        assertThat(clock.subscribeInstant(-1).ready()).isFalse();
        assertThat(clock.subscribeDuration(0).ready()).isTrue();
        assertThat(clock.subscribeDuration(10).ready()).isFalse();
        assertThat(clock.subscribeDuration(-1).ready()).isFalse();
        MonotonicClock last = new TimerClock(() -> -1, new Signal());
        assertThat(last.subscribeDuration(5).ready()).isTrue();
    }

    @Test
    void theSystemsClocksRunInNanoseconds() {
        MonotonicClock clock = new TimerClock(MonotonicTime.system(), new Signal());
        long first = clock.now();
        assertThat(clock.now()).isGreaterThanOrEqualTo(first).isLessThan(60_000_000_000L);
        assertThat(clock.resolution()).isEqualTo(1);
        assertThat(new InstantClock(Instant::now).resolution().nanoseconds()).isEqualTo(1);
    }

    @Test
    void randomNumbersAreNewOnEveryCall() {
        GeneratedRandom random = new GeneratedRandom(new Random(3));
        Random same = new Random(3);
        byte[] bytes = new byte[4];
        same.nextBytes(bytes);
        assertThat(random.getInsecureRandomBytes(4)).isEqualTo(bytes);
        assertThat(random.getInsecureRandomU64()).isEqualTo(same.nextLong());
        assertThat(random.getRandomU64()).isEqualTo(same.nextLong());
        assertThat(random.insecureSeed()).isEqualTo(new Tuple2<>(same.nextLong(), same.nextLong()));
        assertThat(random.getRandomBytes(0)).isEmpty();
    }

    @Test
    void exitsAreExceptions() {
        EndingExit exit = new EndingExit();
        assertThatThrownBy(() -> exit.exit(new Result.Ok<>(null))).hasMessage("exited with code 0");
        assertThatThrownBy(() -> exit.exit(new Result.Err<>(null))).hasMessage("exited with code 1");
        assertThatThrownBy(() -> exit.exitWithCode(200)).hasMessage("exited with code 200");
    }
}
