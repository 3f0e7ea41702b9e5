package dev.witloof.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What a command does once its arguments have been read. */
interface Operation extends Callable<Integer> {

    /**
     * Does it.
     *
     * @return the exit status, where nothing kept the command from its result
     * @throws IOException if something cannot be read or written
     */
    @Override
    Integer call() throws IOException;

    /** What is said beneath what kept the command from its result, if it helps. */
    default Optional<String> advice(Exception failure) {
        return Optional.empty();
    }

    /** What the process ends with where something did. */
    default ExitStatus statuses() {
        return ExitStatus.LOOKING;
    }
}
