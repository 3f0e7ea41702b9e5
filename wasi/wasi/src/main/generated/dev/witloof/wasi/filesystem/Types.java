// Made by witloof-bindings from wasi:filesystem/types@0.2.12.
// SHA-256 of its declarations: 35b9803a2ec4c719ad0c39f04a763c9568520bc0542b4cc27da81c4878e2ee9d
// Changes made here are lost when it is made again.
package dev.witloof.wasi.filesystem;

import dev.witloof.host.Tuple2;
import dev.witloof.host.WitInterface;
import dev.witloof.wasi.clocks.WallClock;
import dev.witloof.wasi.io.Error;
import dev.witloof.wasi.io.Streams;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * Files, folders and what can be done with them. Paths are relative to an open folder and cannot leave it.
 *
 * @since 0.2.0
 */
@WitInterface("wasi:filesystem/types@0.2.12")
@NullMarked
public interface Types {
    /**
     * The code behind a stream's error, if it came from a file.
     *
     * @since 0.2.0
     */
    Optional<ErrorCode> filesystemErrorCode(Error.Error_ err);

    /**
     * How a part of a file will be used. It changes speed at most.
     *
     * @since 0.2.0
     */
    enum Advice {
        /**
         * Nothing is known.
         */
        NORMAL,

        /**
         * From front to back.
         */
        SEQUENTIAL,

        /**
         * In no order.
         */
        RANDOM,

        /**
         * Soon.
         */
        WILL_NEED,

        /**
         * Not soon.
         */
        DONT_NEED,

        /**
         * Once, and not again.
         */
        NO_REUSE
    }

    /**
     * An open file or folder.
     *
     * @since 0.2.0
     */
    interface Descriptor extends AutoCloseable {
        /**
         * The file's bytes from {@code offset} on as a stream. Several streams on one file do not disturb each other.
         *
         * @since 0.2.0
         */
        Streams.InputStream readViaStream(long offset) throws ErrorCodeException;

        /**
         * A stream that writes into the file from {@code offset} on.
         *
         * @since 0.2.0
         */
        Streams.OutputStream writeViaStream(long offset) throws ErrorCodeException;

        /**
         * A stream that writes at the file's end.
         *
         * @since 0.2.0
         */
        Streams.OutputStream appendViaStream() throws ErrorCodeException;

        /**
         * Tells how a part of the file will be used.
         *
         * @since 0.2.0
         */
        void advise(long offset, long length, Advice advice) throws ErrorCodeException;

        /**
         * Waits until the file's bytes are on disk.
         *
         * @since 0.2.0
         */
        void syncData() throws ErrorCodeException;

        /**
         * How this was opened.
         *
         * @since 0.2.0
         */
        Set<DescriptorFlags> getFlags() throws ErrorCodeException;

        /**
         * What this is.
         *
         * @since 0.2.0
         */
        DescriptorType getType() throws ErrorCodeException;

        /**
         * Cuts the file off, or extends it with bytes of zero.
         *
         * @since 0.2.0
         */
        void setSize(long size) throws ErrorCodeException;

        /**
         * Sets the times of access and of modification.
         *
         * @since 0.2.0
         */
        void setTimes(NewTimestamp dataAccessTimestamp, NewTimestamp dataModificationTimestamp)
                throws ErrorCodeException;

        /**
         * Reads up to {@code length} bytes from {@code offset}. The second result is true where the file's end was
         * reached.
         *
         * @since 0.2.0
         */
        Tuple2<byte[], Boolean> read(long length, long offset) throws ErrorCodeException;

        /**
         * Writes bytes at {@code offset} and returns how many were written. A gap behind the old end is filled with
         * zeros.
         *
         * @since 0.2.0
         */
        long write(byte[] buffer, long offset) throws ErrorCodeException;

        /**
         * The folder's entries as a new stream from the beginning, without {@code .} and {@code ..}.
         *
         * @since 0.2.0
         */
        DirectoryEntryStream readDirectory() throws ErrorCodeException;

