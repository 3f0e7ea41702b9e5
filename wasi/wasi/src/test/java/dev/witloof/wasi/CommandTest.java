package dev.witloof.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.witloof.error.ExitException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.wasi.cli.Run;
import dev.witloof.wasi.filesystem.Access;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands out of real toolchains, against what they printed under another host. */
class CommandTest {

    private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

    private WasiBuilder everything(List<String> arguments) {
        return Wasi.builder()
                .arguments(arguments)
                .environment("HOME", "/home/guest")
                .environment(Map.of("LANG", "C"))
                .stdin(new ByteArrayInputStream("one\ntwo\n".getBytes(UTF_8)))
                .stdout(stdout)
                .stderr(stderr)
                .systemClocks()
                .random(new Random(1))
                .noDirectories();
    }

    static List<Transcript> transcripts() {
        return Transcript.all("wasi.txt");
    }

    /** The folder of the transcripts. */
    private static void etc(Path etc, WasiBuilder wasi) throws IOException {
        Files.writeString(etc.resolve("hostname"), "witloof\n");
        wasi.directory(etc, "/etc", Access.READ);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void aCommandPrintsWhatItPrintsElsewhere(Transcript expected, @TempDir Path etc) throws IOException {
        WasiBuilder wasi = everything(expected.arguments());
        if (expected.etc()) {
            etc(etc, wasi);
        }
        assertPrints(expected, wasi);
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void soItDoesWithAFileSystemInMemory(Transcript expected) throws IOException {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            WasiBuilder wasi = everything(expected.arguments());
            if (expected.etc()) {
                etc(memory.getPath("/work"), wasi);
            }
            assertPrints(expected, wasi);
        }
    }

    private void assertPrints(Transcript expected, WasiBuilder wasi) {
        int code = Command.run(Guest.component(expected.guest()), wasi.build());
        assertThat(stdout.toString(UTF_8).lines()).isEqualTo(expected.stdout());
        assertThat(stderr.toString(UTF_8).lines()).isEqualTo(expected.stderr());
        assertThat(code).isEqualTo(expected.code());
    }

    /** What the other host printed with a folder, without the line about what is in it. */
    @Test
    void aCommandThatExitsEndsWithItsCode() {
        int code = Command.run(
                Guest.component("rust-wasi/hello.p2.wasm"),
                everything(List.of("prog", "fail", "x")).build());
        assertThat(code).isEqualTo(1);
        assertThat(stdout).hasToString("args=3 env=2 map={\"k\": 3}\nstdin=8 bytes\n");
    }

    @Test
    void anInstanceThatExitedTakesNoMoreCalls() {
        Linker linker = Linker.builder()
                .bindAll(everything(List.of("prog", "fail", "x")).build())
                .build();
        try (ComponentInstance instance =
                linker.plan(Guest.component("rust-wasi/hello.p2.wasm")).instantiate()) {
            Run run = instance.export("wasi:cli/run@0.2.0", Run.class);
            ExitException exit = catchThrowableOfType(ExitException.class, run::run);
            assertThat(exit.code()).isEqualTo(1);
            assertThat(exit.reason()).isEqualTo("exited with code 1");
            assertThat(exit.export()).contains("\"wasi:cli/run@0.2.0\" run");
            assertThat(exit.importOnTheWay()).contains("\"wasi:cli/exit@0.2.9\" exit");
            assertThat(exit.frames()).isNotEmpty();
            assertThat(instance.isUsable()).isFalse();
            assertThatThrownBy(run::run)
                    .isInstanceOf(TrapException.class)
                    .isNotInstanceOf(ExitException.class)
                    .hasMessageContaining("exited with code 1");
        }
    }

    @Test
    void whatIsMissingIsReportedWithTheLineToWrite() {
        Wasi wasi = Wasi.builder()
                .arguments("prog")
                .stdin(InputStream.nullInputStream())
                .build();
        UnlinkableException report = catchThrowableOfType(
                UnlinkableException.class, () -> Command.run(Guest.component("rust-wasi/min.p2.wasm"), wasi));
        assertThat(report.problems())
                .extracting(each ->
                        each.importName().orElseThrow() + " " + each.fix().orElseThrow())
                .containsExactly(
                        "wasi:clocks/monotonic-clock@0.2.9 Wasi.builder().monotonicClock(…)",
                        "wasi:cli/stdout@0.2.9 Wasi.builder().stdout(…)",
                        "wasi:cli/stderr@0.2.9 Wasi.builder().stderr(…)",
                        "wasi:cli/terminal-stdout@0.2.9 Wasi.builder().stdout(…)",
                        "wasi:cli/terminal-stderr@0.2.9 Wasi.builder().stderr(…)",
                        "wasi:filesystem/types@0.2.9 Wasi.builder().directory(…)",
                        "wasi:filesystem/preopens@0.2.9 Wasi.builder().directory(…)");
    }

    @Test
    void soIsWhatIsMissingBehindAName() {
        Wasi empty = Wasi.builder().build();
        Linker linker = Linker.builder()
                .bindAll(Wasi.builder().stdout(stdout).build())
                .bind("audit", "report")
                .to(empty)
                .build();
        UnlinkableException report =
                catchThrowableOfType(UnlinkableException.class, () -> linker.plan(Guest.component("c-outs/outs.wasm")));
        assertThat(report.problems())
                .extracting(each ->
                        each.importName().orElseThrow() + " " + each.fix().orElseThrow())
                .containsExactly("audit Wasi.builder().stdout(…)", "report Wasi.builder().stdout(…)");
    }

    @Test
    void whatIsNoCommandIsRefused() {
        assertThatThrownBy(() -> Command.run(
                        Guest.component("c-outs/outs.wasm"), Wasi.builder().build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("component: expected an export of wasi:cli/run@0.2, found none");
    }

    @Test
    void threeStandardOutputsOfOneComponentGoToThreePlaces() {
        ByteArrayOutputStream audit = new ByteArrayOutputStream();
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        Linker linker = Linker.builder()
                .bindAll(Wasi.builder().stdout(stdout).build())
                .bind("audit")
                .to(Wasi.builder().stdout(audit).build())
                .bind("report")
                .to(Wasi.builder().stdout(report).build())
                .build();
        try (ComponentInstance outs =
                linker.plan(Guest.component("c-outs/outs.wasm")).instantiate()) {
            assertThat(outs.function("emit").call("hello")).hasToString("ok(5)");
            assertThat(outs.function("emit").call("again")).hasToString("ok(5)");
        }
        assertThat(audit).hasToString("audit hello\naudit again\n");
        assertThat(report).hasToString("report hello\nreport again\n");
        assertThat(stdout).hasToString("plain hello\nplain again\n");
    }
}
