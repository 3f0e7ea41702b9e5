package dev.witloof.testkit.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.wasi.clocks.MonotonicTime;
import dev.witloof.wasi.filesystem.Access;
import dev.witloof.wasi.io.Wait;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TestWasiTest {

    private static final Component STREAMS = component("c-streams/streams.wasm");

    private static Component component(String path) {
        try (InputStream in = TestWasiTest.class.getResourceAsStream("/guests/" + path)) {
            return Component.load(Objects.requireNonNull(in, path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aProgramSleepsAnHourInNoTime() {
        TestWasi wasi = TestWasi.create();
        ProgramResult result = wasi.run(STREAMS, "sleep", "3600000");
        assertThat(result.exitCode()).isZero();
        assertThat(result.stdout()).isEqualTo("not ready ready 1\n");
        assertThat(wasi.clock().now()).isEqualTo(Duration.ofHours(1).toNanos());
        assertThat(wasi.run(STREAMS, "time").stdout()).isEqualTo("978310800.0 1\n");
    }

    @Test
    void randomNumbersBeginAnewWithEachRun() {
        String expected = "0 " + Long.toUnsignedString(new Random(7).nextLong()) + "\n";
        TestWasi wasi = TestWasi.create().seed(7);
        assertThat(wasi.run(STREAMS, "random", "0").stdout()).isEqualTo(expected);
        assertThat(wasi.run(STREAMS, "random", "0").stdout()).isEqualTo(expected);
        assertThat(wasi.seed(8).run(STREAMS, "random", "0").stdout()).isNotEqualTo(expected);
    }

    @Test
    void inputBeginsAnewWithEachRunAndIsEmptyUnlessGiven() {
        TestWasi wasi = TestWasi.create();
        assertThat(wasi.run(STREAMS, "drain").stdout()).isEqualTo("0\n");
        wasi.stdin("ünf");
        assertThat(wasi.run(STREAMS, "drain").stdout()).isEqualTo("4\n");
        assertThat(wasi.run(STREAMS, "copy").stdout()).isEqualTo("ünf");
        byte[] bytes = {0, -1, (byte) 0x80};
        wasi.stdin(bytes);
        bytes[0] = 9;
        assertThat(wasi.run(STREAMS, "copy").stdoutBytes()).containsExactly(0, -1, 0x80);
    }

    @Test
    void aResultHasWhatOneRunWroteAndTheFakeWhatAllDid() {
        TestWasi wasi = TestWasi.create();
        ProgramResult unknown = wasi.run(STREAMS, "what");
        ProgramResult exited = wasi.run(STREAMS, "exit", "7");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(exited.exitCode()).isEqualTo(7);
        assertThat(unknown).hasToString("exit code 1\nstdout:\nwhat?\n\nstderr:\n");
        assertThat(exited.stdoutBytes()).isEmpty();
        assertThat(exited.stderrBytes()).isEmpty();
        assertThat(wasi.stdout()).isEqualTo("what?\n");
        assertThat(wasi.stdoutBytes()).hasSize(6);
        assertThat(wasi.stderrBytes()).isEmpty();
    }

    @Test
    void whatAProgramWroteBeforeItTrappedIsKept() {
        MonotonicTime none = new MonotonicTime() {
            @Override
            public long now() {
                return 0;
            }

            @Override
            public void arm(Wait wait, long instant) {
                throw new TrapException("no more time");
            }
        };
        TestWasi wasi = TestWasi.create().give(builder -> builder.monotonicClock(none));
        assertThatThrownBy(() -> wasi.run(STREAMS, "sleep", "1"))
                .isInstanceOf(TrapException.class)
                .hasMessageContaining("no more time");
        assertThat(wasi.stdout()).isEqualTo("not ready ");
    }

    @Test
    void filesAreInMemoryAndTheirTimesTheClocks() throws IOException {
        TestWasi wasi = TestWasi.create();
        Path left = wasi.directory("/left");
        Path right = wasi.directory("/right", Access.READ);
        Files.writeString(left.resolve("one"), "text");
        assertThat(Files.getLastModifiedTime(left.resolve("one")).toInstant()).isEqualTo(TestClock.START);
        assertThat(Files.getAttribute(left.resolve("one"), "unix:nlink")).isEqualTo(1);
        assertThat(left.getFileSystem()).isNotSameAs(right.getFileSystem());
    }

    @Test
    void itServesNamesToo() throws IOException {
        TestWasi plain = TestWasi.create();
        TestWasi audit = TestWasi.create();
        TestWasi report = TestWasi.create();
        Linker linker = Linker.builder()
                .bindAll(plain)
                .bind("audit")
                .to(audit)
                .bind("report")
                .to(report)
                .build();
        LinkPlan plan = linker.plan(component("c-outs/outs.wasm"));
        assertThat(plan.bindings()).extracting(each -> each.boundTo()).containsOnly("WASI for tests");
        try (ComponentInstance outs = plan.instantiate()) {
            outs.function("emit").call("hello");
        }
        assertThat(audit.stdout()).isEqualTo("audit hello\n");
        assertThat(report.stdout()).isEqualTo("report hello\n");
        assertThat(plain.stdout()).isEqualTo("plain hello\n");
    }

    @Test
    void anInstanceOfTheTestsOwnLinkerIsRun() {
        TestWasi wasi = TestWasi.create().arguments("streams", "drain").stdin("12");
        Linker linker = Linker.builder().bindAll(wasi).build();
        try (ComponentInstance program = linker.plan(STREAMS).instantiate()) {
            assertThat(wasi.run(program).stdout()).isEqualTo("2\n");
        }
    }

    @Test
    void argumentsWithoutNamesKeepTheProgramsName() {
        assertThat(TestWasi.create().arguments().run(STREAMS, "fail").exitCode())
                .isEqualTo(1);
        assertThat(TestWasi.create().arguments("other", "drain").run(STREAMS).stdout())
                .isEqualTo("what?\n");
    }
}
