package dev.witloof.wasi.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.wasi.filesystem.Types.Descriptor;
import dev.witloof.wasi.filesystem.Types.NewTimestamp;
import dev.witloof.wasi.filesystem.Types.OpenFlags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths that would leave the folder, all at rest and while another thread swaps what they lead through. */
class HostilePathsTest {

    private static final String SECRET = "secret";

    @TempDir
    private Path parent;

    private Path inside;
    private Path outside;
    private OneInstance all;
    private Descriptor root;

    @BeforeEach
    void open() throws IOException {
        outside = Files.createDirectory(parent.resolve("outside"));
        inside = Files.createDirectory(parent.resolve("inside"));
        Files.writeString(outside.resolve("f"), SECRET);
        Files.createDirectory(outside.resolve("d"));
        Files.createDirectories(inside.resolve("d/e"));
        Files.writeString(inside.resolve("d/f"), "ours");
        Files.createSymbolicLink(inside.resolve("abs"), outside);
        Files.createSymbolicLink(inside.resolve("rel"), Path.of("../outside"));
        Files.createSymbolicLink(inside.resolve("up"), Path.of(".."));
        Files.createSymbolicLink(inside.resolve("d/upup"), Path.of("../.."));
        Files.createSymbolicLink(inside.resolve("file"), Path.of("../outside/f"));
        Files.createSymbolicLink(inside.resolve("absfile"), outside.resolve("f"));
        Files.createSymbolicLink(inside.resolve("chain"), Path.of("d/upup"));
        Files.createSymbolicLink(inside.resolve("chain2"), Path.of("chain/outside"));
        Files.createSymbolicLink(inside.resolve("back"), Path.of("../inside/d"));
        Files.createSymbolicLink(inside.resolve("dots"), Path.of("d/e/../../../outside"));
        Files.createSymbolicLink(inside.resolve("root"), Path.of("/"));
        all = OneInstance.of(inside, Access.READ_WRITE, 256);
        root = all.folder();
    }

    @AfterEach
    void close() throws IOException {
        root.close();
        all.close();
        Files.delete(inside.resolve("root"));
    }

    /** 10 ways out, each by 5 ways there, with 4 ends. */
    private List<String> hostile() {
        List<String> paths = new ArrayList<>();
        List<String> out = List.of(
                "..",
                "../outside",
                "abs",
                "rel",
                "up/outside",
                "chain/outside",
                "chain2",
                "back/../../outside",
                "dots",
                "root");
        List<String> before = List.of("", "./", "d/../", "d/e/../../", "d//.././");
        for (String way : out) {
            for (String begin : before) {
                for (String end : List.of("/f", "/./f", "/d/../f", "//f")) {
                    paths.add(begin + way + end);
                }
            }
        }
        return paths;
    }

    private static void refused(String path, Call call) throws Exception {
        try {
            call.run();
        } catch (Types.ErrorCodeException refused) {
            assertThat(refused.error()).as(path).isEqualTo(Types.ErrorCode.NOT_PERMITTED);
            return;
        }
        throw new AssertionError(path + ": expected to be refused");
    }

    private interface Call {
        void run() throws Exception;
    }

