package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An open file, which descriptors and streams share; closed with the last of them. Java cannot ask a file that is open for more
 * than its size, so its attributes are looked up under its name, and if that has another file now they are the last that were
 * seen.
 */
final class OpenFile implements AutoCloseable {

    /** How often a file is opened again that others replace at the same time. */
    private static final int ATTEMPTS = 10;

    private final SeekableByteChannel channel;
    private Folder folder;
    private Path name;
    private BasicFileAttributes seen;
    private int holders = 1;

    private OpenFile(SeekableByteChannel channel, Folder folder, Path name, BasicFileAttributes seen) {
        this.channel = channel;
        this.folder = folder.held();
        this.name = name;
        this.seen = seen;
        folder.openFiles().opened(this);
    }

    /** Opens a file that is there, or makes it. */
    static OpenFile of(Folder folder, Path name, Set<OpenOption> options) throws IOException {
        folder.openFiles().requireRoom();
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<BasicFileAttributes> before = folder.find(name);
            SeekableByteChannel channel = folder.file(name, options);
            try {
                BasicFileAttributes after = folder.attributes(name);
                if (before.isEmpty() || Objects.equals(before.get().fileKey(), after.fileKey())) {
                    return new OpenFile(channel, folder, name, after);
                }
            } catch (IOException gone) {
                channel.close();
                throw gone;
            }
            channel.close();
        }
        throw new FileFailure(ErrorCode.BUSY);
    }

    OpenFile held() {
        holders++;
        return this;
    }

    @Override
    public void close() throws IOException {
        if (--holders == 0) {
            folder.openFiles().closed(this);
            try (Folder last = folder) {
                channel.close();
            }
        }
    }

    /** If it had this path it has another name now. */
    void movedWith(Path before, Folder to, Path newName) {
        if (folder.path().resolve(name).equals(before)) {
            Folder left = folder;
            folder = to.held();
            name = newName;
            try {
                left.close();
            } catch (IOException unheard) {
                // The folder is not used any more.
            }
        }
    }

    Folder folder() {
        return folder;
    }

    Path name() {
        return name;
    }

    /** Whether its name still leads to it; then {@link #attributes} are those of now. */
    boolean isThere() throws IOException {
        Optional<BasicFileAttributes> now = folder.find(name);
        boolean there = now.isPresent() && Objects.equals(now.get().fileKey(), seen.fileKey());
        if (there) {
            seen = now.get();
        }
        return there;
    }

    /** Its attributes, as they are or were last seen. */
    BasicFileAttributes attributes() throws IOException {
        isThere();
        return seen;
    }

    /** By which its times are set. */
    BasicFileAttributeView view() throws IOException {
        if (!isThere()) {
            throw new FileFailure(ErrorCode.NO_ENTRY);
        }
        return folder.view(name);
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Reads some bytes at a place; −1 at the end, and where no file can have bytes any more, which systems would not take. */
    int read(ByteBuffer bytes, long position) throws IOException {
        if (position > Long.MAX_VALUE - bytes.remaining()) {
            return -1;
        }
        if (channel instanceof FileChannel file) {
            return file.read(bytes, position);
        }
        return channel.position(position).read(bytes);
    }

    /** Writes all bytes at a place. */
    void write(ByteBuffer bytes, long position) throws IOException {
        if (position > Long.MAX_VALUE - bytes.remaining()) {
            throw new FileFailure(ErrorCode.FILE_TOO_LARGE);
        }
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel instanceof FileChannel file
                    ? file.write(bytes, at)
                    : channel.position(at).write(bytes);
        }
    }

    /**
     * A channel of its own that always writes at the end, whoever else does, where its name still leads to it; else one has to
     * look where that is.
     */
    Optional<SeekableByteChannel> appending() throws IOException {
        if (!isThere()) {
            return Optional.empty();
        }
        SeekableByteChannel atEnd = folder.file(name, Set.of(StandardOpenOption.APPEND));
        if (isThere()) {
            return Optional.of(atEnd);
        }
        atEnd.close();
        return Optional.empty();
    }

    /** Cuts it off, or lets it grow by zeros. */
    void resize(long size) throws IOException {
        long now = size();
        if (size < now) {
            channel.truncate(size);
        } else if (size > now) {
            write(ByteBuffer.allocate(1), size - 1);
        }
    }

    /** Waits until what was written is on disk. */
    void force(boolean metadata) throws IOException {
        if (channel instanceof FileChannel file) {
            file.force(metadata);
        }
    }
}
