package dev.witloof.wasi.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.wasi.clocks.WallClock.Datetime;
import dev.witloof.wasi.filesystem.Types.Advice;
import dev.witloof.wasi.filesystem.Types.Descriptor;
import dev.witloof.wasi.filesystem.Types.DescriptorFlags;
import dev.witloof.wasi.filesystem.Types.DescriptorStat;
import dev.witloof.wasi.filesystem.Types.DescriptorType;
import dev.witloof.wasi.filesystem.Types.DirectoryEntry;
import dev.witloof.wasi.filesystem.Types.DirectoryEntryStream;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.filesystem.Types.NewTimestamp;
import dev.witloof.wasi.filesystem.Types.OpenFlags;
import dev.witloof.wasi.filesystem.Types.PathFlags;
import dev.witloof.wasi.io.Streams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the interface promises, of whatever file system. */
abstract class FileSystemTests {

    static final Set<PathFlags> FOLLOW = Set.of(PathFlags.SYMLINK_FOLLOW);
    static final Set<PathFlags> NOT = Set.of();
    static final Set<DescriptorFlags> READ = Set.of(DescriptorFlags.READ);
    static final Set<DescriptorFlags> WRITE = Set.of(DescriptorFlags.WRITE);
    static final Set<DescriptorFlags> BOTH = Set.of(DescriptorFlags.READ, DescriptorFlags.WRITE);
    static final Set<OpenFlags> CREATE = Set.of(OpenFlags.CREATE);

    private Path home;
    private GivenDirectories all;
    private Descriptor root;

    /** An empty folder of the file system. */
    abstract Path empty() throws IOException;

    @BeforeEach
    void open() throws IOException {
        home = empty();
        all = given(Access.READ_WRITE, 64);
        root = all.getDirectories().get(0).v0();
    }

    private GivenDirectories given(Access access, int most) throws IOException {
        return GivenDirectories.open(List.of(new GivenDirectories.Given(home, "/data", access)), most);
    }

    @AfterEach
    void close() throws IOException {
        root.close();
        all.close();
    }

    final Path home() {
        return home;
    }

    final Descriptor root() {
        return root;
    }