        /**
         * Waits until the file's bytes and metadata are on disk.
         *
         * @since 0.2.0
         */
        void sync() throws ErrorCodeException;

        /**
         * Makes a folder.
         *
         * @since 0.2.0
         */
        void createDirectoryAt(String path) throws ErrorCodeException;

        /**
         * What is known about this.
         *
         * @since 0.2.0
         */
        DescriptorStat stat() throws ErrorCodeException;

        /**
         * What is known about the file or folder at a path.
         *
         * @since 0.2.0
         */
        DescriptorStat statAt(Set<PathFlags> pathFlags, String path) throws ErrorCodeException;

        /**
         * Sets the times of access and of modification of the file or folder at a path.
         *
         * @since 0.2.0
         */
        void setTimesAt(Set<PathFlags> pathFlags, String path, NewTimestamp dataAccessTimestamp,
                NewTimestamp dataModificationTimestamp) throws ErrorCodeException;

        /**
         * Makes a hard link to the file at {@code old-path}, at {@code new-path} beneath the other folder.
         *
         * @since 0.2.0
         */
        void linkAt(Set<PathFlags> oldPathFlags, String oldPath, Descriptor newDescriptor,
                String newPath) throws ErrorCodeException;

        /**
         * Opens the file or folder at a path, and makes it if {@code open-flags} say so. Fails with {@code read-only} if
         * that needs to change something in a folder that may not be changed.
         *
         * @since 0.2.0
         */
        Descriptor openAt(Set<PathFlags> pathFlags, String path, Set<OpenFlags> openFlags,
                Set<DescriptorFlags> flags) throws ErrorCodeException;

        /**
         * The path that a symbolic link holds. An absolute one fails with {@code not-permitted}.
         *
         * @since 0.2.0
         */
        String readlinkAt(String path) throws ErrorCodeException;

        /**
         * Removes an empty folder.
         *
         * @since 0.2.0
         */
        void removeDirectoryAt(String path) throws ErrorCodeException;

        /**
         * Moves a file or folder to {@code new-path} beneath the other folder.
         *
         * @since 0.2.0
         */
        void renameAt(String oldPath, Descriptor newDescriptor, String newPath) throws
                ErrorCodeException;

        /**
         * Makes a symbolic link at {@code new-path} that holds {@code old-path}. An absolute {@code old-path} fails with
         * {@code not-permitted}.
         *
         * @since 0.2.0
         */
        void symlinkAt(String oldPath, String newPath) throws ErrorCodeException;

        /**
         * Removes a file; a folder fails with {@code is-directory}.
         *
         * @since 0.2.0
         */
        void unlinkFileAt(String path) throws ErrorCodeException;

        /**
         * Whether two descriptors mean the same file or folder.
         *
         * @since 0.2.0
         */
        boolean isSameObject(Descriptor other);

        /**
         * A hash of what this is and when it changed. Another value usually means another file or new contents; no host
         * promises it.
         *
         * @since 0.2.0
         */
        MetadataHashValue metadataHash() throws ErrorCodeException;

        /**
         * The same hash of the file or folder at a path.
         *
         * @since 0.2.0
         */
        MetadataHashValue metadataHashAt(Set<PathFlags> pathFlags, String path) throws
                ErrorCodeException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * How something was opened.
     *
     * @since 0.2.0
     */
    enum DescriptorFlags {
        /**
         * May be read.
         */
        READ,

        /**
         * May be written.
         */
        WRITE,

        /**
         * Each write waits until the bytes and all metadata are on disk ({@code O_SYNC}).
         */
        FILE_INTEGRITY_SYNC,

        /**
         * Each write waits until the bytes are on disk ({@code O_DSYNC}).
         */
        DATA_INTEGRITY_SYNC,

        /**
         * Reads wait for writes that are pending, too ({@code O_RSYNC}). A wish, not a promise.
         */
        REQUESTED_WRITE_SYNC,

        /**
         * What is in the folder may be changed. Without it such changes fail with {@code read-only}. For folders only.
         */
        MUTATE_DIRECTORY
    }

