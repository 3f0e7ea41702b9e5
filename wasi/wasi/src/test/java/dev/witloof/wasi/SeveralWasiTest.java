package dev.witloof.wasi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Linker;
import dev.witloof.wasi.clocks.MonotonicTime;
import dev.witloof.wasi.filesystem.Access;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.io.Wait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One component with several objects of WASI behind its names, which takes what it has of one to the other. */
@Timeout(60)
class SeveralWasiTest {

    private static final Component TIMES = Guest.component("c-times/times.wasm");
    private static final Component FILES = Guest.component("c-files/files.wasm");
    private static final Component OUTS = Guest.component("c-outs/outs.wasm");

    /** A clock that starts at a reading, and is moved on by those who wait for it. */
    private static final class Moving implements MonotonicTime {
        private long now;

        Moving(long start) {
            now = start;
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public void arm(Wait wait, long instant) {
            wait.skip(instant - now, () -> now = instant);
        }
    }

    @Test
    void twoClocksGoEachItsOwnWay() {
        Moving east = new Moving(1_000);
        Moving west = new Moving(5);
        Linker linker = Linker.builder()
                .bindAll(Wasi.builder().systemClocks().random(new Random(1)).build())
                .bind("east", "morning", "dice")
                .to(Wasi.builder()
                        .monotonicClock(east)
                        .wallClock(() -> Instant.ofEpochSecond(7))
                        .random(new Random(2))
                        .build())
                .bind("west", "evening", "cards")
                .to(Wasi.builder()
                        .monotonicClock(west)
                        .wallClock(() -> Instant.ofEpochSecond(19))
                        .random(new Random(3))
                        .build())
                .build();
        try (ComponentInstance guest = linker.plan(TIMES).instantiate()) {
            assertThat(guest.function("now").call()).hasToString("(1000, 5)");
            assertThat(guest.function("today").call()).hasToString("(7, 19)");
            assertThat(guest.function("first").call(30L, 20L)).hasToString("2");
            assertThat(guest.function("now").call()).hasToString("(1000, 25)");
            assertThat(guest.function("first").call(10L, 2_000L)).hasToString("1");
            assertThat(guest.function("first").call(0L, 0L)).hasToString("3");
            assertThat(guest.function("now").call()).hasToString("(1010, 25)");
            String drawn = "(" + new Random(2).nextLong() + ", " + new Random(3).nextLong() + ")";
            assertThat(guest.function("draw").call()).hasToString(drawn);
        }
    }

    /** Whose {@code poll} it is makes no difference to a clock that really runs. */
    @Test
    void theSystemsClockIsWaitedForBesideOneThatStandsStill() {
        MonotonicTime still = () -> 0;
        Linker linker = Linker.builder()
                .bindAll(Wasi.builder().build())
                .bind("east", "morning", "dice")
                .to(Wasi.builder().systemClocks().random(new Random(2)).build())
                .bind("west", "evening", "cards")
                .to(Wasi.builder()
                        .systemClocks()
                        .monotonicClock(still)
                        .random(new Random(3))
                        .build())
                .build();
        try (ComponentInstance guest = linker.plan(TIMES).instantiate()) {
            assertThat(guest.function("first").call(2_000_000L, Long.MAX_VALUE)).hasToString("1");
        }
    }

    /** In each of the four ways the interface of descriptors may be served, also by one that has folders of its own. */
    @Test
    void twoFileSystemsHaveWhateverTypes() throws IOException {
        try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
            Path left = Files.createDirectory(memory.getPath("/left"));
            Path right = Files.createDirectory(memory.getPath("/right"));
            Path own = Files.createDirectory(memory.getPath("/own"));
            Files.writeString(left.resolve("f"), "four");
            Files.writeString(own.resolve("f"), "nobody's");
            Wasi ofLeft = Wasi.builder().directory(left, "/", Access.READ_WRITE).build();
            Wasi ofRight =
                    Wasi.builder().directory(right, "/", Access.READ_WRITE).build();
            Wasi others = Wasi.builder().directory(own, "/", Access.READ_WRITE).build();
            Wasi none = Wasi.builder().noDirectories().build();
            for (Wasi types : new Wasi[] {ofLeft, ofRight, others, none}) {
                Linker linker = Linker.builder()
                        .bindAll(types)
                        .bind("left")
                        .to(ofLeft)
                        .bind("right")
                        .to(ofRight)
                        .build();
                try (ComponentInstance guest = linker.plan(FILES).instantiate()) {
                    assertThat(guest.function("copy").call("f")).hasToString("ok(4)");
                    assertThat(right.resolve("f")).hasContent("four");
                    Files.delete(right.resolve("f"));
                    assertThat(guest.function("move-across").call("f")).hasToString("ok(0)");
                    assertThat(right.resolve("f")).hasContent("four");
                    assertThat(guest.function("move-across").call("f"))
                            .hasToString("err(" + ErrorCode.NO_ENTRY.ordinal() + ")");
                }
                Files.move(right.resolve("f"), left.resolve("f"));
            }
            assertThat(own.resolve("f")).hasContent("nobody's");
        }
    }

    /** Those of whom the guest has nothing but streams, whatever they are given beside. */
    @Test
    void standardOutputsHaveWhateverStreams() {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream audit = new ByteArrayOutputStream();
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        Wasi ofPlain = Wasi.builder().stdout(plain).build();
        Wasi ofAudit = Wasi.builder().stdout(audit).build();
        Wasi ofReport = Wasi.builder().stdout(report).systemClocks().build();
        for (Wasi streams : new Wasi[] {ofPlain, ofAudit, ofReport}) {
            Linker linker = Linker.builder()
                    .bindInterface("wasi:io/streams@0.2.12")
                    .to(streams)
                    .bindInterface("wasi:io/error@0.2.12")
                    .to(ofAudit)
                    .bindInterface("wasi:cli/stdout@0.2.12")
                    .to(ofPlain)
                    .bind("audit")
                    .to(ofAudit)
                    .bind("report")
                    .to(ofReport)
                    .build();
            try (ComponentInstance outs = linker.plan(OUTS).instantiate()) {
                assertThat(outs.function("emit").call("x")).hasToString("ok(1)");
            }
        }
        assertThat(plain).hasToString("plain x\n".repeat(3));
        assertThat(audit).hasToString("audit x\n".repeat(3));
        assertThat(report).hasToString("report x\n".repeat(3));
    }

    /** Files may say which error of a stream is which, so their interface takes errors, here of another object. */
    @Test
    void anInterfaceTakesWhatAnotherObjectMade(@TempDir Path etc) throws IOException {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        Files.writeString(etc.resolve("hostname"), "witloof\n");
        Wasi files = Wasi.builder().directory(etc, "/etc", Access.READ).build();
        Linker linker = Linker.builder()
                .bindAll(Wasi.builder()
                        .arguments("prog")
                        .stdin(InputStream.nullInputStream())
                        .stdout(stdout)
                        .stderr(OutputStream.nullOutputStream())
                        .systemClocks()
                        .build())
                .bindInterface("wasi:filesystem/types@0.2.12")
                .to(files)
                .bindInterface("wasi:filesystem/preopens@0.2.12")
                .to(files)
                .build();
        try (ComponentInstance program =
                linker.plan(Guest.component("c-wasi/hello-c.p1c.wasm")).instantiate()) {
            assertThat(Command.run(program)).isZero();
        }
        assertThat(stdout.toString(UTF_8)).contains("host 8 bytes\n");
    }
}
