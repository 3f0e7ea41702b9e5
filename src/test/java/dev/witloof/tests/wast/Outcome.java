package dev.witloof.tests.wast;

/**
 * What became of one command that counts.
 *
 * @param file the script, as it was named
 * @param line where the command stands, from 1
 * @param kind what kind of command it is
 * @param passed whether it ended as the script says
 * @param expected what the script says
 * @param found what happened
 */
public record Outcome(String file, int line, String kind, boolean passed, String expected, String found) {

    /** {@code passed} or {@code failed}. */
    public String status() {
        return passed ? "passed" : "failed";
    }

    /** {@code file:line: kind: expected …, found …}, in one line. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + kind + ": expected " + expected + ", found "
                + found.strip().replaceAll("\\s*\n\\s*", "; ");
    }
}