    /**
     * What is known about a file or folder.
     *
     * @param type What it is.
     * @param linkCount How many hard links lead to it.
     * @param size Bytes of a file, or of the path in a symbolic link.
     * @param dataAccessTimestamp When it was last read, if that is recorded.
     * @param dataModificationTimestamp When its contents last changed, if that is recorded.
     * @param statusChangeTimestamp When its metadata last changed, if that is recorded.
     * @since 0.2.0
     */
    record DescriptorStat(DescriptorType type, long linkCount, long size,
            Optional<WallClock.Datetime> dataAccessTimestamp,
            Optional<WallClock.Datetime> dataModificationTimestamp,
            Optional<WallClock.Datetime> statusChangeTimestamp) {
    }

    /**
     * What something in a file system is.
     *
     * @since 0.2.0
     */
    enum DescriptorType {
        /**
         * Not known, or none of the others.
         */
        UNKNOWN,

        /**
         * A device that is read and written in blocks.
         */
        BLOCK_DEVICE,

        /**
         * A device that is read and written as a stream.
         */
        CHARACTER_DEVICE,

        /**
         * A folder.
         */
        DIRECTORY,

        /**
         * A pipe with a name.
         */
        FIFO,

        /**
         * A link that holds a path.
         */
        SYMBOLIC_LINK,

        /**
         * A file.
         */
        REGULAR_FILE,

        /**
         * A socket.
         */
        SOCKET
    }

    /**
     * One entry of a folder.
     *
     * @param type What it is.
     * @param name Its name, without a path.
     * @since 0.2.0
     */
    record DirectoryEntry(DescriptorType type, String name) {
    }

    /**
     * The entries of a folder, one by one.
     *
     * @since 0.2.0
     */
    interface DirectoryEntryStream extends AutoCloseable {
        /**
         * The next entry, or nothing at the end.
         *
         * @since 0.2.0
         */
        Optional<DirectoryEntry> readDirectoryEntry() throws ErrorCodeException;

        /**
         * Drops the handle.
         */
        @Override
        default void close() {
        }
    }

    /**
     * Why an operation did not succeed, with POSIX's meanings.
     *
     * @since 0.2.0
     */
    enum ErrorCode {
        /**
         * Permission denied ({@code EACCES}).
         */
        ACCESS,

        /**
         * It cannot be done without waiting ({@code EAGAIN}).
         */
        WOULD_BLOCK,

        /**
         * The same is under way already ({@code EALREADY}).
         */
        ALREADY,

        /**
         * The descriptor cannot be used for this ({@code EBADF}).
         */
        BAD_DESCRIPTOR,

        /**
         * Something else uses it ({@code EBUSY}).
         */
        BUSY,

        /**
         * Waiting would never end ({@code EDEADLK}).
         */
        DEADLOCK,

        /**
         * The quota is used up ({@code EDQUOT}).
         */
        QUOTA,

        /**
         * It exists already ({@code EEXIST}).
         */
        EXIST,

        /**
         * The file would become too large ({@code EFBIG}).
         */
        FILE_TOO_LARGE,

        /**
         * A name has bytes that are not valid ({@code EILSEQ}).
         */
        ILLEGAL_BYTE_SEQUENCE,

        /**
         * It has begun and is not done ({@code EINPROGRESS}).
         */
        IN_PROGRESS,

        /**
         * It was interrupted ({@code EINTR}).
         */
        INTERRUPTED,

        /**
         * An argument is not valid ({@code EINVAL}).
         */
        INVALID,

        /**
         * Reading or writing failed ({@code EIO}).
         */
        IO,

        /**
         * It is a folder ({@code EISDIR}).
         */
        IS_DIRECTORY,

        /**
         * Too many symbolic links, perhaps in a circle ({@code ELOOP}).
         */
        LOOP,

        /**
         * It has as many hard links as it can have ({@code EMLINK}).
         */
        TOO_MANY_LINKS,

