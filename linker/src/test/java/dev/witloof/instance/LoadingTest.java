package dev.witloof.instance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.MalformedException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is no component is refused by how it begins, however long it is. */
class LoadingTest {

    private static final long LENGTH = 3L << 30;

    @TempDir
    Path folder;

    @Test
    void aLongFileOfSomethingElseIsNotRead() throws IOException {
        Path file = sparse("disk.img", new byte[] {0x7f, 'E', 'L', 'F'});
        assertThatThrownBy(() -> Component.load(file))
                .isExactlyInstanceOf(MalformedException.class)
                .hasMessage("offset 0x0: expected a component, which begins with the bytes 00 61 73 6d,"
                        + " found 7f 45 4c 46");
    }

    @Test
    void aComponentIsNoLongerThanAnArray() throws IOException {
        Path file = sparse("long.wasm", new byte[] {0, 'a', 's', 'm', 0x0d, 0, 1, 0});
        assertThatThrownBy(() -> Component.load(file))
                .isExactlyInstanceOf(MalformedException.class)
                .hasMessage("offset 0x7ffffff7: expected a component of at most 2147483639 bytes, found 3221225472");
    }

    /** A file of 3 GiB that takes no room on the disk. */
    private Path sparse(String name, byte[] begin) throws IOException {
        Path file = Files.write(folder.resolve(name), begin);
        try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
            whole.setLength(LENGTH);
        }
        return file;
    }
}
