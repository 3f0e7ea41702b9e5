package dev.witloof.wasi.filesystem;

import dev.witloof.host.Tuple2;
import dev.witloof.wasi.io.Allotment;
import dev.witloof.wasi.io.Error;
import dev.witloof.wasi.io.HostTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code wasi:filesystem} for one instance, over directories that an embedder gives. All that the instance has open counts
 * together, and is closed with this.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-filesystem/blob/1d00c0aca6235502075e5a8ee6c07c5388eab655/wit/types.wit">wasi:filesystem/types</a>
 */
public final class InstanceDirectories implements Preopens, Types, AutoCloseable {

    private final GivenDirectories given;
    private final OpenFiles open;
    private final List<Folder> folders = new ArrayList<>();

    /**
     * For one instance.
     *
     * @param most how many files and folders it may have open at once, beside the directories that are given
     * @param bytes how many it may write, and make files longer by
     * @param time how long it may be about it
     */
    public InstanceDirectories(GivenDirectories given, int most, Allotment bytes, HostTime time) {
        this.given = given;
        this.open = new OpenFiles((int) Math.min(Integer.MAX_VALUE, (long) most + given.count()), bytes, time);
    }

    /** Opens the directories when they are first asked for; later calls give the same once more. */
    @Override
    public List<Tuple2<Descriptor, String>> getDirectories() {
        try {
            return open.time().of(() -> given.descriptors(folders()));
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "get-directories: " + ErrorCodes.failure(failure).getMessage(), failure);
        }
    }

    private List<Folder> folders() throws IOException {
        while (folders.size() < given.count()) {
            folders.add(given.again(folders.size(), open));
        }
        return folders;
    }

    /** The code of an error of a stream of a file, of whatever directories. */
    @Override
    public Optional<ErrorCode> filesystemErrorCode(Error.Error_ err) {
        return ErrorCodes.of(err);
    }

    @Override
    public void close() throws IOException {
        folders.clear();
        open.close();
    }
}
