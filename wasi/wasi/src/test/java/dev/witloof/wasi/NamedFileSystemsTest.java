package dev.witloof.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.Deployment;
import dev.witloof.link.Linker;
import dev.witloof.wasi.filesystem.Access;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One component with two file systems, each behind a name. */
class NamedFileSystemsTest {

    private static final Component FILES = Guest.component("c-files/files.wasm");

    private final FileSystem memory = Jimfs.newFileSystem(Configuration.unix());
    private final Path left = memory.getPath("/work");

    @TempDir
    private Path right;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(left.resolve("f"), "x".repeat(200_000));
    }

    @AfterEach
    void end() throws IOException {
        memory.close();
    }

    private Deployment deployment(Access toRight) {
        return Linker.builder()
                .bindAll(Wasi.builder().noDirectories().build())
                .bind("left")
                .to(Wasi.builder()
                        .directory(left, "/", Access.READ_WRITE)
                        .openFiles(20)
                        .build())
                .bind("right")
                .to(Wasi.builder().directory(right, "/", toRight).build())
                .build()
                .plan(FILES)
                .start();
    }

    private static String failed(ErrorCode code) {
        return "err(" + code.ordinal() + ")";
    }

    @Test
    void aFileIsCopiedFromOneToTheOther() {
        try (Deployment deployment = deployment(Access.READ_WRITE);
                ComponentInstance guest = deployment.instantiate()) {
            assertThat(guest.function("copy").call("f")).hasToString("ok(200000)");
            assertThat(right.resolve("f")).hasContent("x".repeat(200_000));
            assertThat(guest.function("copy").call("g")).hasToString(failed(ErrorCode.NO_ENTRY));
            assertThat(guest.function("copy").call("../f")).hasToString(failed(ErrorCode.NOT_PERMITTED));
            assertThat(guest.function("move-across").call("f")).hasToString(failed(ErrorCode.CROSS_DEVICE));
        }
        assertThat(left.resolve("f")).exists();
    }

    @Test
    void whatOneMayTheOtherMayNot() {
        try (Deployment deployment = deployment(Access.READ);
                ComponentInstance guest = deployment.instantiate()) {
            assertThat(guest.function("copy").call("f")).hasToString(failed(ErrorCode.READ_ONLY));
            assertThat(guest.function("move-across").call("f")).hasToString(failed(ErrorCode.READ_ONLY));
        }
        assertThat(right).isEmptyDirectory();
    }

    /** So many files; the other instance has as many, and closing the first gives all back. */
    @Test
    void whoLeaksLosesOnlyItsOwn() {
        String leaked = "(20, " + ErrorCode.INSUFFICIENT_MEMORY.ordinal() + ")";
        try (Deployment deployment = deployment(Access.READ_WRITE)) {
            try (ComponentInstance leaking = deployment.instantiate();
                    ComponentInstance other = deployment.instantiate()) {
                assertThat(leaking.function("leak").call("f")).hasToString(leaked);
                assertThat(leaking.function("copy").call("f")).hasToString(failed(ErrorCode.INSUFFICIENT_MEMORY));
                assertThat(other.function("copy").call("f")).hasToString("ok(200000)");
            }
        }
    }

    /** Linux shows what a process has open. */
    @Test
    void whatAnInstanceHasOpenIsClosedWithIt() throws IOException {
        Files.writeString(right.resolve("f"), "here");
        Linker linker = Linker.builder()
                .bindAll(Wasi.builder().noDirectories().build())
                .bind("left", "right")
                .to(Wasi.builder().directory(right, "/", Access.READ).build())
                .build();
        try (Deployment deployment = linker.plan(FILES).start()) {
            assertThat(openOf(right.resolve("f"))).isZero();
            try (ComponentInstance leaking = deployment.instantiate()) {
                leaking.function("leak").call("f");
                assertThat(openOf(right.resolve("f"))).isEqualTo(Files.exists(Path.of("/proc/self/fd")) ? 256 : 0);
            }
            assertThat(openOf(right.resolve("f"))).isZero();
        }
        assertThat(openOf(right)).isZero();
    }

    private static long openOf(Path file) throws IOException {
        Path all = Path.of("/proc/self/fd");
        if (!Files.exists(all)) {
            return 0;
        }
        Path real = file.toRealPath();
        try (Stream<Path> open = Files.list(all)) {
            return open.filter(each -> leadsTo(each, real)).count();
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }
}
