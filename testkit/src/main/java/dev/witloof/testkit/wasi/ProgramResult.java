package dev.witloof.testkit.wasi;

import java.nio.charset.StandardCharsets;

/** What a program left behind: its exit code, and what it wrote. */
public final class ProgramResult {

    private final int exitCode;
    private final byte[] stdout;
    private final byte[] stderr;

    ProgramResult(int exitCode, byte[] stdout, byte[] stderr) {
        this.exitCode = exitCode;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** 0 for success; 1 if {@code run} returned an error; else what it gave {@code exit}. */
    public int exitCode() {
        return exitCode;
    }

    /** What it wrote to standard output, as UTF-8. */
    public String stdout() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    /** What it wrote to standard output. */
    public byte[] stdoutBytes() {
        return stdout.clone();
    }

    /** What it wrote to standard error, as UTF-8. */
    public String stderr() {
        return new String(stderr, StandardCharsets.UTF_8);
    }

    /** What it wrote to standard error. */
    public byte[] stderrBytes() {
        return stderr.clone();
    }

    /** All of it, for the messages of assertions. */
    @Override
    public String toString() {
        return "exit code " + exitCode + "\nstdout:\n" + stdout() + "\nstderr:\n" + stderr();
    }
}
