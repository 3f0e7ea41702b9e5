package dev.witloof.wasi.filesystem;

import dev.witloof.host.Tuple2;
import dev.witloof.wasi.filesystem.Types.Advice;
import dev.witloof.wasi.filesystem.Types.Descriptor;
import dev.witloof.wasi.filesystem.Types.DescriptorFlags;
import dev.witloof.wasi.filesystem.Types.DescriptorStat;
import dev.witloof.wasi.filesystem.Types.DescriptorType;
import dev.witloof.wasi.filesystem.Types.DirectoryEntryStream;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.filesystem.Types.MetadataHashValue;
import dev.witloof.wasi.filesystem.Types.NewTimestamp;
import dev.witloof.wasi.filesystem.Types.OpenFlags;
import dev.witloof.wasi.filesystem.Types.PathFlags;
import dev.witloof.wasi.io.Streams;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** An open folder. What is only for files fails with {@code is-directory} where something is read, else {@code bad-descriptor}. */
final class FolderDescriptor extends OpenDescriptor {

    private final Folder folder;
    private final boolean changeable;

    /**
     * A folder just opened, which belongs to this.
     *
     * @param changeable whether what is in it may be changed
     */
    FolderDescriptor(Folder folder, boolean changeable, MetadataHash hash) {
        super(hash);
        this.folder = folder;
        this.changeable = changeable;
    }

    @Override
    OpenFiles openFiles() {
        return folder.openFiles();
    }

    @Override
    BasicFileAttributes attributes() throws IOException {
        return folder.attributes();
    }

    @Override
    Path path() {
        return folder.path();
    }

    @Override
    long size(BasicFileAttributes attributes) {
        return attributes.size();
    }

    private void requireChangeable() throws FileFailure {
        if (!changeable) {
            throw new FileFailure(ErrorCode.READ_ONLY);
        }
    }

    /** A folder of ours that may be changed, too. */
    private static Folder changeable(Descriptor other) throws FileFailure {
        if (other instanceof FolderDescriptor target) {
            target.requireChangeable();
            return target.folder;
        }
        throw new FileFailure(other instanceof FileDescriptor ? ErrorCode.NOT_DIRECTORY : ErrorCode.CROSS_DEVICE);
    }

    private Place seen(Set<PathFlags> flags, String path) throws IOException {
        return Place.seen(folder, path, flags.contains(PathFlags.SYMLINK_FOLLOW));
    }

    @Override
    public DirectoryEntryStream readDirectory() throws Types.ErrorCodeException {
        return guest(() -> {
            Folder again = folder.again(folder.openFiles());
            try {
                return new EntryStream(again);
            } catch (IOException | RuntimeException failure) {
                again.close();
                throw failure;
            }
        });
    }

    @Override
    public void createDirectoryAt(String path) throws Types.ErrorCodeException {
        guest(() -> {
            requireChangeable();
            Changes.createFolder(folder, path);
            return null;
        });
    }

    @Override
    public DescriptorStat statAt(Set<PathFlags> pathFlags, String path) throws Types.ErrorCodeException {
        return guest(() -> {
            try (Place place = seen(pathFlags, path)) {
                BasicFileAttributes attributes = place.attributes();
                return Attributes.stat(attributes, place.path(), place.size(attributes));
            }
        });
    }

    @Override
    public MetadataHashValue metadataHashAt(Set<PathFlags> pathFlags, String path) throws Types.ErrorCodeException {
        return guest(() -> {
            try (Place place = seen(pathFlags, path)) {
                BasicFileAttributes attributes = place.attributes();
                return hash().of(attributes, place.path(), attributes.size());
            }
        });
    }

    @Override
    public void setTimesAt(
            Set<PathFlags> pathFlags,
            String path,
            NewTimestamp dataAccessTimestamp,
            NewTimestamp dataModificationTimestamp)
            throws Types.ErrorCodeException {
        guest(() -> {
            requireChangeable();
            try (Place place = seen(pathFlags, path)) {
                setTimes(Changes.times(place), dataAccessTimestamp, dataModificationTimestamp);
            }
            return null;
        });
    }

