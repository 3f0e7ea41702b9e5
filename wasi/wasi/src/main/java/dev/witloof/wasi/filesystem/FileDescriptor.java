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
import dev.witloof.wasi.io.SinkStream;
import dev.witloof.wasi.io.SourceStream;
import dev.witloof.wasi.io.Streams;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;

/** An open file. What is only for folders fails with {@code not-directory}. */
final class FileDescriptor extends OpenDescriptor {

    /** What is read at once. */
    private static final int MOST = 1 << 20;

    private final OpenFile file;
    private final Set<DescriptorFlags> flags;
    private final boolean changeable;

    /**
     * A file just opened, which belongs to this.
     *
     * @param changeable whether it is in a folder that may be changed
     */
    FileDescriptor(OpenFile file, Set<DescriptorFlags> flags, boolean changeable, MetadataHash hash) {
        super(hash);
        this.file = file;
        this.flags = flags;
        this.changeable = changeable;
    }

    @Override
    OpenFiles openFiles() {
        return file.openFiles();
    }

    @Override
    BasicFileAttributes attributes() throws IOException {
        return file.attributes();
    }

    @Override
    Path path() {
        return file.folder().path().resolve(file.name());
    }

    @Override
    long size(BasicFileAttributes attributes) throws IOException {
        return file.size();
    }

    private void require(DescriptorFlags flag, ErrorCode without) throws FileFailure {
        if (!flags.contains(flag)) {
            throw new FileFailure(without);
        }
    }

    /** Offsets are unsigned, those of systems are not. */
    private static long offset(long offset) throws FileFailure {
        if (offset < 0) {
            throw new FileFailure(ErrorCode.INVALID);
        }
        return offset;
    }

    @Override
    public Streams.InputStream readViaStream(long offset) throws Types.ErrorCodeException {
        return guest(() -> {
            require(DescriptorFlags.READ, ErrorCode.BAD_DESCRIPTOR);
            return SourceStream.of(openFiles().time().around(new FileSource(file, offset(offset))));
        });
    }

    @Override
    public Streams.OutputStream writeViaStream(long offset) throws Types.ErrorCodeException {
        return guest(() -> {
            require(DescriptorFlags.WRITE, ErrorCode.BAD_DESCRIPTOR);
            return SinkStream.of(openFiles().time().around(new FileSink(file, offset(offset))));
        });
    }

    @Override
    public Streams.OutputStream appendViaStream() throws Types.ErrorCodeException {
        return guest(() -> {
            require(DescriptorFlags.WRITE, ErrorCode.BAD_DESCRIPTOR);
            return SinkStream.of(openFiles().time().around(new AppendingSink(file)));
        });
    }

    /** Checks what it is told; Java has no way to tell the system. */
    @Override
    public void advise(long offset, long length, Advice advice) throws Types.ErrorCodeException {
        guest(() -> offset(offset) + offset(length));
    }

    @Override
    public void syncData() throws Types.ErrorCodeException {
        force(false);
    }

    @Override
    public void sync() throws Types.ErrorCodeException {
        force(true);
    }

    private void force(boolean metadata) throws Types.ErrorCodeException {
        if (flags.contains(DescriptorFlags.WRITE)) {
            guest(() -> {
                file.force(metadata);
                return null;
            });
        }
    }

    @Override
    public Set<DescriptorFlags> getFlags() {
        return flags;
    }

    @Override
    public DescriptorType getType() throws Types.ErrorCodeException {
        return guest(() -> Attributes.type(attributes(), path()));
    }

    @Override
    public void setSize(long size) throws Types.ErrorCodeException {
        guest(() -> {
            require(DescriptorFlags.WRITE, ErrorCode.INVALID);
            file.resize(offset(size));
            return null;
        });
    }

    @Override
    public void setTimes(NewTimestamp dataAccessTimestamp, NewTimestamp dataModificationTimestamp)
            throws Types.ErrorCodeException {
        guest(() -> {
            if (!changeable) {
                throw new FileFailure(ErrorCode.READ_ONLY);
            }
            setTimes(file.view(), dataAccessTimestamp, dataModificationTimestamp);
            return null;
        });
    }

    @Override
    public Tuple2<byte[], Boolean> read(long length, long offset) throws Types.ErrorCodeException {
        return guest(() -> {
            require(DescriptorFlags.READ, ErrorCode.BAD_DESCRIPTOR);
            long left = Math.max(0, file.size() - offset(offset));
            int wanted = Long.compareUnsigned(length, MOST) > 0 ? MOST : (int) length;
            // One more than is left, so that a file that says nothing of its size is read as well.
            byte[] bytes = new byte[(int) Math.min(wanted, Math.max(left, 1 << 12))];
            int read = 0;
            int some = 0;
            ByteBuffer into = ByteBuffer.wrap(bytes);
            while (into.hasRemaining() && some >= 0) {
                some = file.read(into, offset + read);
                read += Math.max(0, some);
            }
            // Nothing that is not the end is an interruption to C libraries; but nothing was asked for then.
            boolean end = some < 0 || bytes.length == 0;
            return new Tuple2<>(read == bytes.length ? bytes : Arrays.copyOf(bytes, read), end);
        });
    }

    @Override
    public long write(byte[] buffer, long offset) throws Types.ErrorCodeException {
        return guest(() -> {
            require(DescriptorFlags.WRITE, ErrorCode.BAD_DESCRIPTOR);
            return (long) file.write(ByteBuffer.wrap(buffer), offset(offset));
        });
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException unheard) {
            // What was synchronised has arrived, and of the rest the guest cannot be told any more.
        }
    }

    private static Types.ErrorCodeException notDirectory() {
        return new Types.ErrorCodeException(ErrorCode.NOT_DIRECTORY);
    }

    @Override
    public DirectoryEntryStream readDirectory() throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public void createDirectoryAt(String path) throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public DescriptorStat statAt(Set<PathFlags> pathFlags, String path) throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public void setTimesAt(
            Set<PathFlags> pathFlags,
            String path,
            NewTimestamp dataAccessTimestamp,
            NewTimestamp dataModificationTimestamp)
            throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public void linkAt(Set<PathFlags> oldPathFlags, String oldPath, Descriptor newDescriptor, String newPath)
            throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public Descriptor openAt(
            Set<PathFlags> pathFlags, String path, Set<OpenFlags> openFlags, Set<DescriptorFlags> wanted)
            throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public String readlinkAt(String path) throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public void removeDirectoryAt(String path) throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public void renameAt(String oldPath, Descriptor newDescriptor, String newPath) throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public void symlinkAt(String oldPath, String newPath) throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public void unlinkFileAt(String path) throws Types.ErrorCodeException {
        throw notDirectory();
    }

    @Override
    public MetadataHashValue metadataHashAt(Set<PathFlags> pathFlags, String path) throws Types.ErrorCodeException {
        throw notDirectory();
    }
}
