package dev.witloof.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One writer at a time, of all threads, class loaders and processes: a lock for each shard, whatever the bucket, and one for what
 * concerns the directory.
 *
 * <p>Between processes a lock is a lock on a file. Those belong to the process: one that a thread has does not keep out another
 * thread, and to close <em>any</em> channel of the file drops it. So the file is opened, locked and closed within a monitor that
 * the whole virtual machine has but once, whichever class loader asks: that of an interned string. It holds no state and goes when
 * nobody uses it. Within one open directory threads wait before that, where waiting has an end.
 */
final class Locks {

    private static final long SHORTEST_WAIT = 20_000;
    private static final long LONGEST_WAIT = 2_000_000;

    private final Lock[] shards = new Lock[256];
    private final Lock directory;
    private final long patience;

    /** What is done by one at a time. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T run() throws IOException, E;
    }

    /**
     * A lock.
     *
     * @param file the file that processes lock
     * @param threads where the threads of an open directory wait
     * @param monitor that of the virtual machine
     */
    private record Lock(Path file, ReentrantLock threads, String monitor) {}

    /**
     * Locks in a folder, which exists.
     *
     * @param patience how long to wait for others
     */
    Locks(Path folder, Duration patience) throws IOException {
        this.patience = patience.toNanos();
        // A file has one identity however it is reached, where the system tells it.
        Object identity =
                Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        String prefix = "dev.witloof.files " + (identity == null ? folder.toRealPath() : identity) + " ";
        for (int i = 0; i < shards.length; i++) {
            shards[i] = lock(folder, Layout.shard(i), prefix);
        }
        directory = lock(folder, "directory", prefix);
    }

    private static Lock lock(Path folder, String name, String prefix) {
        return new Lock(folder.resolve(name), new ReentrantLock(), (prefix + name).intern());
    }

    /**
     * Does something while nobody else changes what is in this shard.
     *
     * @throws IOException if others did not end in time, or the thread was interrupted while it waited
     */
    <T, E extends Exception> T holding(int shard, Work<T, E> work) throws IOException, E {
        return hold(shards[shard], work);
    }

    /** The same for two shards, which may be one. */
    <T, E extends Exception> T holding(int one, int other, Work<T, E> work) throws IOException, E {
        if (one == other) {
            return holding(one, work);
        }
        // Always the lower first, so that nobody waits for one who waits for him.
        return holding(Math.min(one, other), () -> holding(Math.max(one, other), work));
    }

    /** Does something while nobody else begins or cleans up in this directory. */
    <T, E extends Exception> T holdingDirectory(Work<T, E> work) throws IOException, E {
        return hold(directory, work);
    }

    private <T, E extends Exception> T hold(Lock lock, Work<T, E> work) throws IOException, E {
        long end = System.nanoTime() + patience;
        waitForThreads(lock.threads());
        try {
            synchronized (lock.monitor()) {
                try (FileChannel channel =
                        FileChannel.open(lock.file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    waitForProcesses(channel, end);
                    return work.run();
                }
            }
        } finally {
            lock.threads().unlock();
        }
    }

    private void waitForThreads(ReentrantLock lock) throws IOException {
        if (lock.tryLock()) {
            return;
        }
        try {
            if (!lock.tryLock(patience, TimeUnit.NANOSECONDS)) {
                throw new BusyException();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static void waitForProcesses(FileChannel channel, long end) throws IOException {
        long pause = SHORTEST_WAIT;
        while (!locks(channel)) {
            if (System.nanoTime() - end > 0) {
                throw new BusyException();
            }
            LockSupport.parkNanos(pause);
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted();
            }
            pause = Math.min(2 * pause, LONGEST_WAIT);
        }
    }

    /** The lock goes when the channel is closed. */
    private static boolean locks(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException others) {
            // Code that is not ours has it.
            return false;
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for others that write");
    }

    /** Others wrote for longer than a call waits. */
    static final class BusyException extends IOException {
        private static final long serialVersionUID = 1;

        BusyException() {
            super("others wrote all the time");
        }
    }
}
