package dev.witloof.wasi.cli;

import dev.witloof.error.ExitException;
import dev.witloof.value.Result;

/**
 * {@code wasi:cli/exit}: ends the guest's call with an {@link ExitException}.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-cli/blob/e922fd7bd137cd284a5e6c4815a5a630d32fdd01/wit/exit.wit">wasi:cli/exit</a>
 */
public final class EndingExit implements Exit {

    /** What every guest may do to itself. */
    public EndingExit() {}

    /**
     * {@inheritDoc}
     *
     * @throws ExitException always, with 0 or 1
     */
    @Override
    public void exit(Result<Void, Void> status) {
        throw new ExitException(status instanceof Result.Ok ? 0 : 1);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ExitException always
     */
    @Override
    public void exitWithCode(int statusCode) {
        throw new ExitException(statusCode);
    }
}
