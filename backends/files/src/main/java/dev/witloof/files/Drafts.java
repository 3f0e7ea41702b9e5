package dev.witloof.files;

import dev.witloof.files.Header.Version;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where one writer has what it has not finished: a folder of its own, in which it holds the file {@code alive} locked for as long
 * as it may write. The folder of a writer that ended otherwise is removed by who starts later, and has the lock as proof.
 */
final class Drafts implements AutoCloseable {

    private final Path folder;
    private final FileChannel alive;
    private final long writer;
    private final AtomicLong count = new AtomicLong();

    private Drafts(Path folder, FileChannel alive, long writer) {
        this.folder = folder;
        this.alive = alive;
        this.writer = writer;
    }

    /** Removes what ended writers left, and begins. The caller holds the directory's lock. */
    static Drafts open(Path writers) throws IOException {
        removeLeft(writers);
        long writer = new SecureRandom().nextLong();
        Path folder = writers.resolve(process() + HexFormat.of().toHexDigits(writer));
        Files.createDirectory(folder);
        FileChannel alive =
                FileChannel.open(folder.resolve("alive"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            if (alive.tryLock() == null) {
                throw new IOException("expected a file system with locks, found none");
            }
        } catch (Throwable e) {
            alive.close();
            throw e;
        }
        return new Drafts(folder, alive, writer);
    }

    /** How the names of this process's folders begin: a number alone may come again. */
    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + "-"
                + self.info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-";
    }

    private static void removeLeft(Path writers) throws IOException {
        String own = process();
        for (String name : Trees.names(writers)) {
            // To open and close a file would drop the lock that this process has on it.
            if (!name.startsWith(own)) {
                removeIfLeft(writers.resolve(name));
            }
        }
    }

    private static void removeIfLeft(Path folder) throws IOException {
        try (FileChannel alive = FileChannel.open(folder.resolve("alive"), StandardOpenOption.WRITE)) {
            if (alive.tryLock() == null) {
                return;
            }
            Trees.delete(folder);
        } catch (NoSuchFileException unlocked) {
            // Made and locked in one go, under the directory's lock: whoever made it ended in between.
            Trees.delete(folder);
        } catch (OverlappingFileLockException ours) {
            // Of this process after all.
        }
    }

    /**
     * Something that is not finished.
     *
     * @param path a file or folder that is not there yet
     * @param version the version of what becomes of it
     */
    record Draft(Path path, Version version) {

        /** Removes what is there of it. */
        void discard() throws IOException {
            Trees.delete(path);
        }
    }

    /** A new one. */
    Draft next() {
        long number = count.incrementAndGet();
        return new Draft(folder.resolve(Long.toString(number)), new Version(writer, number));
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        try (alive) {
            Trees.delete(folder);
        }
    }
}
