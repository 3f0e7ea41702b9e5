package dev.witloof.wasi.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.witloof.wasi.clocks.WallClock.Datetime;
import dev.witloof.wasi.filesystem.Types.Descriptor;
import dev.witloof.wasi.filesystem.Types.DescriptorFlags;
import dev.witloof.wasi.filesystem.Types.DescriptorStat;
import dev.witloof.wasi.filesystem.Types.DescriptorType;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.filesystem.Types.NewTimestamp;
import dev.witloof.wasi.filesystem.Types.OpenFlags;
import dev.witloof.wasi.io.Streams;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the interface promises of folders, names and links, of whatever file system. */
abstract class FolderTests extends FileSystemTests {

    @Test
    void foldersAreMadeAndRemoved() throws Exception {
        root().createDirectoryAt("d");
        root().createDirectoryAt("d/e/");
        assertFails(ErrorCode.EXIST, () -> root().createDirectoryAt("d"));
        assertFails(ErrorCode.EXIST, () -> root().createDirectoryAt("."));
        assertFails(ErrorCode.NO_ENTRY, () -> root().createDirectoryAt("x/y"));
        assertFails(ErrorCode.NOT_EMPTY, () -> root().removeDirectoryAt("d"));
        assertFails(ErrorCode.IS_DIRECTORY, () -> root().unlinkFileAt("d"));
        assertFails(ErrorCode.INVALID, () -> root().removeDirectoryAt("d/."));
        assertFails(ErrorCode.NOT_EMPTY, () -> root().removeDirectoryAt("d/e/.."));
        root().removeDirectoryAt("d/e/");
        root().removeDirectoryAt("d");
        assertFails(ErrorCode.NO_ENTRY, () -> root().removeDirectoryAt("d"));
        text("f", "");
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root().removeDirectoryAt("f"));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root().unlinkFileAt("f/"));
        root().unlinkFileAt("f");
        assertFails(ErrorCode.NO_ENTRY, () -> root().unlinkFileAt("f"));
    }

    @Test
    void renamingReplacesWhatIsThere() throws Exception {
        text("a", "A");
        text("b", "B");
        root().renameAt("a", root(), "b");
        assertThat(text("b")).isEqualTo("A");
        assertThat(home().resolve("a")).doesNotExist();
        assertFails(ErrorCode.NO_ENTRY, () -> root().renameAt("a", root(), "b"));
        root().renameAt("b", root(), "b");
        root().createDirectoryAt("d");
        root().createDirectoryAt("e");
        root().createDirectoryAt("e/f");
        assertFails(ErrorCode.IS_DIRECTORY, () -> root().renameAt("b", root(), "d"));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root().renameAt("d", root(), "b"));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root().renameAt("b", root(), "c/"));
        assertFails(ErrorCode.NOT_EMPTY, () -> root().renameAt("d", root(), "e"));
        assertFails(ErrorCode.INVALID, () -> root().renameAt("e", root(), "e/f/g"));
        assertFails(ErrorCode.BUSY, () -> root().renameAt(".", root(), "z"));
        root().renameAt("e", root(), "d");
        assertThat(home().resolve("d/f")).isDirectory();
        try (Descriptor d = opened("d", Set.of(OpenFlags.DIRECTORY), READ);
                Descriptor file = opened("b", Set.of(), READ)) {
            root().renameAt("b", d, "b2");
            assertThat(text("d/b2")).isEqualTo("A");
            root().renameAt("d", root(), "moved");
            assertThat(file.stat().size()).isEqualTo(1);
            file.setTimes(new NewTimestamp.NoChange(), at(5, 0));
            assertThat(Files.getLastModifiedTime(home().resolve("moved/b2")).toMillis())
                    .isEqualTo(5000);
            d.createDirectoryAt("made");
            assertThat(home().resolve("moved/made")).isDirectory();
        }
    }

    @Test
    void timesAreSet() throws Exception {
        text("a", "");
        root().setTimesAt(NOT, "a", at(1_000, 5_000_000), at(2_000, 6_000_000));
        DescriptorStat stat = root().statAt(NOT, "a");
        assertThat(stat.dataAccessTimestamp()).contains(new Datetime(1_000, 5_000_000));
        assertThat(stat.dataModificationTimestamp()).contains(new Datetime(2_000, 6_000_000));
        try (Descriptor file = opened("a", Set.of(), READ)) {
            Instant before = Instant.now().minusMillis(1);
            file.setTimes(new NewTimestamp.NoChange(), new NewTimestamp.Now());
            assertThat(file.stat().dataAccessTimestamp()).contains(new Datetime(1_000, 5_000_000));
            assertThat(Files.getLastModifiedTime(home().resolve("a"))).isGreaterThan(FileTime.from(before));
            assertFails(ErrorCode.INVALID, () -> file.setTimes(at(1, 1_000_000_000), at(1, 0)));
            assertFails(ErrorCode.OVERFLOW, () -> file.setTimes(at(-1, 0), at(1, 0)));
        }
        root().setTimes(at(7, 0), at(8, 0));
        assertThat(root().stat().dataModificationTimestamp()).contains(new Datetime(8, 0));
        assertFails(ErrorCode.NO_ENTRY, () -> root().setTimesAt(NOT, "b", at(1, 0), at(1, 0)));
    }

    @Test
    void hardLinksAreTheSameFile() throws Exception {
        text("a", "A");
        root().createDirectoryAt("d");
        root().linkAt(NOT, "a", root(), "d/b");
        try (Descriptor one = opened("a", Set.of(), BOTH);
                Descriptor two = opened("d/b", Set.of(), BOTH);
                Descriptor other = opened("c", CREATE, BOTH)) {
            assertThat(one.isSameObject(two)).isTrue();
            assertThat(one.isSameObject(other)).isFalse();
            assertThat(one.isSameObject(root())).isFalse();
            assertThat(root().isSameObject(root().openAt(NOT, "d/..", Set.of(), READ)))
                    .isTrue();
            one.write(bytes("Z"), 0);
            assertThat(read(two, 10, 0)).isEqualTo("Z");
            assertThat(one.metadataHash()).isEqualTo(two.metadataHash());
            assertThat(one.metadataHash()).isNotEqualTo(other.metadataHash());
        }
        assertFails(ErrorCode.INVALID, () -> root().linkAt(Set.of(Types.PathFlags.SYMLINK_FOLLOW), "a", root(), "e"));
        assertFails(ErrorCode.EXIST, () -> root().linkAt(NOT, "a", root(), "c"));
        assertFails(ErrorCode.NO_ENTRY, () -> root().linkAt(NOT, "x", root(), "y"));
        assertFails(ErrorCode.NO_ENTRY, () -> root().linkAt(NOT, "a", root(), "y/"));
        assertFails(ErrorCode.NOT_PERMITTED, () -> root().linkAt(NOT, "d", root(), "y"));
    }

    @Test
    void theHashChangesWithTheFileButItsLowerHalfStays() throws Exception {
        text("a", "A");
        Types.MetadataHashValue before = root().metadataHashAt(NOT, "a");
        assertThat(root().metadataHashAt(NOT, "a")).isEqualTo(before);
        text("a", "AB");
        Types.MetadataHashValue after = root().metadataHashAt(NOT, "a");
        assertThat(after.lower()).isEqualTo(before.lower());
        assertThat(after.upper()).isNotEqualTo(before.upper());
    }

    @Test
    void symbolicLinksAreFollowedWhereThatIsSaid() throws Exception {
        root().createDirectoryAt("d");
        text("d/a", "A");
        root().symlinkAt("d/a", "l");
        root().symlinkAt("../d", "d/up");
        root().symlinkAt("nowhere", "dangling");
        root().symlinkAt("circle", "circle");
        assertThat(root().readlinkAt("l")).isEqualTo("d/a");
        assertThat(root().statAt(NOT, "l").type()).isEqualTo(DescriptorType.SYMBOLIC_LINK);
        assertThat(root().statAt(NOT, "l").size()).isEqualTo(3);
        assertThat(root().statAt(FOLLOW, "l").type()).isEqualTo(DescriptorType.REGULAR_FILE);
        assertThat(root().statAt(NOT, "d/up/up/a").type()).isEqualTo(DescriptorType.REGULAR_FILE);
        assertThat(root().statAt(NOT, "d/up/").type()).isEqualTo(DescriptorType.DIRECTORY);
        assertFails(ErrorCode.LOOP, () -> root().openAt(NOT, "l", Set.of(), READ));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root().openAt(NOT, "l", Set.of(OpenFlags.DIRECTORY), READ));
        assertFails(ErrorCode.LOOP, () -> root().statAt(FOLLOW, "circle"));
        assertFails(ErrorCode.LOOP, () -> root().statAt(NOT, "circle/x"));
        assertFails(ErrorCode.NO_ENTRY, () -> root().statAt(FOLLOW, "dangling"));
        assertFails(ErrorCode.EXIST, () -> opened("dangling", Set.of(OpenFlags.CREATE, OpenFlags.EXCLUSIVE), WRITE));
        opened("dangling", CREATE, WRITE).close();
        assertThat(home().resolve("nowhere")).isRegularFile();
        assertFails(ErrorCode.INVALID, () -> root().readlinkAt("d/a"));
        assertFails(ErrorCode.NO_ENTRY, () -> root().readlinkAt("x"));
        assertFails(ErrorCode.EXIST, () -> root().symlinkAt("x", "l"));
        assertFails(ErrorCode.NOT_PERMITTED, () -> root().symlinkAt("/etc", "x"));
        assertFails(ErrorCode.NO_ENTRY, () -> root().symlinkAt("", "x"));
        assertFails(ErrorCode.NO_ENTRY, () -> root().symlinkAt("x", "y/"));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root().removeDirectoryAt("d/up"));
        root().unlinkFileAt("d/up");
        root().unlinkFileAt("l");
        assertThat(text("d/a")).isEqualTo("A");
    }

    @Test
    void whatWasUnlinkedStaysOpen() throws Exception {
        text("a", "A");
        try (Descriptor file = opened("a", Set.of(), BOTH)) {
            root().unlinkFileAt("a");
            assertThat(read(file, 10, 0)).isEqualTo("A");
            file.write(bytes("BC"), 1);
            assertThat(file.stat().size()).isEqualTo(3);
            assertFails(ErrorCode.NO_ENTRY, () -> file.setTimes(at(1, 0), at(1, 0)));
        }
    }

    @Test
    void whereNothingMayBeChangedNothingIs() throws Exception {
        text("a", "A");
        Files.createDirectory(home().resolve("d"));
        try (OneInstance reading = given(Access.READ, 16);
                Descriptor folder = reading.folder();
                Descriptor file = folder.openAt(NOT, "a", Set.of(), READ);
                Descriptor d = folder.openAt(NOT, "d", Set.of(), READ)) {
            assertThat(folder.getFlags()).isEqualTo(READ);
            assertThat(d.getFlags()).isEqualTo(READ);
            NewTimestamp now = new NewTimestamp.Now();
            for (Descriptor each : List.of(folder, d)) {
                assertFails(ErrorCode.READ_ONLY, () -> each.openAt(NOT, "b", CREATE, READ));
                assertFails(ErrorCode.READ_ONLY, () -> each.openAt(NOT, "a", Set.of(), WRITE));
                assertFails(ErrorCode.READ_ONLY, () -> each.openAt(NOT, "a", Set.of(OpenFlags.TRUNCATE), READ));
                assertFails(
                        ErrorCode.READ_ONLY,
                        () -> each.openAt(NOT, ".", Set.of(), Set.of(DescriptorFlags.MUTATE_DIRECTORY)));
                assertFails(ErrorCode.READ_ONLY, () -> each.createDirectoryAt("x"));
                assertFails(ErrorCode.READ_ONLY, () -> each.removeDirectoryAt("d"));
                assertFails(ErrorCode.READ_ONLY, () -> each.unlinkFileAt("a"));
                assertFails(ErrorCode.READ_ONLY, () -> each.renameAt("a", root(), "x"));
                assertFails(ErrorCode.READ_ONLY, () -> root().renameAt("a", each, "x"));
                assertFails(ErrorCode.READ_ONLY, () -> each.linkAt(NOT, "a", root(), "x"));
                assertFails(ErrorCode.READ_ONLY, () -> root().linkAt(NOT, "a", each, "x"));
                assertFails(ErrorCode.READ_ONLY, () -> each.symlinkAt("a", "x"));
                assertFails(ErrorCode.READ_ONLY, () -> each.setTimesAt(NOT, "a", now, now));
                assertFails(ErrorCode.READ_ONLY, () -> each.setTimes(now, now));
            }
            assertFails(ErrorCode.READ_ONLY, () -> file.setTimes(now, now));
            assertThat(read(file, 9, 0)).isEqualTo("A");
            assertThat(list(folder)).hasSize(2);
        }
    }

    @Test
    void onlySoMuchIsOpenAtOnce() throws Exception {
        text("a", "A");
        try (OneInstance few = given(Access.READ, 3);
                Descriptor folder = few.folder();
                Descriptor same = few.folder()) {
            List<Descriptor> open = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                open.add(folder.openAt(NOT, "a", Set.of(), READ));
            }
            assertFails(ErrorCode.INSUFFICIENT_MEMORY, () -> folder.openAt(NOT, "a", Set.of(), READ));
            assertFails(ErrorCode.INSUFFICIENT_MEMORY, folder::readDirectory);
            assertFails(ErrorCode.INSUFFICIENT_MEMORY, () -> same.openAt(NOT, "a", Set.of(), READ));
            assertThat(same.stat().type()).isEqualTo(DescriptorType.DIRECTORY);
            open.remove(0).close();
            open.add(folder.openAt(NOT, "a", Set.of(), READ));
            for (Descriptor each : open) {
                each.close();
            }
            folder.readDirectory().close();
        }
    }

    @Test
    void aStreamThatAppendsIsOpenToo() throws Exception {
        text("a", "A");
        try (OneInstance few = given(Access.READ_WRITE, 2);
                Descriptor folder = few.folder();
                Descriptor file = folder.openAt(NOT, "a", Set.of(), WRITE)) {
            Streams.OutputStream stream = file.appendViaStream();
            assertFails(ErrorCode.INSUFFICIENT_MEMORY, file::appendViaStream);
            stream.close();
            file.appendViaStream().close();
        }
    }

    @Test
    void whatNobodyDroppedIsClosedWithTheInstance() throws Exception {
        text("a", "A");
        OneInstance leaking = given(Access.READ_WRITE, 9);
        Descriptor file = leaking.folder().openAt(NOT, "a", Set.of(), BOTH);
        leaking.close();
        assertFails(ErrorCode.IO, () -> file.read(1, 0));
        file.close();
        leaking.close();
    }
}