    @Test
    void twoHundredPathsLeadNowhere() throws Exception {
        List<String> paths = hostile();
        assertThat(paths).doesNotHaveDuplicates().hasSize(200);
        NewTimestamp now = new NewTimestamp.Now();
        Set<Types.PathFlags> follow = FileSystemTests.FOLLOW;
        for (String path : paths) {
            refused(path, () -> root.openAt(follow, path, Set.of(), FileSystemTests.READ));
            refused(path, () -> root.openAt(follow, path, Set.of(OpenFlags.CREATE), FileSystemTests.WRITE));
            refused(path, () -> root.statAt(follow, path));
            refused(path, () -> root.metadataHashAt(follow, path));
            refused(path, () -> root.setTimesAt(follow, path, now, now));
            refused(path, () -> root.createDirectoryAt(path + "2"));
            refused(path, () -> root.removeDirectoryAt(path));
            refused(path, () -> root.unlinkFileAt(path));
            refused(path, () -> root.readlinkAt(path));
            refused(path, () -> root.symlinkAt("x", path + "2"));
            refused(path, () -> root.linkAt(Set.of(), path, root, "stolen"));
            refused(path, () -> root.linkAt(Set.of(), "d/f", root, path + "2"));
            refused(path, () -> root.renameAt(path, root, "stolen"));
            refused(path, () -> root.renameAt("d/f", root, path + "2"));
        }
        for (String path :
                List.of("/", "/etc/passwd", "//etc", outside.resolve("f").toString(), "file", "absfile", "..")) {
            refused(path, () -> root.openAt(follow, path, Set.of(), FileSystemTests.READ));
            refused(path, () -> root.statAt(follow, path));
        }
        for (String path : List.of("abs", "absfile", "root")) {
            refused(path, () -> root.readlinkAt(path));
        }
        assertUntouched();
    }

    private void assertUntouched() throws IOException {
        try (var left = Files.list(outside)) {
            assertThat(left.map(each -> each.getFileName().toString())).containsExactlyInAnyOrder("f", "d");
        }
        assertThat(outside.resolve("f")).hasContent(SECRET);
        assertThat(inside.resolve("stolen")).doesNotExist();
        assertThat(inside.resolve("d/f")).hasContent("ours");
    }

    /** Another thread exchanges a folder and a link that leads out, again and again. */
    @Test
    void aRaceIsNotWonByALink() throws Exception {
        Path turn = Files.createDirectory(inside.resolve("turn"));
        Files.writeString(turn.resolve("f"), "ours");
        Path link = Files.createSymbolicLink(parent.resolve("link"), outside);
        Path kept = parent.resolve("kept");
        AtomicBoolean done = new AtomicBoolean();
        Thread racing = new Thread(() -> {
            try {
                while (!done.get()) {
                    Files.move(turn, kept);
                    Files.move(link, turn);
                    Files.move(turn, link);
                    Files.move(kept, turn);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        racing.start();
        int read = 0;
        try {
            for (int i = 0; i < 4000 || read == 0; i++) {
                read += attempt(i);
            }
        } finally {
            done.set(true);
            racing.join();
        }
        assertThat(read).isPositive();
        assertThat(racing.isAlive()).isFalse();
        assertUntouched();
    }

    /** Whatever succeeds has happened to our own file. */
    private int attempt(int i) throws Exception {
        try (Descriptor file = root.openAt(FileSystemTests.FOLLOW, "turn/f", Set.of(), FileSystemTests.READ)) {
            assertThat(new String(file.read(100, 0).v0(), StandardCharsets.UTF_8))
                    .isEqualTo("ours");
            return 1;
        } catch (Types.ErrorCodeException lost) {
            expected(lost);
        }
        attempt(() ->
                assertThat(root.statAt(FileSystemTests.FOLLOW, "turn/f").size()).isEqualTo(4));
        attempt(() -> root.openAt(
                        FileSystemTests.FOLLOW, "turn/new" + i, Set.of(OpenFlags.CREATE), FileSystemTests.WRITE)
                .close());
        attempt(() -> root.renameAt("turn/new" + i, root, "turn/newer"));
        attempt(() -> root.unlinkFileAt("turn/newer"));
        attempt(() -> root.removeDirectoryAt("turn/d"));
        return 0;
    }

    private static void attempt(Call call) throws Exception {
        try {
            call.run();
        } catch (Types.ErrorCodeException lost) {
            expected(lost);
        }
    }

    private static void expected(Types.ErrorCodeException lost) {
        assertThat(lost.error())
                .isIn(
                        Types.ErrorCode.NO_ENTRY,
                        Types.ErrorCode.NOT_PERMITTED,
                        Types.ErrorCode.NOT_DIRECTORY,
                        Types.ErrorCode.LOOP,
                        Types.ErrorCode.BUSY);
    }
}
