package dev.witloof.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Collects the settings that both kinds of store have.
 *
 * @param <B> the kind's builder
 */
public abstract sealed class FileStoreBuilder<B extends FileStoreBuilder<B>>
        permits FilesKeyValue.Builder, FilesBlobs.Builder {

    /** Beyond are times that cannot be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Path directory;
    private String prefix = "";
    private boolean sync;
    private Duration callTimeout = Duration.ofSeconds(10);
    private int pageSize = 1000;

    FileStoreBuilder(Path directory) {
        if (directory.getFileSystem() != FileSystems.getDefault()) {
            throw new IllegalArgumentException(
                    "directory: expected one of the default file system, whose locks hold between"
                            + " processes, found one of the file system \""
                            + directory.getFileSystem().provider().getScheme() + "\"");
        }
        this.directory = directory.toAbsolutePath().normalize();
    }

    /** With the settings of another. */
    FileStoreBuilder(FileStoreBuilder<?> other) {
        directory = other.directory;
        prefix = other.prefix;
        sync = other.sync;
        callTimeout = other.callTimeout;
        pageSize = other.pageSize;
    }

    abstract B self();

    /** A part of the directory, apart from all others: any text, which becomes a folder. By default there is none. */
    public B prefix(String name) {
        prefix = name;
        return self();
    }

    /**
     * Whether a call returns only when the device has what it wrote, so that it outlives the machine's power. By default it is
     * left to the system when that is, which is safe for processes that end in any way.
     */
    public B sync(boolean each) {
        sync = each;
        return self();
    }

    /**
     * How long a call waits while others write, by default ten seconds; then it fails.
     *
     * @throws IllegalArgumentException if it is not longer than nothing, or longer than 36,500 days
     */
    public B callTimeout(Duration longest) {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("callTimeout: expected longer than nothing, found " + longest);
        }
        if (longest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("callTimeout: expected 36500 days or less, found " + longest.toDays());
        }
        callTimeout = longest;
        return self();
    }

    /**
     * How many names a listing gives at a time, by default 1,000.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public B pageSize(int names) {
        if (names < 1) {
            throw new IllegalArgumentException("pageSize: expected 1 or more, found " + names);
        }
        pageSize = names;
        return self();
    }

    Place place() {
        return new Place(directory, prefix, sync, callTimeout);
    }

    int pageSize() {
        return pageSize;
    }
}
