package dev.witloof.wasi.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.wasi.clocks.WallClock.Datetime;
import dev.witloof.wasi.filesystem.Types.Advice;
import dev.witloof.wasi.filesystem.Types.Descriptor;
import dev.witloof.wasi.filesystem.Types.DescriptorFlags;
import dev.witloof.wasi.filesystem.Types.DescriptorType;
import dev.witloof.wasi.filesystem.Types.DirectoryEntry;
import dev.witloof.wasi.filesystem.Types.DirectoryEntryStream;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.filesystem.Types.NewTimestamp;
import dev.witloof.wasi.filesystem.Types.OpenFlags;
import dev.witloof.wasi.filesystem.Types.PathFlags;
import dev.witloof.wasi.io.Allotment;
import dev.witloof.wasi.io.Error;
import dev.witloof.wasi.io.IoError;
import dev.witloof.wasi.io.Streams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the interface promises of files and of listings, of whatever file system. */
abstract class FileSystemTests {

    static final Set<PathFlags> FOLLOW = Set.of(PathFlags.SYMLINK_FOLLOW);
    static final Set<PathFlags> NOT = Set.of();
    static final Set<DescriptorFlags> READ = Set.of(DescriptorFlags.READ);
    static final Set<DescriptorFlags> WRITE = Set.of(DescriptorFlags.WRITE);
    static final Set<DescriptorFlags> BOTH = Set.of(DescriptorFlags.READ, DescriptorFlags.WRITE);
    static final Set<OpenFlags> CREATE = Set.of(OpenFlags.CREATE);

    private Path home;
    private OneInstance all;
    private Descriptor root;

    /** An empty folder of the file system. */
    abstract Path empty() throws IOException;

    @BeforeEach
    void open() throws IOException {
        home = empty();
        all = given(Access.READ_WRITE, 64);
        root = all.folder();
    }

    final OneInstance given(Access access, int most) throws IOException {
        return OneInstance.of(home, access, most);
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

    final void text(String path, String contents) throws IOException {
        Files.writeString(home.resolve(path), contents);
    }

    final String text(String path) throws IOException {
        return Files.readString(home.resolve(path));
    }

    final Descriptor opened(String path, Set<OpenFlags> how, Set<DescriptorFlags> flags) throws Exception {
        return root.openAt(FOLLOW, path, how, flags);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String read(Descriptor file, long length, long offset) throws Exception {
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
    void whatIsAppendedGoesToTheEndWhereverThatIs() throws Exception {
        text("a", "1");
        try (Descriptor file = opened("a", Set.of(), WRITE);
                Streams.OutputStream out = file.appendViaStream()) {
            out.blockingWriteAndFlush(bytes("2"));
            Files.writeString(home.resolve("a"), "34", StandardOpenOption.APPEND);
            out.blockingWriteAndFlush(bytes("5"));
            assertThat(text("a")).isEqualTo("12345");
            root.unlinkFileAt("a");
            try (Streams.OutputStream nameless = file.appendViaStream()) {
                nameless.blockingWriteAndFlush(bytes("6"));
            }
            assertThat(file.stat().size()).isEqualTo(6);
        }
    }

    /** The error of a stream that fails. */
    private static Error.Error_ failed(ThrowingCallable call) {
        Streams.StreamError error =
                catchThrowableOfType(Streams.StreamErrorException.class, call).error();
        return ((Streams.StreamError.LastOperationFailed) error).value();
    }

    @Test
    void anErrorOfAStreamHasItsCode() throws Exception {
        try (Descriptor file = opened("a", CREATE, WRITE);
                Streams.OutputStream out = file.writeViaStream(Long.MAX_VALUE)) {
            Error.Error_ failed = failed(() -> out.blockingWriteAndFlush(bytes("x")));
            assertThat(failed.toDebugString()).isEqualTo("file-too-large");
            assertThat(all.own().filesystemErrorCode(failed)).contains(ErrorCode.FILE_TOO_LARGE);
            assertThat(new EmptyFileSystem().filesystemErrorCode(failed)).contains(ErrorCode.FILE_TOO_LARGE);
        }
        assertThat(all.own().filesystemErrorCode(IoError.of("something else"))).isEmpty();
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

    static List<DirectoryEntry> list(Descriptor folder) throws Exception {
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

    static NewTimestamp at(long seconds, int nanoseconds) {
        return new NewTimestamp.Timestamp(new Datetime(seconds, nanoseconds));
    }

    @Test
    void soManyBytesAreWrittenInAll() throws Exception {
        try (OneInstance few = OneInstance.of(home(), Access.READ_WRITE, 9, Allotment.of(30));
                Descriptor file = few.folder().openAt(NOT, "a", CREATE, BOTH)) {
            assertThat(file.write(bytes("0123456789"), 0)).isEqualTo(10);
            assertFails(ErrorCode.QUOTA, () -> file.setSize(31));
            assertFails(ErrorCode.QUOTA, () -> file.write(bytes("x"), 30));
            file.setSize(12);
            file.setSize(2);
            try (Streams.OutputStream end = file.appendViaStream()) {
                assertThat(end.checkWrite()).isEqualTo(18);
                end.write(bytes("0123456789"));
            }
            try (Streams.OutputStream middle = file.writeViaStream(0)) {
                assertThat(middle.checkWrite()).isEqualTo(8);
                middle.write(bytes("abc"));
                assertThat(file.write(bytes("ABCDEFG"), 12)).isEqualTo(5);
                assertThat(few.own().filesystemErrorCode(failed(middle::checkWrite)))
                        .contains(ErrorCode.QUOTA);
            }
            try (Streams.OutputStream end = file.appendViaStream()) {
                assertThat(few.own().filesystemErrorCode(failed(end::checkWrite)))
                        .contains(ErrorCode.QUOTA);
            }
            assertThat(text("a")).isEqualTo("abc123456789ABCDE");
            assertFails(ErrorCode.QUOTA, () -> file.write(bytes("x"), 0));
            assertThat(file.write(bytes(""), 0)).isZero();
            file.setSize(1);
        }
    }
}
