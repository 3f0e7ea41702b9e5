package dev.witloof.wasi.filesystem;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.HashSet;
import java.util.Set;

/** A folder that stays the one that it is, whatever becomes of its path: the system has it open. */
final class SecureFolder extends Folder {

    private final SecureDirectoryStream<Path> stream;

    SecureFolder(Path path, SecureDirectoryStream<Path> stream, OpenFiles open) {
        super(path, open);
        this.stream = stream;
    }

    @Override
    void end() throws IOException {
        stream.close();
    }

    private SecureDirectoryStream<Path> opened(Path name) throws IOException {
        return stream.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    Folder open(Path name) throws IOException {
        openFiles().requireRoom();
        return new SecureFolder(path().resolve(name), opened(name), openFiles());
    }

    @Override
    Folder again(OpenFiles forWhom) throws IOException {
        forWhom.requireRoom();
        return new SecureFolder(path(), opened(itself()), forWhom);
    }

    private Path itself() {
        return path().getFileSystem().getPath(".");
    }

    @Override
    SeekableByteChannel file(Path name, Set<OpenOption> options) throws IOException {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(LinkOption.NOFOLLOW_LINKS);
        return stream.newByteChannel(name, all);
    }

    @Override
    BasicFileAttributeView view(Path name) {
        return stream.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    BasicFileAttributeView view() {
        return stream.getFileAttributeView(BasicFileAttributeView.class);
    }

    @Override
    void deleteFile(Path name) throws IOException {
        stream.deleteFile(name);
    }

    @Override
    void deleteFolder(Path name) throws IOException {
        stream.deleteDirectory(name);
    }

    @Override
    void move(Path name, Folder to, Path newName) throws IOException {
        if (!(to instanceof SecureFolder other) || other.path().getFileSystem() != path().getFileSystem()) {
            throw new FileFailure(Types.ErrorCode.CROSS_DEVICE);
        }
        // jimfs moves what a link leads to, where it is told folders that are open; by whole paths it moves the link.
        if (path().getFileSystem() != FileSystems.getDefault()
                && attributes(name).isSymbolicLink()) {
            Files.move(whole(name), other.whole(newName));
        } else {
            stream.move(name, other.stream, newName);
        }
    }

    /** Of a stream of its own, because one can be gone through only once. */
    @Override
    DirectoryStream<Path> list() throws IOException {
        return opened(itself());
    }
}
