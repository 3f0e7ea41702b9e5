package dev.witloof.tests.guests;

import dev.witloof.value.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a run prints: each step with its outcome, and what the backends were asked during it. */
public final class Transcript {

    private final StringBuilder text = new StringBuilder();
    private final List<String> log = new ArrayList<>();
    private final Function<@Nullable Object, String> shown;
    private final String beforeLog;

    /**
     * An empty one.
     *
     * @param shown how values are printed
     * @param beforeLog what stands between a step's outcome and its log
     */
    public Transcript(Function<@Nullable Object, String> shown, String beforeLog) {
        this.shown = shown;
        this.beforeLog = beforeLog;
    }

    /** A backend was asked something. */
    public void asked(String what) {
        log.add(what);
    }

    /** Runs one step, whose value is a {@link Result}, and prints it. */
    public void step(String what, Supplier<@Nullable Object> call) {
        log.clear();
        Object outcome = call.get();
        if (outcome instanceof Result.Ok<?, ?> ok) {
            text.append(what).append(" -> ok ").append(shown.apply(ok.value()));
        } else if (outcome instanceof Result.Err<?, ?> err) {
            text.append(what).append(" -> err ").append(shown.apply(err.error()));
        } else {
            throw new IllegalArgumentException(what + ": expected a result, found " + outcome);
        }
        text.append(beforeLog).append(String.join(" ; ", log)).append('\n');
    }

    /** Prints a line as it is. */
    public void line(String line) {
        text.append(line).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
