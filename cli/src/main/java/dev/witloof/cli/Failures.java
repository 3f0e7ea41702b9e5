package dev.witloof.cli;

import dev.witloof.bindings.GeneratorException;
import dev.witloof.error.ReportedException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.error.WitloofException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;

/** What is said of everything that can keep a command from its result, and the exit status for it. */
final class Failures {

    private Failures() {}

    static int status(Throwable failure, ExitStatus statuses) {
        if (failure instanceof Failure own) {
            return own.status(statuses);
        }
        if (isTrap(failure)) {
            return ExitStatus.TRAP;
        }
        if (failure instanceof ReportedException || failure instanceof UninstantiableException) {
            return statuses.notLinked();
        }
        return isBadInput(failure) ? statuses.badInput() : ExitStatus.DEFECT;
    }

    private static boolean isTrap(Throwable failure) {
        return failure instanceof TrapException
                || failure instanceof UninstantiableException && failure.getCause() instanceof TrapException;
    }

    private static boolean isBadInput(Throwable failure) {
        return failure instanceof WitloofException
                || failure instanceof GeneratorException
                || failure instanceof IOException
                || failure instanceof InvalidPathException;
    }

    /** A message that says what was expected and what was found, also where Java's own says only where. */
    private static String message(Throwable failure) {
        if (failure instanceof NoSuchFileException missing && missing.getReason() == null) {
            return missing.getFile() + ": expected a file, found nothing";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": expected leave to use it, found none";
        }
        if (failure instanceof FileSystemException named && named.getReason() == null) {
            return named.getFile() + ": " + named.getClass().getSimpleName();
        }
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }

    /**
     * What is printed: a report of the linker as it is, of everything else which command failed.
     *
     * @param colours whether a report has them
     */
    static String text(Throwable failure, String command, boolean colours) {
        if (failure instanceof ReportedException reported) {
            return reported.report().text(colours);
        }
        boolean known = failure instanceof Failure || isTrap(failure) || isBadInput(failure);
        return command + ": "
                + (known
                        ? message(failure)
                        : "a defect of this program; please report it with what --verbose shows: " + failure);
    }
}
