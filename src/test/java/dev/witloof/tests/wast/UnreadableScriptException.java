package dev.witloof.tests.wast;

/** A text that is no script. */
final class UnreadableScriptException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;

    /**
     * What is wrong and where.
     *
     * @param line from 1
     */
    UnreadableScriptException(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }
}
