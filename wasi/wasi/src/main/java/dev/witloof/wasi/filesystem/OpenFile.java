package dev.witloof.wasi.filesystem;

import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.io.Allotment;
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
    /** Where it counts, wherever renames leave it. */
    private final OpenFiles open;

    private Folder folder;
    private Path name;
    private BasicFileAttributes seen;
    private int holders = 1;

    private OpenFile(SeekableByteChannel channel, Folder folder, Path name, BasicFileAttributes seen) {
        this.channel = channel;
        this.folder = folder.held();
        this.name = name;
        this.seen = seen;
        this.open = folder.openFiles();
        open.opened(this);
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
            open.closed(this);
            try (Folder last = folder) {
                end();
            }
        }
    }

    /** Closes it, whoever holds it. */
    void end() throws IOException {
        channel.close();
    }

    OpenFiles openFiles() {
        return open;
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

    /**
     * Writes bytes at a place: all of them, or those that the instance may still write.
     *
     * @return how many
     */
    int write(ByteBuffer bytes, long position) throws IOException {
        if (position > Long.MAX_VALUE - bytes.remaining()) {
            throw new FileFailure(ErrorCode.FILE_TOO_LARGE);
        }
        int some = allowed(bytes.remaining(), position);
        put(bytes.limit(bytes.position() + some), position);
        return some;
    }

    /**
     * How many of so many bytes may be written at a place. They count as written then, and so does what the file grows by before
     * them.
     *
     * @throws FileFailure if none may be
     */
    int allowed(int wanted, long position) throws IOException {
        Allotment bytes = open.bytes();
        if (!bytes.isLimited() || wanted == 0) {
            return wanted;
        }
        long gap = Math.max(0, position - size());
        if (gap >= bytes.left()) {
            throw new FileFailure(ErrorCode.QUOTA);
        }
        bytes.takeUpTo(gap);
        return (int) bytes.takeUpTo(wanted);
    }

    private void put(ByteBuffer bytes, long position) throws IOException {
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
            Allotment bytes = open.bytes();
            if (bytes.left() < size - now) {
                throw new FileFailure(ErrorCode.QUOTA);
            }
            bytes.takeUpTo(size - now);
            put(ByteBuffer.allocate(1), size - 1);
        }
    }

    /** Waits until what was written is on disk. */
    void force(boolean metadata) throws IOException {
        if (channel instanceof FileChannel file) {
            file.force(metadata);
        }
    }
}
