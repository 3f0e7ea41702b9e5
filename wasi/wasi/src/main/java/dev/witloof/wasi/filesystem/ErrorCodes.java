package dev.witloof.wasi.filesystem;

import dev.witloof.error.TrapException;
import dev.witloof.limit.Calls;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import dev.witloof.wasi.io.Error;
import dev.witloof.wasi.io.HostTime;
import dev.witloof.wasi.io.IoError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ProviderMismatchException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Java's exceptions as the codes of {@code wasi:filesystem}. Where Java has no exception for an error of the system, only the
 * system's text is left, which is known in English; what it does not tell is {@code io}.
 */
final class ErrorCodes {

    private static final Map<String, ErrorCode> TEXTS = texts();

    private ErrorCodes() {}

    private static Map<String, ErrorCode> texts() {
        Map<String, ErrorCode> texts = new LinkedHashMap<>();
        texts.put("permission denied", ErrorCode.ACCESS);
        texts.put("resource temporarily unavailable", ErrorCode.WOULD_BLOCK);
        texts.put("operation already in progress", ErrorCode.ALREADY);
        texts.put("bad file descriptor", ErrorCode.BAD_DESCRIPTOR);
        texts.put("device or resource busy", ErrorCode.BUSY);
        texts.put("resource busy", ErrorCode.BUSY);
        texts.put("being used by another process", ErrorCode.BUSY);
        texts.put("deadlock", ErrorCode.DEADLOCK);
        texts.put("quota exceeded", ErrorCode.QUOTA);
        texts.put("file exists", ErrorCode.EXIST);
        texts.put("file too large", ErrorCode.FILE_TOO_LARGE);
        texts.put("illegal byte sequence", ErrorCode.ILLEGAL_BYTE_SEQUENCE);
        texts.put("invalid or incomplete multibyte", ErrorCode.ILLEGAL_BYTE_SEQUENCE);
        texts.put("operation now in progress", ErrorCode.IN_PROGRESS);
        texts.put("interrupted system call", ErrorCode.INTERRUPTED);
        texts.put("invalid argument", ErrorCode.INVALID);
        texts.put("input/output error", ErrorCode.IO);
        texts.put("is a directory", ErrorCode.IS_DIRECTORY);
        texts.put("levels of symbolic links", ErrorCode.LOOP);
        texts.put("too many links", ErrorCode.TOO_MANY_LINKS);
        texts.put("message too long", ErrorCode.MESSAGE_SIZE);
        texts.put("file name too long", ErrorCode.NAME_TOO_LONG);
        texts.put("no such device or address", ErrorCode.NO_SUCH_DEVICE);
        texts.put("no such device", ErrorCode.NO_DEVICE);
        texts.put("no such file or directory", ErrorCode.NO_ENTRY);
        texts.put("no locks available", ErrorCode.NO_LOCK);
        texts.put("cannot allocate memory", ErrorCode.INSUFFICIENT_MEMORY);
        texts.put("too many open files", ErrorCode.INSUFFICIENT_MEMORY);
        texts.put("no space left", ErrorCode.INSUFFICIENT_SPACE);
        texts.put("not enough space on the disk", ErrorCode.INSUFFICIENT_SPACE);
        texts.put("not a directory", ErrorCode.NOT_DIRECTORY);
        texts.put("directory not empty", ErrorCode.NOT_EMPTY);
        texts.put("state not recoverable", ErrorCode.NOT_RECOVERABLE);
        texts.put("not supported", ErrorCode.UNSUPPORTED);
        texts.put("not implemented", ErrorCode.UNSUPPORTED);
        texts.put("inappropriate ioctl", ErrorCode.NO_TTY);
        texts.put("value too large", ErrorCode.OVERFLOW);
        texts.put("operation not permitted", ErrorCode.NOT_PERMITTED);
        texts.put("broken pipe", ErrorCode.PIPE);
        texts.put("read-only file system", ErrorCode.READ_ONLY);
        texts.put("illegal seek", ErrorCode.INVALID_SEEK);
        texts.put("text file busy", ErrorCode.TEXT_FILE_BUSY);
        texts.put("cross-device link", ErrorCode.CROSS_DEVICE);
        return texts;
    }