    @Override
    public void linkAt(Set<PathFlags> oldPathFlags, String oldPath, Descriptor newDescriptor, String newPath)
            throws Types.ErrorCodeException {
        guest(() -> {
            requireChangeable();
            Folder target = changeable(newDescriptor);
            if (oldPathFlags.contains(PathFlags.SYMLINK_FOLLOW)) {
                throw new FileFailure(ErrorCode.INVALID);
            }
            try (Place old = Place.seen(folder, oldPath, false)) {
                Changes.link(old, target, newPath);
            }
            return null;
        });
    }

    @Override
    public Descriptor openAt(
            Set<PathFlags> pathFlags, String path, Set<OpenFlags> openFlags, Set<DescriptorFlags> flags)
            throws Types.ErrorCodeException {
        return guest(() -> new Opening(folder, changeable, hash(), openFlags, flags)
                .at(path, pathFlags.contains(PathFlags.SYMLINK_FOLLOW)));
    }

    @Override
    public String readlinkAt(String path) throws Types.ErrorCodeException {
        return guest(() -> {
            try (Place place = Place.seen(folder, path, false)) {
                if (!place.attributes().isSymbolicLink()) {
                    throw new FileFailure(ErrorCode.INVALID);
                }
                return Place.text(place.folder().link(place.nameOr(ErrorCode.INVALID)));
            }
        });
    }

    @Override
    public void removeDirectoryAt(String path) throws Types.ErrorCodeException {
        guest(() -> {
            requireChangeable();
            Changes.removeFolder(folder, path);
            return null;
        });
    }

    @Override
    public void renameAt(String oldPath, Descriptor newDescriptor, String newPath) throws Types.ErrorCodeException {
        guest(() -> {
            requireChangeable();
            Changes.rename(folder, oldPath, changeable(newDescriptor), newPath);
            return null;
        });
    }

    @Override
    public void symlinkAt(String oldPath, String newPath) throws Types.ErrorCodeException {
        guest(() -> {
            requireChangeable();
            Changes.symbolicLink(folder, oldPath, newPath);
            return null;
        });
    }

    @Override
    public void unlinkFileAt(String path) throws Types.ErrorCodeException {
        guest(() -> {
            requireChangeable();
            Changes.unlink(folder, path);
            return null;
        });
    }

    @Override
    public Set<DescriptorFlags> getFlags() {
        return changeable
                ? Set.of(DescriptorFlags.READ, DescriptorFlags.MUTATE_DIRECTORY)
                : Set.of(DescriptorFlags.READ);
    }

    @Override
    public DescriptorType getType() {
        return DescriptorType.DIRECTORY;
    }

    @Override
    public void setTimes(NewTimestamp dataAccessTimestamp, NewTimestamp dataModificationTimestamp)
            throws Types.ErrorCodeException {
        guest(() -> {
            requireChangeable();
            setTimes(folder.view(), dataAccessTimestamp, dataModificationTimestamp);
            return null;
        });
    }

    /** Folders are not open for writing, so there is nothing to wait for. */
    @Override
    public void syncData() {}

    /** Folders are not open for writing, so there is nothing to wait for. */
    @Override
    public void sync() {}

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException unheard) {
            // Nothing was written, so nothing is lost.
        }
    }

    private static Types.ErrorCodeException failure(ErrorCode code) {
        return new Types.ErrorCodeException(code);
    }

    @Override
    public Streams.InputStream readViaStream(long offset) throws Types.ErrorCodeException {
        throw failure(ErrorCode.IS_DIRECTORY);
    }

    @Override
    public Streams.OutputStream writeViaStream(long offset) throws Types.ErrorCodeException {
        throw failure(ErrorCode.BAD_DESCRIPTOR);
    }

    @Override
    public Streams.OutputStream appendViaStream() throws Types.ErrorCodeException {
        throw failure(ErrorCode.BAD_DESCRIPTOR);
    }

    @Override
    public void advise(long offset, long length, Advice advice) throws Types.ErrorCodeException {
        throw failure(ErrorCode.BAD_DESCRIPTOR);
    }

    @Override
    public void setSize(long size) throws Types.ErrorCodeException {
        throw failure(ErrorCode.BAD_DESCRIPTOR);
    }

    @Override
    public Tuple2<byte[], Boolean> read(long length, long offset) throws Types.ErrorCodeException {
        throw failure(ErrorCode.IS_DIRECTORY);
    }

    @Override
    public long write(byte[] buffer, long offset) throws Types.ErrorCodeException {
        throw failure(ErrorCode.BAD_DESCRIPTOR);
    }
}