    static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThat(catchThrowableOfType(Types.ErrorCodeException.class, call).error())
                .isEqualTo(code);
    }

    private void text(String path, String contents) throws IOException {
        Files.writeString(home.resolve(path), contents);
    }

    private String text(String path) throws IOException {
        return Files.readString(home.resolve(path));
    }

    private Descriptor opened(String path, Set<OpenFlags> how, Set<DescriptorFlags> flags) throws Exception {
        return root.openAt(FOLLOW, path, how, flags);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String read(Descriptor file, long length, long offset) throws Exception {
        return new String(file.read(length, offset).v0(), StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsReadFromAnyPlace() throws Exception {
        text("a", "0123456789");
        try (Descriptor file = opened("a", Set.of(), READ)) {
            assertThat(read(file, 4, 3)).isEqualTo("3456");
            assertThat(file.read(4, 3).v1()).isFalse();
            assertThat(read(file, 100, 8)).isEqualTo("89");
            assertThat(file.read(100, 8).v1()).isTrue();
            assertThat(read(file, 4, 1L << 40)).isEmpty();
            assertThat(file.read(4, 1L << 40).v1()).isTrue();
            assertThat(read(file, -1, 0)).isEqualTo("0123456789");
            assertThat(read(file, 0, 0)).isEmpty();
            assertFails(ErrorCode.INVALID, () -> file.read(1, -1));
            assertThat(file.getFlags()).isEqualTo(READ);
            assertThat(file.getType()).isEqualTo(DescriptorType.REGULAR_FILE);
            assertFails(ErrorCode.BAD_DESCRIPTOR, () -> file.write(bytes("x"), 0));
            assertFails(ErrorCode.BAD_DESCRIPTOR, () -> file.writeViaStream(0));
            assertFails(ErrorCode.BAD_DESCRIPTOR, file::appendViaStream);
            assertFails(ErrorCode.INVALID, () -> file.setSize(0));
            file.advise(0, 10, Advice.SEQUENTIAL);
            assertFails(ErrorCode.INVALID, () -> file.advise(-1, 10, Advice.NORMAL));
            file.sync();
            file.syncData();
        }
        assertThat(text("a")).isEqualTo("0123456789");
    }

    @Test
    void aFileIsWrittenAtAnyPlace() throws Exception {
        try (Descriptor file = opened("a", CREATE, BOTH)) {
            assertThat(file.write(bytes("hello"), 0)).isEqualTo(5);
            assertThat(file.write(bytes("!"), 7)).isEqualTo(1);
            assertThat(text("a")).isEqualTo("hello\0\0!");
            assertFails(ErrorCode.INVALID, () -> file.write(bytes("x"), -1));
            assertFails(ErrorCode.FILE_TOO_LARGE, () -> file.write(bytes("x"), Long.MAX_VALUE));
            file.setSize(3);
            assertThat(text("a")).isEqualTo("hel");
            file.setSize(5);
            assertThat(text("a")).isEqualTo("hel\0\0");
            assertThat(file.stat().size()).isEqualTo(5);
            assertThat(file.getFlags()).isEqualTo(BOTH);
            file.sync();
            file.syncData();
        }
        try (Descriptor file = opened("a", Set.of(), WRITE)) {
            assertFails(ErrorCode.BAD_DESCRIPTOR, () -> file.read(1, 0));
            assertFails(ErrorCode.BAD_DESCRIPTOR, () -> file.readViaStream(0));
        }
    }

    @Test
    void streamsHavePlacesOfTheirOwn() throws Exception {
        text("a", "0123456789");
        Descriptor file = opened("a", Set.of(), BOTH);
        Streams.InputStream one = file.readViaStream(0);
        Streams.InputStream two = file.readViaStream(5);
        Streams.OutputStream out = file.writeViaStream(8);
        Streams.OutputStream more = file.appendViaStream();
        file.close();
        assertThat(one.read(2)).isEqualTo(bytes("01"));
        assertThat(two.read(2)).isEqualTo(bytes("56"));
        out.blockingWriteAndFlush(bytes("AB"));
        more.blockingWriteAndFlush(bytes("CD"));
        out.blockingWriteAndFlush(bytes("E"));
        more.blockingWriteAndFlush(bytes("F"));
        assertThat(one.blockingRead(100)).isEqualTo(bytes("234567ABEDF"));
        assertThat(catchThrowableOfType(Streams.StreamErrorException.class, () -> one.read(1))
                        .error())
                .isInstanceOf(Streams.StreamError.Closed.class);
        for (AutoCloseable each : List.of(one, two, out, more)) {
            each.close();
        }
        assertThat(text("a")).isEqualTo("01234567ABEDF");
    }

    @Test
    void whatIsLargeIsReadInParts() throws Exception {
        byte[] large = new byte[3 << 20];
        large[large.length - 1] = 7;
        Files.write(home.resolve("large"), large);
        try (Descriptor file = opened("large", Set.of(), READ);
                Streams.InputStream in = file.readViaStream(0)) {
            assertThat(file.read(1L << 40, 0).v0()).hasSize(1 << 20);
            assertThat(file.read(1L << 40, 2 << 20).v0()).hasSize(1 << 20).endsWith(7);
            assertThat(in.read(1L << 40)).hasSize(1 << 20);
        }
    }

    @Test
    void openingDoesWhatItsFlagsSay() throws Exception {
        assertFails(ErrorCode.NO_ENTRY, () -> opened("a", Set.of(), READ));
        opened("a", CREATE, READ).close();
        assertThat(text("a")).isEmpty();
        text("a", "text");
        opened("a", CREATE, BOTH).close();
        assertThat(text("a")).isEqualTo("text");
        assertFails(ErrorCode.EXIST, () -> opened("a", Set.of(OpenFlags.CREATE, OpenFlags.EXCLUSIVE), BOTH));
        opened("b", Set.of(OpenFlags.CREATE, OpenFlags.EXCLUSIVE), BOTH).close();
        opened("a", Set.of(OpenFlags.TRUNCATE), WRITE).close();
        assertThat(text("a")).isEmpty();
        assertFails(ErrorCode.NOT_DIRECTORY, () -> opened("a", Set.of(OpenFlags.DIRECTORY), READ));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> opened("a/", Set.of(), READ));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> opened("a/b", CREATE, READ));
        assertFails(ErrorCode.INVALID, () -> opened("d", Set.of(OpenFlags.DIRECTORY, OpenFlags.CREATE), READ));
        assertFails(ErrorCode.IS_DIRECTORY, () -> opened("d/", CREATE, READ));
        root.createDirectoryAt("d");
        assertFails(ErrorCode.IS_DIRECTORY, () -> opened("d", Set.of(), WRITE));
        assertFails(ErrorCode.IS_DIRECTORY, () -> opened("d", Set.of(OpenFlags.TRUNCATE), READ));
        assertFails(ErrorCode.EXIST, () -> opened("d", Set.of(OpenFlags.CREATE, OpenFlags.EXCLUSIVE), READ));
        Set<DescriptorFlags> synced = Set.of(DescriptorFlags.WRITE, DescriptorFlags.DATA_INTEGRITY_SYNC);
        try (Descriptor file = opened("c", CREATE, synced)) {
            assertThat(file.write(bytes("x"), 0)).isEqualTo(1);
            assertThat(file.getFlags()).isEqualTo(synced);
        }
        assertThat(text("c")).isEqualTo("x");
    }

    @Test
    void aFolderIsNoFileAndAFileNoFolder() throws Exception {
        root.createDirectoryAt("d");
        text("f", "");
        try (Descriptor folder = opened("d", Set.of(OpenFlags.DIRECTORY), READ);
                Descriptor file = opened("f", Set.of(), BOTH)) {
            assertThat(folder.getType()).isEqualTo(DescriptorType.DIRECTORY);
            assertThat(folder.getFlags())
                    .containsExactlyInAnyOrder(DescriptorFlags.READ, DescriptorFlags.MUTATE_DIRECTORY);
            assertFails(ErrorCode.IS_DIRECTORY, () -> folder.read(1, 0));
            assertFails(ErrorCode.IS_DIRECTORY, () -> folder.readViaStream(0));
            assertFails(ErrorCode.BAD_DESCRIPTOR, () -> folder.write(bytes("x"), 0));
            assertFails(ErrorCode.BAD_DESCRIPTOR, () -> folder.writeViaStream(0));
            assertFails(ErrorCode.BAD_DESCRIPTOR, folder::appendViaStream);
            assertFails(ErrorCode.BAD_DESCRIPTOR, () -> folder.setSize(1));
            assertFails(ErrorCode.BAD_DESCRIPTOR, () -> folder.advise(0, 0, Advice.NORMAL));
            folder.sync();
            folder.syncData();
            NewTimestamp now = new NewTimestamp.Now();
            assertFails(ErrorCode.NOT_DIRECTORY, file::readDirectory);
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.createDirectoryAt("x"));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.statAt(NOT, "x"));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.setTimesAt(NOT, "x", now, now));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.linkAt(NOT, "x", folder, "y"));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.openAt(NOT, "x", CREATE, READ));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.readlinkAt("x"));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.removeDirectoryAt("x"));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.renameAt("x", folder, "y"));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.symlinkAt("x", "y"));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.unlinkFileAt("x"));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> file.metadataHashAt(NOT, "x"));
            assertFails(ErrorCode.NOT_DIRECTORY, () -> root.renameAt("f", file, "y"));
            assertFails(ErrorCode.CROSS_DEVICE, () -> root.renameAt("f", Foreign.descriptor(), "y"));
        }
    }

    @Test
    void entriesAreListedWhileTheyChange() throws Exception {
        for (int i = 0; i < 50; i++) {
            text("f" + i, "");
        }
        root.createDirectoryAt("d");
        root.symlinkAt("nowhere", "l");
        assertThat(list(root))
                .hasSize(52)
                .contains(
                        new DirectoryEntry(DescriptorType.REGULAR_FILE, "f7"),
                        new DirectoryEntry(DescriptorType.DIRECTORY, "d"),
                        new DirectoryEntry(DescriptorType.SYMBOLIC_LINK, "l"));
        int found = 0;
        try (DirectoryEntryStream entries = root.readDirectory()) {
            for (Optional<DirectoryEntry> each = entries.readDirectoryEntry();
                    each.isPresent();
                    each = entries.readDirectoryEntry()) {
                found++;
                if (each.get().type() == DescriptorType.DIRECTORY) {
                    root.removeDirectoryAt(each.get().name());
                } else {
                    root.unlinkFileAt(each.get().name());
                }
            }
            assertThat(entries.readDirectoryEntry()).isEmpty();
        }
        assertThat(found).isEqualTo(52);
        assertThat(list(root)).isEmpty();
    }

    private static List<DirectoryEntry> list(Descriptor folder) throws Exception {
        List<DirectoryEntry> all = new ArrayList<>();
        try (DirectoryEntryStream entries = folder.readDirectory()) {
            entries.readDirectoryEntry().ifPresent(all::add);
            for (int size = 0; size < all.size(); ) {
                size = all.size();
                entries.readDirectoryEntry().ifPresent(all::add);
            }
        }
        return all;
    }

    @Test
    void foldersAreMadeAndRemoved() throws Exception {
        root.createDirectoryAt("d");
        root.createDirectoryAt("d/e/");
        assertFails(ErrorCode.EXIST, () -> root.createDirectoryAt("d"));
        assertFails(ErrorCode.EXIST, () -> root.createDirectoryAt("."));
        assertFails(ErrorCode.NO_ENTRY, () -> root.createDirectoryAt("x/y"));
        assertFails(ErrorCode.NOT_EMPTY, () -> root.removeDirectoryAt("d"));
        assertFails(ErrorCode.IS_DIRECTORY, () -> root.unlinkFileAt("d"));
        assertFails(ErrorCode.INVALID, () -> root.removeDirectoryAt("d/."));
        assertFails(ErrorCode.NOT_EMPTY, () -> root.removeDirectoryAt("d/e/.."));
        root.removeDirectoryAt("d/e/");
        root.removeDirectoryAt("d");
        assertFails(ErrorCode.NO_ENTRY, () -> root.removeDirectoryAt("d"));
        text("f", "");
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root.removeDirectoryAt("f"));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root.unlinkFileAt("f/"));
        root.unlinkFileAt("f");
        assertFails(ErrorCode.NO_ENTRY, () -> root.unlinkFileAt("f"));
    }

    @Test
    void renamingReplacesWhatIsThere() throws Exception {
        text("a", "A");
        text("b", "B");
        root.renameAt("a", root, "b");
        assertThat(text("b")).isEqualTo("A");
        assertThat(home.resolve("a")).doesNotExist();
        assertFails(ErrorCode.NO_ENTRY, () -> root.renameAt("a", root, "b"));
        root.renameAt("b", root, "b");
        root.createDirectoryAt("d");
        root.createDirectoryAt("e");
        root.createDirectoryAt("e/f");
        assertFails(ErrorCode.IS_DIRECTORY, () -> root.renameAt("b", root, "d"));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root.renameAt("d", root, "b"));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root.renameAt("b", root, "c/"));
        assertFails(ErrorCode.NOT_EMPTY, () -> root.renameAt("d", root, "e"));
        assertFails(ErrorCode.INVALID, () -> root.renameAt("e", root, "e/f/g"));
        assertFails(ErrorCode.BUSY, () -> root.renameAt(".", root, "z"));
        root.renameAt("e", root, "d");
        assertThat(home.resolve("d/f")).isDirectory();
        try (Descriptor d = opened("d", Set.of(OpenFlags.DIRECTORY), READ);
                Descriptor file = opened("b", Set.of(), READ)) {
            root.renameAt("b", d, "b2");
            assertThat(text("d/b2")).isEqualTo("A");
            root.renameAt("d", root, "moved");
            assertThat(file.stat().size()).isEqualTo(1);
            file.setTimes(new NewTimestamp.NoChange(), at(5, 0));
            assertThat(Files.getLastModifiedTime(home.resolve("moved/b2")).toMillis())
                    .isEqualTo(5000);
            d.createDirectoryAt("made");
            assertThat(home.resolve("moved/made")).isDirectory();
        }
    }

    private static NewTimestamp at(long seconds, int nanoseconds) {
        return new NewTimestamp.Timestamp(new Datetime(seconds, nanoseconds));
    }

    @Test
    void timesAreSet() throws Exception {
        text("a", "");
        root.setTimesAt(NOT, "a", at(1_000, 5_000_000), at(2_000, 6_000_000));
        DescriptorStat stat = root.statAt(NOT, "a");
        assertThat(stat.dataAccessTimestamp()).contains(new Datetime(1_000, 5_000_000));
        assertThat(stat.dataModificationTimestamp()).contains(new Datetime(2_000, 6_000_000));
        try (Descriptor file = opened("a", Set.of(), READ)) {
            Instant before = Instant.now().minusMillis(1);
            file.setTimes(new NewTimestamp.NoChange(), new NewTimestamp.Now());
            assertThat(file.stat().dataAccessTimestamp()).contains(new Datetime(1_000, 5_000_000));
            assertThat(Files.getLastModifiedTime(home.resolve("a"))).isGreaterThan(FileTime.from(before));
            assertFails(ErrorCode.INVALID, () -> file.setTimes(at(1, 1_000_000_000), at(1, 0)));
            assertFails(ErrorCode.OVERFLOW, () -> file.setTimes(at(-1, 0), at(1, 0)));
        }
        root.setTimes(at(7, 0), at(8, 0));
        assertThat(root.stat().dataModificationTimestamp()).contains(new Datetime(8, 0));
        assertFails(ErrorCode.NO_ENTRY, () -> root.setTimesAt(NOT, "b", at(1, 0), at(1, 0)));
    }

    @Test
    void hardLinksAreTheSameFile() throws Exception {
        text("a", "A");
        root.createDirectoryAt("d");
        root.linkAt(NOT, "a", root, "d/b");
        try (Descriptor one = opened("a", Set.of(), BOTH);
                Descriptor two = opened("d/b", Set.of(), BOTH);
                Descriptor other = opened("c", CREATE, BOTH)) {
            assertThat(one.isSameObject(two)).isTrue();
            assertThat(one.isSameObject(other)).isFalse();
            assertThat(one.isSameObject(root)).isFalse();
            assertThat(root.isSameObject(root.openAt(NOT, "d/..", Set.of(), READ)))
                    .isTrue();
            one.write(bytes("Z"), 0);
            assertThat(read(two, 10, 0)).isEqualTo("Z");
            assertThat(one.metadataHash()).isEqualTo(two.metadataHash());
            assertThat(one.metadataHash()).isNotEqualTo(other.metadataHash());
        }
        assertFails(ErrorCode.EXIST, () -> root.linkAt(NOT, "a", root, "c"));
        assertFails(ErrorCode.NO_ENTRY, () -> root.linkAt(NOT, "x", root, "y"));
        assertFails(ErrorCode.NO_ENTRY, () -> root.linkAt(NOT, "a", root, "y/"));
        assertFails(ErrorCode.NOT_PERMITTED, () -> root.linkAt(NOT, "d", root, "y"));
    }

    @Test
    void theHashChangesWithTheFileButItsLowerHalfStays() throws Exception {
        text("a", "A");
        Types.MetadataHashValue before = root.metadataHashAt(NOT, "a");
        assertThat(root.metadataHashAt(NOT, "a")).isEqualTo(before);
        text("a", "AB");
        Types.MetadataHashValue after = root.metadataHashAt(NOT, "a");
        assertThat(after.lower()).isEqualTo(before.lower());
        assertThat(after.upper()).isNotEqualTo(before.upper());
    }

    @Test
    void symbolicLinksAreFollowedWhereThatIsSaid() throws Exception {
        root.createDirectoryAt("d");
        text("d/a", "A");
        root.symlinkAt("d/a", "l");
        root.symlinkAt("../d", "d/up");
        root.symlinkAt("nowhere", "dangling");
        root.symlinkAt("circle", "circle");
        assertThat(root.readlinkAt("l")).isEqualTo("d/a");
        assertThat(root.statAt(NOT, "l").type()).isEqualTo(DescriptorType.SYMBOLIC_LINK);
        assertThat(root.statAt(NOT, "l").size()).isEqualTo(3);
        assertThat(root.statAt(FOLLOW, "l").type()).isEqualTo(DescriptorType.REGULAR_FILE);
        assertThat(root.statAt(NOT, "d/up/up/a").type()).isEqualTo(DescriptorType.REGULAR_FILE);
        assertThat(root.statAt(NOT, "d/up/").type()).isEqualTo(DescriptorType.DIRECTORY);
        assertFails(ErrorCode.LOOP, () -> root.openAt(NOT, "l", Set.of(), READ));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root.openAt(NOT, "l", Set.of(OpenFlags.DIRECTORY), READ));
        assertFails(ErrorCode.LOOP, () -> root.statAt(FOLLOW, "circle"));
        assertFails(ErrorCode.LOOP, () -> root.statAt(NOT, "circle/x"));
        assertFails(ErrorCode.NO_ENTRY, () -> root.statAt(FOLLOW, "dangling"));
        assertFails(ErrorCode.EXIST, () -> opened("dangling", Set.of(OpenFlags.CREATE, OpenFlags.EXCLUSIVE), WRITE));
        opened("dangling", CREATE, WRITE).close();
        assertThat(home.resolve("nowhere")).isRegularFile();
        assertFails(ErrorCode.INVALID, () -> root.readlinkAt("d/a"));
        assertFails(ErrorCode.NO_ENTRY, () -> root.readlinkAt("x"));
        assertFails(ErrorCode.EXIST, () -> root.symlinkAt("x", "l"));
        assertFails(ErrorCode.NOT_PERMITTED, () -> root.symlinkAt("/etc", "x"));
        assertFails(ErrorCode.NO_ENTRY, () -> root.symlinkAt("", "x"));
        assertFails(ErrorCode.NO_ENTRY, () -> root.symlinkAt("x", "y/"));
        assertFails(ErrorCode.NOT_DIRECTORY, () -> root.removeDirectoryAt("d/up"));
        root.unlinkFileAt("d/up");
        root.unlinkFileAt("l");
        assertThat(text("d/a")).isEqualTo("A");
    }

    @Test
    void whatWasUnlinkedStaysOpen() throws Exception {
        text("a", "A");
        try (Descriptor file = opened("a", Set.of(), BOTH)) {
            root.unlinkFileAt("a");
            assertThat(read(file, 10, 0)).isEqualTo("A");
            file.write(bytes("BC"), 1);
            assertThat(file.stat().size()).isEqualTo(3);
            assertFails(ErrorCode.NO_ENTRY, () -> file.setTimes(at(1, 0), at(1, 0)));
        }
    }

    @Test
    void whereNothingMayBeChangedNothingIs() throws Exception {
        text("a", "A");
        Files.createDirectory(home.resolve("d"));
        try (GivenDirectories reading = given(Access.READ, 16);
                Descriptor folder = reading.getDirectories().get(0).v0();
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
                assertFails(ErrorCode.READ_ONLY, () -> each.renameAt("a", root, "x"));
                assertFails(ErrorCode.READ_ONLY, () -> root.renameAt("a", each, "x"));
                assertFails(ErrorCode.READ_ONLY, () -> each.linkAt(NOT, "a", root, "x"));
                assertFails(ErrorCode.READ_ONLY, () -> root.linkAt(NOT, "a", each, "x"));
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
        try (GivenDirectories few = given(Access.READ, 4);
                Descriptor folder = few.getDirectories().get(0).v0();
                Descriptor other = few.getDirectories().get(0).v0()) {
            List<Descriptor> open = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                open.add(folder.openAt(NOT, "a", Set.of(), READ));
            }
            assertFails(ErrorCode.INSUFFICIENT_MEMORY, () -> folder.openAt(NOT, "a", Set.of(), READ));
            assertFails(ErrorCode.INSUFFICIENT_MEMORY, folder::readDirectory);
            other.openAt(NOT, "a", Set.of(), READ).close();
            open.remove(0).close();
            open.add(folder.openAt(NOT, "a", Set.of(), READ));
            for (Descriptor each : open) {
                each.close();
            }
        }
    }
}
