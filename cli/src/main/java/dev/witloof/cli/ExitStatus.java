package dev.witloof.cli;

/**
 * What the process ends with. Commands that run a guest leave the small numbers to it, as shells and {@code env} do.
 *
 * @param notLinked an import is not served as it must be, or a backend did not start
 * @param badInput a file cannot be read or written, or is not what it has to be
 */
record ExitStatus(int notLinked, int badInput) {

    static final int OK = 0;

    /** {@code --invoke} called a function that returned an {@code err}. */
    static final int ERR = 1;

    static final int USAGE = 64;

    /** A defect of this program. */
    static final int DEFECT = 70;

    /** The guest took longer than it may; what {@code timeout} says. */
    static final int LATE = 124;

    /** Nobody reads what the guest writes; what a shell says of a process that the signal for it ended. */
    static final int UNREAD = 141;

    /** The guest trapped; what a shell says of a process that was aborted. */
    static final int TRAP = 134;

    /** Of commands that look at things. */
    static final ExitStatus LOOKING = new ExitStatus(2, 3);

    /** Of commands that run a guest. */
    static final ExitStatus RUNNING = new ExitStatus(126, 125);
}
