package dev.witloof.wasi.filesystem;

import dev.witloof.host.Tuple2;
import dev.witloof.wasi.io.Error;
import dev.witloof.wasi.io.IoError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code wasi:filesystem} over directories that an embedder gives, open until this is closed. What guests have open is theirs, and
 * closed with their handles.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-filesystem/blob/1d00c0aca6235502075e5a8ee6c07c5388eab655/wit/types.wit">wasi:filesystem/types</a>
 */
public final class GivenDirectories implements Preopens, Types, AutoCloseable {

    /**
     * A directory that guests are given.
     *
     * @param path where it is, in whatever file system
     * @param name the path under which guests know it
     * @param access what they may do in it
     */
    public record Given(Path path, String name, Access access) {}

    private record Opened(Folder folder, Given given) {}

    private final List<Opened> opened = new ArrayList<>();
    private final MetadataHash hash = new MetadataHash();
    private final int most;

    private GivenDirectories(int most) {
        this.most = most;
    }

    /**
     * Opens directories.
     *
     * @param most how many files and folders a guest may have open at once
     * @throws IOException if one cannot be opened
     */
    public static GivenDirectories open(List<Given> given, int most) throws IOException {
        GivenDirectories all = new GivenDirectories(most);
        try {
            OpenFiles own = new OpenFiles(given.size());
            for (Given each : given) {
                all.opened.add(new Opened(Folder.open(each.path().toRealPath(), own), each));
            }
        } catch (NotDirectoryException e) {
            all.close();
            throw new IOException("directory: expected one, found something else: " + e.getFile(), e);
        } catch (IOException | RuntimeException e) {
            all.close();
            throw e;
        }
        return all;
    }

    /** Each call counts anew what is opened from what it gives. */
    @Override
    public List<Tuple2<Descriptor, String>> getDirectories() {
        OpenFiles open = new OpenFiles(most);
        List<Tuple2<Descriptor, String>> all = new ArrayList<>();
        try {
            for (Opened each : opened) {
                boolean changeable = each.given().access() == Access.READ_WRITE;
                all.add(new Tuple2<>(
                        new FolderDescriptor(each.folder().again(open), changeable, hash),
                        each.given().name()));
            }
        } catch (IOException failure) {
            all.forEach(each -> each.v0().close());
            throw new UncheckedIOException(
                    "get-directories: " + ErrorCodes.failure(failure).getMessage(), failure);
        }
        return all;
    }

    /** The code of an error of a stream of a file, of whatever directories. */
    @Override
    public Optional<ErrorCode> filesystemErrorCode(Error.Error_ err) {
        return code(err);
    }

    static Optional<ErrorCode> code(Error.Error_ err) {
        return err instanceof IoError error
                ? error.cause().filter(FileFailure.class::isInstance).map(cause -> ((FileFailure) cause).code())
                : Optional.empty();
    }

    /** Asks each directory whether it is there. */
    public void check() throws IOException {
        for (Opened each : opened) {
            each.folder().attributes();
        }
    }

    @Override
    public void close() throws IOException {
        for (Opened each : opened) {
            each.folder().close();
        }
        opened.clear();
    }
}
