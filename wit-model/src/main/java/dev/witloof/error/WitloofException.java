package dev.witloof.error;

import org.jspecify.annotations.Nullable;

/**
 * What every error of this library has in common. Catch it to catch all of them, and nothing else.
 *
 * <p>A message reads {@code where: what was expected, what was found}; names are quoted as written, offsets are
 * hexadecimal.
 */
public abstract sealed class WitloofException extends RuntimeException
        permits ConfigurationException,
                InvalidException,
                MalformedException,
                NativeLibraryException,
                PoolExhaustedException,
                ReportedException,
                TrapException,
                UninstantiableException,
                WitException {

    WitloofException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
