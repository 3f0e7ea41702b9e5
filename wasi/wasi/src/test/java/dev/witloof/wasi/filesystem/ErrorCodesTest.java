package dev.witloof.wasi.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.witloof.error.TrapException;
import dev.witloof.wasi.filesystem.Types.ErrorCode;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
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
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java's exceptions, and Linux's texts, one by one. */
class ErrorCodesTest {

    @Test
    void exceptionsHaveTheirCodes() {
        assertThat(ErrorCodes.of(new NoSuchFileException("f"))).isEqualTo(ErrorCode.NO_ENTRY);
        assertThat(ErrorCodes.of(new FileAlreadyExistsException("f"))).isEqualTo(ErrorCode.EXIST);
        assertThat(ErrorCodes.of(new DirectoryNotEmptyException("f"))).isEqualTo(ErrorCode.NOT_EMPTY);
        assertThat(ErrorCodes.of(new NotDirectoryException("f"))).isEqualTo(ErrorCode.NOT_DIRECTORY);
        assertThat(ErrorCodes.of(new NotLinkException("f"))).isEqualTo(ErrorCode.INVALID);
        assertThat(ErrorCodes.of(new FileSystemLoopException("f"))).isEqualTo(ErrorCode.LOOP);
        assertThat(ErrorCodes.of(new AtomicMoveNotSupportedException("f", "g", "no")))
                .isEqualTo(ErrorCode.CROSS_DEVICE);
        assertThat(ErrorCodes.of(new AccessDeniedException("f"))).isEqualTo(ErrorCode.ACCESS);
        assertThat(ErrorCodes.of(new ReadOnlyFileSystemException())).isEqualTo(ErrorCode.READ_ONLY);
        assertThat(ErrorCodes.of(new UnsupportedOperationException())).isEqualTo(ErrorCode.UNSUPPORTED);
        assertThat(ErrorCodes.of(new InvalidPathException("f", "bad"))).isEqualTo(ErrorCode.ILLEGAL_BYTE_SEQUENCE);
        assertThat(ErrorCodes.of(new ProviderMismatchException())).isEqualTo(ErrorCode.CROSS_DEVICE);
        assertThat(ErrorCodes.of(new SecurityException())).isEqualTo(ErrorCode.ACCESS);
        assertThat(ErrorCodes.of(new DirectoryIteratorException(new NoSuchFileException("f"))))
                .isEqualTo(ErrorCode.NO_ENTRY);
    }

    @ParameterizedTest
    @CsvSource({
        "Permission denied, ACCESS",
        "Resource temporarily unavailable, WOULD_BLOCK",
        "Operation already in progress, ALREADY",
        "Bad file descriptor, BAD_DESCRIPTOR",
        "Device or resource busy, BUSY",
        "Resource deadlock avoided, DEADLOCK",
        "Disk quota exceeded, QUOTA",
        "File exists, EXIST",
        "File too large, FILE_TOO_LARGE",
        "Invalid or incomplete multibyte or wide character, ILLEGAL_BYTE_SEQUENCE",
        "Operation now in progress, IN_PROGRESS",
        "Interrupted system call, INTERRUPTED",
        "Invalid argument, INVALID",
        "Input/output error, IO",
        "Is a directory, IS_DIRECTORY",
        "Too many levels of symbolic links, LOOP",
        "Too many links, TOO_MANY_LINKS",
        "Message too long, MESSAGE_SIZE",
        "File name too long, NAME_TOO_LONG",
        "No such device, NO_DEVICE",
        "No such file or directory, NO_ENTRY",
        "No locks available, NO_LOCK",
        "Cannot allocate memory, INSUFFICIENT_MEMORY",
        "Too many open files, INSUFFICIENT_MEMORY",
        "No space left on device, INSUFFICIENT_SPACE",
        "Not a directory, NOT_DIRECTORY",
        "Directory not empty, NOT_EMPTY",
        "State not recoverable, NOT_RECOVERABLE",
        "Operation not supported, UNSUPPORTED",
        "Function not implemented, UNSUPPORTED",
        "Inappropriate ioctl for device, NO_TTY",
        "No such device or address, NO_SUCH_DEVICE",
        "Value too large for defined data type, OVERFLOW",
        "Operation not permitted, NOT_PERMITTED",
        "Broken pipe, PIPE",
        "Read-only file system, READ_ONLY",
        "Illegal seek, INVALID_SEEK",
        "Text file busy, TEXT_FILE_BUSY",
        "Invalid cross-device link, CROSS_DEVICE",
        "Kein Anschluss, IO"
    })
    void textsOfTheSystemHaveTheirCodes(String text, ErrorCode code) {
        assertThat(ErrorCodes.of(new FileSystemException("f", null, text))).isEqualTo(code);
        assertThat(ErrorCodes.of(new IOException(text))).isEqualTo(code);
    }

    @Test
    void aPathIsNoReason() {
        assertThat(ErrorCodes.of(new FileSystemException("/Is a directory"))).isEqualTo(ErrorCode.IO);
        assertThat(ErrorCodes.of(new IOException())).isEqualTo(ErrorCode.IO);
        assertThat(ErrorCodes.failure(new NoSuchFileException("/secret"))).hasMessage("no-entry");
    }

    @Test
    void anInterruptIsNoFailureOfTheFile() {
        assertThatThrownBy(() -> ErrorCodes.failure(new ClosedByInterruptException()))
                .isInstanceOf(TrapException.class)
                .hasMessage("interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsNoErrorOfFilesIsThrownOn() {
        IllegalStateException bug = new IllegalStateException(Locale.ROOT.toString());
        assertThatThrownBy(() -> ErrorCodes.of(bug)).isSameAs(bug);
    }
}
