package dev.witloof.core;

import static dev.witloof.core.Modules.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may become of the files of a cache, and that nothing but compilations comes of it. */
final class CacheDirectoryTest {

    private static final String LOGGER = "WARN dev.witloof.core.CompilationCache - ";

    @TempDir
    Path parent;

    private Path directory() {
        return parent.resolve("a/code");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.sorted().toList();
        }
    }

    /** Compiles a module with a cache in the directory and runs it. */
    private void run() {
        run(CompilationCache.in(directory()));
    }

    private static void run(CompilationCache cache) {
        CoreModule tail = CompilationCacheTest.module(Modules.bytes("memory"), "memory", cache);
        assertThat(tail.code().compiled()).isNotNull();
        CoreInstance instance = tail.instantiate(List.of());
        call(instance, "store16", 8);
        assertThat(call(instance, "load32", 8)).isEqualTo(1);
    }

    private Path made() throws IOException {
        run();
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    private static String madeAgain(Path entry) {
        return LOGGER + entry
                + ": expected compiled code of this version and its digest, found other bytes; it is made again";
    }

    @Test
    void isMadeForItsOwner() throws Exception {
        assertThat(Log.of(this::run)).isEmpty();
        assumeTrue(Ownership.isPosix(directory()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made())))
                .isEqualTo("rw-------");
    }

    @Test
    void damagedEntriesAreMadeAgain() throws Exception {
        Path entry = made();
        byte[] good = Files.readAllBytes(entry);
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            byte[] bad = i % 2 == 0 ? good.clone() : Arrays.copyOf(good, random.nextInt(good.length));
            if (i % 2 == 0) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(entry, bad);
            assertThat(Log.of(this::run)).containsExactly(madeAgain(entry));
            assertThat(Files.readAllBytes(entry)).isEqualTo(good);
        }
        assertThat(Log.of(this::run)).isEmpty();
    }

    @Test
    void entriesOfOthersAreMadeAgain() throws Exception {
        Path entry = made();
        byte[] good = Files.readAllBytes(entry);
        // That of another version of the engine, under this one's name.
        CodeKey foreign =
                CodeKey.of("1.7.4 writers", Sha256.hex(Sha256.of(Modules.bytes("memory"))), Execution.AUTOMATIC);
        Files.write(entry, StoredCode.refused(0, "of old").encode(foreign));
        assertThat(Log.of(this::run)).containsExactly(madeAgain(entry));
        assertThat(Files.readAllBytes(entry)).isEqualTo(good);
        // Under its own name it is not looked at.
        Path other = entry.resolveSibling(foreign.fileName());
        Files.write(other, StoredCode.refused(0, "of old").encode(foreign));
        assertThat(Log.of(this::run)).isEmpty();
        assertThat(files()).containsExactlyInAnyOrder(entry, other);
    }

    @Test
    void whatIsHalfWrittenIsNotLookedAt() throws Exception {
        Path entry = made();
        Path young = Files.write(directory().resolve("1.tmp"), new byte[100]);
        Path old = Files.write(directory().resolve("2.tmp"), new byte[100]);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Path another = Files.write(directory().resolve("README"), new byte[100]);
        Files.setLastModifiedTime(another, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        Files.delete(entry);
        assertThat(Log.of(this::run)).isEmpty();
        assertThat(files()).containsExactlyInAnyOrder(entry, young, another);
    }

    @Test
    void theDirectoryMayVanish() throws Exception {
        CompilationCache cache = CompilationCache.in(directory());
        run(cache);
        Files.delete(files().get(0));
        Files.delete(directory());
        Files.delete(directory().getParent());
        assertThat(Log.of(() -> run(cache))).isEmpty();
        assertThat(files()).hasSize(1);
    }

    @Test
    void theDirectoryMayVanishBetweenReadingAndWriting() throws Exception {
        Path entry = made();
        CompilationCache cache = CompilationCache.in(directory());
        byte[] bytes = Modules.bytes("calls");
        CoreModule parsed = CoreModule.parse(bytes, 0, bytes.length, "calls", Execution.AUTOMATIC, cache);
        Files.delete(entry);
        Files.delete(directory());
        assertThat(Log.of(parsed::prepare)).isEmpty();
        assertThat(files()).hasSize(1);
        // Code that was read needs its file no more.
        CoreModule again = CoreModule.parse(bytes, 0, bytes.length, "calls", Execution.AUTOMATIC, cache);
        Files.delete(files().get(0));
        assertThat(again.code().compiled()).isNotNull();
        assertThat(files()).isEmpty();
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsSaidOnce() throws Exception {
        Files.createDirectories(directory().getParent());
        Files.write(directory(), new byte[0]);
        CompilationCache cache = CompilationCache.in(directory());
        assertThat(Log.of(() -> {
                    run(cache);
                    run(cache);
                }))
                .containsExactly(LOGGER + directory()
                        + ": expected a directory for compiled code that can be written, found"
                        + " java.nio.file.FileAlreadyExistsException: " + directory() + "; each process will compile");
    }

    @Test
    void aReadOnlyFileSystemIsSaidOnce() throws Exception {
        Path modules = Path.of(URI.create("jrt:/java.base"));
        CompilationCache cache = CompilationCache.in(modules);
        assertThat(Log.of(() -> {
                    run(cache);
                    run(cache);
                }))
                .containsExactly(
                        LOGGER + "/modules/java.base: expected a directory for compiled code that can be written,"
                                + " found java.nio.file.ReadOnlyFileSystemException; each process will compile");
    }

    @Test
    void entriesOfADirectoryThatCannotBeWrittenAreUsed() throws Exception {
        assumeTrue(Ownership.isPosix(parent));
        Path entry = made();
        Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setLastModifiedTime(entry, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        try {
            assertThat(Log.of(this::run)).isEmpty();
        } finally {
            Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void anEntryThatCannotBeReadOrReplacedIsSaidOnce() throws Exception {
        Path entry = made();
        Files.delete(entry);
        Files.createDirectory(entry);
        Files.write(entry.resolve("full"), new byte[0]);
        CompilationCache cache = CompilationCache.in(directory());
        List<String> said = Log.of(() -> {
            run(cache);
            run(cache);
        });
        assertThat(said).hasSize(2);
        assertThat(said.get(0))
                .isEqualTo(LOGGER + entry
                        + ": expected a file that can be read, found java.io.IOException: Is a directory;"
                        + " it is made again");
        assertThat(said.get(1))
                .startsWith(
                        LOGGER + directory() + ": expected a directory for compiled code that can be written, found ")
                .endsWith("; each process will compile");
        assertThat(files()).containsExactly(entry);
    }

    @Test
    void whatOthersMayWriteIsNotUsed() throws Exception {
        assumeTrue(Ownership.isPosix(parent));
        Path entry = made();
        for (String open : List.of("rwxrwxr-x", "rwxr-xrwx")) {
            Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString(open));
            CompilationCache cache = CompilationCache.in(directory());
            assertThat(Log.of(() -> {
                        run(cache);
                        run(cache);
                    }))
                    .containsExactly(untrusted(directory(), "permissions " + open));
        }
        Files.delete(entry);
        run();
        assertThat(files()).isEmpty();
    }

    @Test
    void anEntryThatOthersMayWriteIsNotUsed() throws Exception {
        assumeTrue(Ownership.isPosix(parent));
        Path entry = made();
        Files.setPosixFilePermissions(entry, PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(Log.of(this::run)).containsExactly(untrusted(entry, "permissions rw-rw-r--"));
        // It was made again.
        assertThat(Log.of(this::run)).isEmpty();
        Path elsewhere = parent.resolve("elsewhere");
        Files.move(entry, elsewhere);
        Files.createSymbolicLink(entry, elsewhere);
        assertThat(Log.of(this::run)).containsExactly(untrusted(entry, "a symbolic link"));
        assertThat(Files.isSymbolicLink(entry)).isFalse();
    }

    @Test
    void whatBelongsToAnotherIsNotUsed() throws Exception {
        assumeTrue(
                Ownership.isPosix(parent) && Files.getOwner(parent).getName().equals("root"),
                "only root may give away");
        Path entry = made();
        UserPrincipal root = Files.getOwner(entry);
        UserPrincipal nobody =
                parent.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(entry, nobody);
        assertThat(Log.of(this::run)).containsExactly(untrusted(entry, "owner nobody"));
        Files.setOwner(directory(), nobody);
        assertThat(Log.of(this::run)).containsExactly(untrusted(directory(), "owner nobody"));
        Files.setOwner(directory(), root);
        assertThat(Log.of(this::run)).isEmpty();
    }

    private String untrusted(Path file, String found) {
        return LOGGER + file + ": expected something that only this process's user can write to, found " + found
                + "; the compiled code of " + directory() + " is not used";
    }

    @Test
    void aLinkToTheDirectoryIsFollowed() throws Exception {
        Path entry = made();
        Path link = Files.createSymbolicLink(parent.resolve("link"), directory());
        FileTime made = Files.getLastModifiedTime(entry);
        assertThat(Log.of(() -> run(CompilationCache.in(link)))).isEmpty();
        assertThat(Files.getLastModifiedTime(entry)).isEqualTo(made);
    }

    @Test
    void theLeastUsedEntriesGoFirst() throws Exception {
        List<String> names = List.of("memory", "calls", "throws", "tail-calls");
        List<Path> entries = new ArrayList<>();
        for (String name : names) {
            List<Path> before = Files.exists(directory()) ? files() : List.of();
            CompilationCacheTest.module(Modules.bytes(name), name, CompilationCache.in(directory()));
            entries.addAll(
                    files().stream().filter(each -> !before.contains(each)).toList());
        }
        assertThat(entries).hasSize(4);
        for (int i = 0; i < 4; i++) {
            Files.setLastModifiedTime(
                    entries.get(i), FileTime.from(Instant.now().minus(Duration.ofDays(9 - i))));
        }
        // Using the oldest makes it the youngest.
        run();
        assertThat(Files.getLastModifiedTime(entries.get(0)).toInstant())
                .isAfter(Instant.now().minus(Duration.ofHours(1)));
        long most = Files.size(entries.get(0)) + Files.size(entries.get(3)) + 4096;
        Files.delete(entries.get(3));
        byte[] last = Modules.bytes("tail-calls");
        CompilationCacheTest.module(last, "tail-calls", CompilationCache.in(directory(), most));
        assertThat(files()).containsExactlyInAnyOrder(entries.get(0), entries.get(3));
        // What is too large for the directory is not written, and nothing goes for it.
        Files.delete(entries.get(3));
        CompilationCacheTest.module(last, "tail-calls", CompilationCache.in(directory(), 1000));
        assertThat(files()).containsExactly(entries.get(0));
    }
}
