package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An open folder, and what can be done with what is in it, each by its bare name and without following links. Closed when as
 * many have closed it as hold it.
 */
abstract class Folder implements AutoCloseable {

    private final OpenFiles open;
    private Path path;
    private int holders = 1;

    /**
     * An open folder.
     *
     * @param path its real path
     * @param open where it counts
     */
    Folder(Path path, OpenFiles open) {
        this.path = path;
        this.open = open;
        open.opened(this);
    }

    /**
     * Opens a folder of the embedder's.
     *
     * @param path its real path
     */
    static Folder open(Path path, OpenFiles open) throws IOException {
        open.requireRoom();
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new SecureFolder(path, secure, open);
        }
        stream.close();
        return new CheckedFolder(path, open);
    }

    /** The real path that it had when it was opened, or was given by a rename of the guest's. */
    final Path path() {
        return path;
    }

    final void moved(Path to) {
        path = to;
    }

    final OpenFiles openFiles() {
        return open;
    }

    final Folder held() {
        holders++;
        return this;
    }

    @Override
    public final void close() throws IOException {
        if (--holders == 0) {
            open.closed(this);
            end();
        }
    }

    /** Closes what is behind it. */
    abstract void end() throws IOException;

    /** Opens a folder in it. */
    abstract Folder open(Path name) throws IOException;

    /** Opens the same folder once more, for another guest perhaps. */
    abstract Folder again(OpenFiles forWhom) throws IOException;

    /** Opens or makes a file in it. */
    abstract SeekableByteChannel file(Path name, Set<OpenOption> options) throws IOException;

    /** The attributes of something in it; they can be set, too. */
    abstract BasicFileAttributeView view(Path name) throws IOException;

    /** Its own attributes. */
    abstract BasicFileAttributeView view() throws IOException;

    abstract void deleteFile(Path name) throws IOException;

    abstract void deleteFolder(Path name) throws IOException;

    /** Renames; what has the new name already may be replaced or not. */
    abstract void move(Path name, Folder to, Path newName) throws IOException;

    /** What is in it. */
    abstract DirectoryStream<Path> list() throws IOException;

    final BasicFileAttributes attributes(Path name) throws IOException {
        return view(name).readAttributes();
    }

    final BasicFileAttributes attributes() throws IOException {
        return view().readAttributes();
    }

    /** What has this name in it, if anything has. */
    final Optional<BasicFileAttributes> find(Path name) throws IOException {
        try {
            return Optional.of(attributes(name));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /**
     * The whole path of a name in it, for what Java can do by whole paths only: making folders and links, reading links. The
     * path has just been seen to lead here; if others move folders in this very moment it may lead elsewhere when it is used.
     *
     * @throws IOException if the path leads somewhere else
     */
    final Path whole(Path name) throws IOException {
        BasicFileAttributes there =
                Files.readAttributes(path, BasicFileAttributes.class, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        Object key = attributes().fileKey();
        boolean here = key == null ? path.toRealPath().equals(path) : Objects.equals(there.fileKey(), key);
        if (!here) {
            throw new FileFailure(ErrorCode.NO_ENTRY);
        }
        return path.resolve(name);
    }

    /** What a link holds. */
    final Path link(Path name) throws IOException {
        return Files.readSymbolicLink(whole(name));
    }
}
