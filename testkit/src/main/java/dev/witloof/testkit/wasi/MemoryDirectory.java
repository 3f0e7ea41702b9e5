package dev.witloof.testkit.wasi;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** Directories in memory, apart from the rest so that who has no jimfs needs none. */
final class MemoryDirectory {

    private MemoryDirectory() {}

    /** An empty one in a file system of its own, in which a file's times are the clock's. */
    static Path create(TestClock clock) {
        // The view by which guests are told how many links a file has.
        Configuration unix = Configuration.unix().toBuilder()
                .setAttributeViews("basic", "owner", "posix", "unix")
                .setFileTimeSource(() -> FileTime.from(clock.instant()))
                .build();
        FileSystem memory = Jimfs.newFileSystem(unix);
        try {
            return Files.createDirectory(memory.getPath("/given"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
