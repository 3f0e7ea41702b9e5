package dev.witloof.wasi.filesystem;

import dev.witloof.limit.Calls;
import dev.witloof.wasi.clocks.WallClock.Datetime;
import dev.witloof.wasi.filesystem.Types.Descriptor;
import dev.witloof.wasi.filesystem.Types.DescriptorStat;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.filesystem.Types.MetadataHashValue;
import dev.witloof.wasi.filesystem.Types.NewTimestamp;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What files and folders that are open have in common. */
abstract class OpenDescriptor implements Descriptor {

    private final MetadataHash hash;

    OpenDescriptor(MetadataHash hash) {
        this.hash = hash;
    }

    final MetadataHash hash() {
        return hash;
    }

    /** Where what is opened counts. */
    abstract OpenFiles openFiles();

    /** What an operation returns, or its failure as the guest's. */
    final <T extends @Nullable Object> T guest(Calls<T, IOException> operation) throws Types.ErrorCodeException {
        return ErrorCodes.guest(openFiles().time(), operation);
    }

    abstract BasicFileAttributes attributes() throws IOException;

    /** Where it is, as far as that is known. */
    abstract Path path();

    abstract long size(BasicFileAttributes attributes) throws IOException;

    @Override
    public final DescriptorStat stat() throws Types.ErrorCodeException {
        return guest(() -> {
            BasicFileAttributes attributes = attributes();
            return Attributes.stat(attributes, path(), size(attributes));
        });
    }

    @Override
    public final MetadataHashValue metadataHash() throws Types.ErrorCodeException {
        return guest(() -> {
            BasicFileAttributes attributes = attributes();
            return hash.of(attributes, path(), size(attributes));
        });
    }

    @Override
    public final boolean isSameObject(Descriptor other) {
        try {
            return other instanceof OpenDescriptor open && isSame(attributes(), path(), open.attributes(), open.path());
        } catch (IOException unknown) {
            return false;
        }
    }

    /** By their keys if the file system gives any, else by their paths. */
    static boolean isSame(BasicFileAttributes one, Path path, BasicFileAttributes other, Path otherPath) {
        return one.fileKey() == null && other.fileKey() == null
                ? path.equals(otherPath)
                : Objects.equals(one.fileKey(), other.fileKey()) && path.getFileSystem() == otherPath.getFileSystem();
    }

    static void setTimes(BasicFileAttributeView view, NewTimestamp access, NewTimestamp modification)
            throws IOException {
        view.setTimes(time(modification), time(access), null);
    }

    private static @Nullable FileTime time(NewTimestamp wanted) throws FileFailure {
        if (wanted instanceof NewTimestamp.Timestamp given) {
            return FileTime.from(instant(given.value()));
        }
        return wanted instanceof NewTimestamp.Now ? FileTime.from(Instant.now()) : null;
    }

    private static Instant instant(Datetime datetime) throws FileFailure {
        if (datetime.nanoseconds() < 0 || datetime.nanoseconds() >= 1_000_000_000) {
            throw new FileFailure(ErrorCode.INVALID);
        }
        try {
            return Instant.ofEpochSecond(
                    datetime.seconds() < 0 ? Long.MAX_VALUE : datetime.seconds(), datetime.nanoseconds());
        } catch (DateTimeException | ArithmeticException tooLarge) {
            throw new FileFailure(ErrorCode.OVERFLOW, tooLarge);
        }
    }
}
