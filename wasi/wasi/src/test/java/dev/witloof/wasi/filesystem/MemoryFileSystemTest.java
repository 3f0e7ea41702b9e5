package dev.witloof.wasi.filesystem;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files in memory, of a provider whose folders stay open. */
class MemoryFileSystemTest extends FolderTests {

    private final FileSystem memory = Jimfs.newFileSystem(Configuration.unix());

    @Override
    Path empty() {
        return memory.getPath("/work");
    }

    /** jimfs makes a hard link to what a link leads to, which is not what was asked for. */
    @Test
    void aLinkHasOneName() throws Exception {
        text("a", "");
        root().symlinkAt("a", "l");
        assertFails(Types.ErrorCode.UNSUPPORTED, () -> root().linkAt(NOT, "l", root(), "m"));
        assertFails(Types.ErrorCode.NO_ENTRY, () -> root().statAt(NOT, "m"));
    }

    @AfterEach
    void end() throws IOException {
        memory.close();
    }
}