        /**
         * A message is too large ({@code EMSGSIZE}).
         */
        MESSAGE_SIZE,

        /**
         * A name or path is too long ({@code ENAMETOOLONG}).
         */
        NAME_TOO_LONG,

        /**
         * There is no such device ({@code ENODEV}).
         */
        NO_DEVICE,

        /**
         * There is no such file or folder ({@code ENOENT}).
         */
        NO_ENTRY,

        /**
         * No lock can be had ({@code ENOLCK}).
         */
        NO_LOCK,

        /**
         * The host has too little memory ({@code ENOMEM}).
         */
        INSUFFICIENT_MEMORY,

        /**
         * The disk is full ({@code ENOSPC}).
         */
        INSUFFICIENT_SPACE,

        /**
         * It is no folder, nor a link to one ({@code ENOTDIR}).
         */
        NOT_DIRECTORY,

        /**
         * The folder is not empty ({@code ENOTEMPTY}).
         */
        NOT_EMPTY,

        /**
         * What was locked is beyond repair ({@code ENOTRECOVERABLE}).
         */
        NOT_RECOVERABLE,

        /**
         * It is not supported here ({@code ENOTSUP}, {@code ENOSYS}).
         */
        UNSUPPORTED,

        /**
         * It is no terminal ({@code ENOTTY}).
         */
        NO_TTY,

        /**
         * There is no such device or address ({@code ENXIO}).
         */
        NO_SUCH_DEVICE,

        /**
         * A value does not fit ({@code EOVERFLOW}).
         */
        OVERFLOW,

        /**
         * It is not permitted ({@code EPERM}).
         */
        NOT_PERMITTED,

        /**
         * Nobody reads the pipe any more ({@code EPIPE}).
         */
        PIPE,

        /**
         * What is to be changed may only be read ({@code EROFS}).
         */
        READ_ONLY,

        /**
         * There is no such place, or no places at all ({@code ESPIPE}).
         */
        INVALID_SEEK,

        /**
         * The program in the file is running ({@code ETXTBSY}).
         */
        TEXT_FILE_BUSY,

        /**
         * The two lie in different file systems ({@code EXDEV}).
         */
        CROSS_DEVICE
    }

    /**
     * A hash of 128 bits.
     *
     * @param lower Its lower half.
     * @param upper Its upper half.
     * @since 0.2.0
     */
    record MetadataHashValue(long lower, long upper) {
    }

    /**
     * What becomes of a time.
     *
     * @since 0.2.0
     */
    sealed interface NewTimestamp {
        /**
         * It stays.
         */
        record NoChange() implements NewTimestamp {
        }

        /**
         * It becomes the file system's current time.
         */
        record Now() implements NewTimestamp {
        }

        /**
         * It becomes this.
         */
        record Timestamp(WallClock.Datetime value) implements NewTimestamp {
        }
    }

    /**
     * What {@code open-at} does with what it finds.
     *
     * @since 0.2.0
     */
    enum OpenFlags {
        /**
         * Make the file if there is none ({@code O_CREAT}).
         */
        CREATE,

        /**
         * Fail if it is no folder ({@code O_DIRECTORY}).
         */
        DIRECTORY,

        /**
         * Fail if there is a file already ({@code O_EXCL}).
         */
        EXCLUSIVE,

        /**
         * Empty the file ({@code O_TRUNC}).
         */
        TRUNCATE
    }

    /**
     * How a path is followed.
     *
     * @since 0.2.0
     */
    enum PathFlags {
        /**
         * A symbolic link at the path's end is followed as well.
         */
        SYMLINK_FOLLOW
    }

    /**
     * The failure of a function, with its error.
     */
    final class ErrorCodeException extends Exception {
        private static final long serialVersionUID = 1;

        private final transient ErrorCode error;

        /**
         * A failure with this error.
         */
        public ErrorCodeException(ErrorCode error) {
            super(String.valueOf(error));
            this.error = error;
        }

        /**
         * The error.
         */
        public ErrorCode error() {
            return error;
        }
    }
}
