package dev.witloof.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The guest's call was ended: the guest trapped, broke a rule of the Canonical ABI, or a backend threw. The component
 * instance that trapped is poisoned: every later call of it throws this exception too.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md">CanonicalABI.md</a>
 */
public sealed class TrapException extends WitloofException
        permits CancelledException, DeadlineException, ExitException, LimitException {

    private final String reason;
    private final @Nullable String export;
    private final @Nullable String importOnTheWay;
    private final List<String> frames;

    /** A trap as it arises, before anything is known about the call around it. */
    public TrapException(String reason) {
        this(reason, null);
    }

    /**
     * A trap as it arises, with what caused it.
     *
     * @param reason what went wrong
     * @param cause the error behind it, such as what a backend threw; {@code null} if there is none
     */
    public TrapException(String reason, @Nullable Throwable cause) {
        this(reason, null, null, List.of(), cause);
    }

    /**
     * A trap with the call around it.
     *
     * @param reason what went wrong
     * @param export the exported function that the embedder called; {@code null} if none was
     * @param importOnTheWay the imported function that the guest was calling; {@code null} if none was
     * @param frames the guest's own frames, innermost first, by the names of the name section
     * @param cause the error behind it; {@code null} if there is none
     */
    public TrapException(
            String reason,
            @Nullable String export,
            @Nullable String importOnTheWay,
            List<String> frames,
            @Nullable Throwable cause) {
        super(message(reason, export, importOnTheWay, frames), cause);
        this.reason = reason;
        this.export = export;
        this.importOnTheWay = importOnTheWay;
        this.frames = List.copyOf(frames);
    }

    private static String message(
            String reason, @Nullable String export, @Nullable String importOnTheWay, List<String> frames) {
        StringBuilder text = new StringBuilder();
        if (export != null) {
            text.append("export ").append(export).append(": ");
        }
        if (importOnTheWay != null) {
            text.append("import ").append(importOnTheWay).append(": ");
        }
        text.append(reason);
        for (String frame : frames) {
            text.append("\n    in ").append(frame);
        }
        return text.toString();
    }

    /** What went wrong, without the call around it. */
    public String reason() {
        return reason;
    }

    /** The exported function that the embedder called, as {@code "name"} or {@code "instance" "name"}. */
    public Optional<String> export() {
        return Optional.ofNullable(export);
    }

    /** The imported function that the guest was calling when the trap arose. */
    public Optional<String> importOnTheWay() {
        return Optional.ofNullable(importOnTheWay);
    }

    /** The guest's own frames, innermost first; empty where the trap did not arise in guest code. */
    public List<String> frames() {
        return frames;
    }
}
