package dev.witloof.wasi.filesystem;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** Files in memory, of a provider whose folders stay open. */
class MemoryFileSystemTest extends FolderTests {

    private final FileSystem memory = Jimfs.newFileSystem(Configuration.unix());

    @Override
    Path empty() {
        return memory.getPath("/work");
    }

    @AfterEach
    void end() throws IOException {
        memory.close();
    }
}
