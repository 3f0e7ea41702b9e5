package dev.witloof.core;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entries of a cache as files. Nothing that goes wrong with them is more than a line in the log: the code is made
 * anew. Readers never see a file that is being written, as it has another name until it is whole.
 */
final class CacheDirectory {

    /** How the names of entries end. */
    static final String ENTRY = ".code";

    private static final Logger LOG = LoggerFactory.getLogger(CompilationCache.class);

    /** How those of files end that are being written. */
    static final String TEMPORARY = ".tmp";

    /** A file that is still being written after so long was left by a process that ended. */
    private static final Duration ABANDONED = Duration.ofHours(1);
    /** How exactly the time of an entry's last use is kept, so that uses are not all writes. */
    private static final Duration USED = Duration.ofMinutes(10);

    private final Path directory;
    private final long mostBytes;
    private final Ownership ownership;
    private final AtomicBoolean saidUntrusted = new AtomicBoolean();
    private final AtomicBoolean saidUnreadable = new AtomicBoolean();
    private final AtomicBoolean saidUnwritable = new AtomicBoolean();

    private record Entry(Path file, long size, FileTime used) {}

    CacheDirectory(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
        this.ownership = new Ownership(directory);
    }

    /** What was kept under a key, unless it is not there, not to be trusted, or not what was written. */
    Optional<StoredCode> read(CodeKey key) {
        Path file = directory.resolve(key.fileName());
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS) || !isTrusted(directory) || !isTrusted(file)) {
                return Optional.empty();
            }
            Optional<StoredCode> code = StoredCode.decode(Files.readAllBytes(file), key);
            if (code.isEmpty()) {
                LOG.warn(
                        "{}: expected compiled code of this version and its digest, found other bytes; it is made again",
                        file);
            } else {
                noteUse(file);
            }
            return code;
        } catch (NoSuchFileException vanished) {
            return Optional.empty();
        } catch (IOException | UnsupportedOperationException | SecurityException | OutOfMemoryError unreadable) {
            if (saidUnreadable.compareAndSet(false, true)) {
                LOG.warn(
                        "{}: expected a file that can be read, found {}; it is made again",
                        file,
                        unreadable.toString());
            }
            return Optional.empty();
        }
    }

    /** Keeps code under a key, if that can be done. */
    void write(CodeKey key, StoredCode code) {
        try {
            byte[] entry = code.encode(key);
            if (entry.length > mostBytes) {
                return;
            }
            Files.createDirectories(directory, forItsOwner());
            if (isTrusted(directory)) {
                write(directory.resolve(key.fileName()), entry);
                makeRoom();
            }
        } catch (IOException | UnsupportedOperationException | SecurityException unwritable) {
            if (saidUnwritable.compareAndSet(false, true)) {
                LOG.warn(
                        "{}: expected a directory for compiled code that can be written, found {}; each process will compile",
                        directory,
                        unwritable.toString());
            }
        }
    }

    private FileAttribute<?>[] forItsOwner() {
        return Ownership.isPosix(directory)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private void write(Path file, byte[] entry) throws IOException {
        Path temporary = Files.createTempFile(directory, "", TEMPORARY);
        try {
            Files.write(temporary, entry);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean isTrusted(Path file) throws IOException {
        Optional<String> doubt = ownership.doubt(file);
        if (doubt.isPresent() && saidUntrusted.compareAndSet(false, true)) {
            LOG.warn(
                    "{}: expected something that only this process's user can write to, found {}; the compiled code of {}"
                            + " is not used",
                    file,
                    doubt.get(),
                    directory);
        }
        return doubt.isEmpty();
    }

    private static void noteUse(Path file) {
        try {
            FileTime now = FileTime.from(Instant.now());
            if (Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(now.toInstant().minus(USED))) {
                Files.setLastModifiedTime(file, now);
            }
        } catch (IOException | UnsupportedOperationException | SecurityException readOnly) {
            // Only which entry goes first depends on it, and here none ever goes.
        }
    }

    /** Deletes what was abandoned, and the entries that were not used for longest, until what is left may stay. */
    private void makeRoom() throws IOException {
        FileTime abandoned = FileTime.from(Instant.now().minus(ABANDONED));
        List<Entry> entries = new ArrayList<>();
        for (Entry each : files()) {
            if (each.file().toString().endsWith(ENTRY)) {
                entries.add(each);
            } else if (each.file().toString().endsWith(TEMPORARY) && each.used().compareTo(abandoned) < 0) {
                Files.deleteIfExists(each.file());
            }
        }
        entries.sort(Comparator.comparing(Entry::used).thenComparing(Entry::file));
        long total = entries.stream().mapToLong(Entry::size).sum();
        for (Entry oldest : entries) {
            if (total <= mostBytes) {
                return;
            }
            Files.deleteIfExists(oldest.file());
            total -= oldest.size();
        }
    }

    private List<Entry> files() throws IOException {
        List<Entry> files = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(directory)) {
            for (Path file : listing) {
                try {
                    BasicFileAttributes attributes =
                            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    files.add(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
                } catch (NoSuchFileException renamedOrDeleted) {
                    // By another process, meanwhile.
                }
            }
        }
        return files;
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
