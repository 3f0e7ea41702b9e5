package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;

/**
 * A folder of a provider that cannot keep one open. Its path is checked before each use to have no link in it; between the
 * check and the use others could make one.
 */
final class CheckedFolder extends Folder {

    CheckedFolder(Path path, OpenFiles open) {
        super(path, open);
    }

    private Path checked() throws IOException {
        if (!path().toRealPath().equals(path())) {
            throw new FileFailure(ErrorCode.NO_ENTRY);
        }
        return path();
    }

    private Path checked(Path name) throws IOException {
        return checked().resolve(name);
    }

    @Override
    void end() {
        // Nothing is open.
    }

    @Override
    Folder open(Path name) throws IOException {
        openFiles().requireRoom();
        Path child = checked(name);
        if (!Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isDirectory()) {
            throw new NotDirectoryException(null);
        }
        // Where names differ in more than their letters' case only in part: as the provider has them.
        Path real = child.toRealPath();
        if (!path().equals(real.getParent())) {
            throw new FileFailure(ErrorCode.NOT_PERMITTED);
        }
        return new CheckedFolder(real, openFiles());
    }

    @Override
    Folder again(OpenFiles forWhom) throws IOException {
        forWhom.requireRoom();
        return new CheckedFolder(checked(), forWhom);
    }

    @Override
    SeekableByteChannel file(Path name, Set<OpenOption> options) throws IOException {
        Set<OpenOption> all = new HashSet<>(options);
        all.add(LinkOption.NOFOLLOW_LINKS);
        return Files.newByteChannel(checked(name), all);
    }

    @Override
    BasicFileAttributeView view(Path name) throws IOException {
        return Files.getFileAttributeView(checked(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    BasicFileAttributeView view() throws IOException {
        return Files.getFileAttributeView(checked(), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    void deleteFile(Path name) throws IOException {
        Files.delete(checked(name));
    }

    @Override
    void deleteFolder(Path name) throws IOException {
        Files.delete(checked(name));
    }

    @Override
    void move(Path name, Folder to, Path newName) throws IOException {
        if (!(to instanceof CheckedFolder other) || other.path().getFileSystem() != path().getFileSystem()) {
            throw new FileFailure(ErrorCode.CROSS_DEVICE);
        }
        Files.move(checked(name), other.checked(newName));
    }

    @Override
    DirectoryStream<Path> list() throws IOException {
        return Files.newDirectoryStream(checked());
    }
}
