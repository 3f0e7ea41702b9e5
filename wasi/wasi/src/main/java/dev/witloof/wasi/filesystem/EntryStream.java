package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.DirectoryEntry;
import dev.witloof.wasi.filesystem.Types.DirectoryEntryStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.Optional;

/** What is in a folder, one after the other. What is gone when its turn comes is left out. */
final class EntryStream implements DirectoryEntryStream {

    private final Folder folder;
    private final DirectoryStream<Path> stream;
    private final Iterator<Path> left;

    /**
     * From the beginning.
     *
     * @param folder an open folder that belongs to this
     */
    EntryStream(Folder folder) throws IOException {
        this.folder = folder;
        this.stream = folder.list();
        this.left = stream.iterator();
    }

    @Override
    public Optional<DirectoryEntry> readDirectoryEntry() throws Types.ErrorCodeException {
        return ErrorCodes.guest(folder.openFiles().time(), this::next);
    }

    private Optional<DirectoryEntry> next() throws IOException {
        while (left.hasNext()) {
            Path name = left.next().getFileName();
            Optional<BasicFileAttributes> found = folder.find(name);
            if (found.isPresent()) {
                return Optional.of(new DirectoryEntry(
                        Attributes.type(found.get(), folder.path().resolve(name)), name.toString()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try (folder) {
            stream.close();
        } catch (IOException unheard) {
            // Nothing was written, so nothing is lost.
        }
    }
}
