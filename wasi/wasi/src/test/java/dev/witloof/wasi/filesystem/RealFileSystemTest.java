package dev.witloof.wasi.filesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of the system. */
class RealFileSystemTest extends FolderTests {

    @TempDir
    private Path folder;

    @Override
    Path empty() {
        return folder;
    }

    @Test
    void linksAreCountedAndPathsHaveTheirLengths() throws Exception {
        root().openAt(NOT, "a", CREATE, WRITE).close();
        assertThat(root().statAt(NOT, "a").linkCount()).isEqualTo(1);
        root().linkAt(NOT, "a", root(), "b");
        assertThat(root().statAt(NOT, "a").linkCount()).isEqualTo(2);
        assertThat(root().statAt(NOT, "a").statusChangeTimestamp()).isPresent();
        assertFails(Types.ErrorCode.NAME_TOO_LONG, () -> root().openAt(NOT, "x".repeat(256), CREATE, WRITE));
        assertFails(Types.ErrorCode.NAME_TOO_LONG, () -> root().openAt(NOT, "x/".repeat(3000), CREATE, WRITE));
        assertFails(Types.ErrorCode.INVALID, () -> root().openAt(NOT, "x\0y", Set.of(), READ));
    }

    /** Holes take no space on disk. */
    @Test
    void placesInLargeFilesAreReached() throws Exception {
        try (Types.Descriptor file = root().openAt(NOT, "large", CREATE, BOTH)) {
            long far = 5L << 30;
            assertThat(file.write(new byte[] {1, 2, 3}, far)).isEqualTo(3);
            assertThat(file.stat().size()).isEqualTo(far + 3);
            assertThat(file.read(10, far + 1).v0()).containsExactly(2, 3);
        }
    }
}