    /** The code for what went wrong. */
    static ErrorCode of(IOException failure) {
        if (failure instanceof FileFailure known) {
            return known.code();
        }
        if (failure instanceof NoSuchFileException) {
            return ErrorCode.NO_ENTRY;
        }
        if (failure instanceof FileAlreadyExistsException) {
            return ErrorCode.EXIST;
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return ErrorCode.NOT_EMPTY;
        }
        if (failure instanceof NotDirectoryException) {
            return ErrorCode.NOT_DIRECTORY;
        }
        if (failure instanceof NotLinkException) {
            return ErrorCode.INVALID;
        }
        if (failure instanceof FileSystemLoopException) {
            return ErrorCode.LOOP;
        }
        if (failure instanceof AtomicMoveNotSupportedException) {
            return ErrorCode.CROSS_DEVICE;
        }
        return failure instanceof AccessDeniedException ? ErrorCode.ACCESS : ofText(text(failure));
    }

    private static @Nullable String text(IOException failure) {
        return failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
    }

    private static ErrorCode ofText(@Nullable String text) {
        if (text != null) {
            String lower = text.toLowerCase(Locale.ROOT);
            for (Map.Entry<String, ErrorCode> each : TEXTS.entrySet()) {
                if (lower.contains(each.getKey())) {
                    return each.getValue();
                }
            }
        }
        return ErrorCode.IO;
    }

    /** The code in an error of a stream of a file; empty if it is of something else. */
    static Optional<ErrorCode> of(Error.Error_ error) {
        return error instanceof IoError io
                ? io.cause().filter(FileFailure.class::isInstance).map(cause -> ((FileFailure) cause).code())
                : Optional.empty();
    }

    /** The code for what providers throw unchecked; whatever else it is, is thrown on. */
    static ErrorCode of(RuntimeException failure) {
        if (failure instanceof ReadOnlyFileSystemException) {
            return ErrorCode.READ_ONLY;
        }
        if (failure instanceof UnsupportedOperationException) {
            return ErrorCode.UNSUPPORTED;
        }
        if (failure instanceof InvalidPathException) {
            return ErrorCode.ILLEGAL_BYTE_SEQUENCE;
        }
        if (failure instanceof ProviderMismatchException) {
            return ErrorCode.CROSS_DEVICE;
        }
        if (failure instanceof SecurityException) {
            return ErrorCode.ACCESS;
        }
        if (failure instanceof NonWritableChannelException) {
            return ErrorCode.BAD_DESCRIPTOR;
        }
        if (failure instanceof DirectoryIteratorException iteration) {
            return of(iteration.getCause());
        }
        throw failure;
    }

    /**
     * A failure that streams tell, with the code in it.
     *
     * @throws TrapException if the thread was interrupted, which is how a call is ended
     */
    static FileFailure failure(IOException failure) {
        if (failure instanceof ClosedByInterruptException || failure instanceof InterruptedIOException) {
            Thread.currentThread().interrupt();
            throw new TrapException("interrupted", failure);
        }
        return failure instanceof FileFailure known ? known : new FileFailure(of(failure), failure);
    }

    /**
     * What an operation returns, or its failure as the guest's.
     *
     * @param <T> what it returns
     * @param time as part of which it counts
     */
    static <T extends @Nullable Object> T guest(HostTime time, Calls<T, IOException> operation)
            throws Types.ErrorCodeException {
        try {
            return time.of(operation);
        } catch (IOException failure) {
            throw new Types.ErrorCodeException(failure(failure).code());
        } catch (RuntimeException failure) {
            throw new Types.ErrorCodeException(of(failure));
        }
    }
}
