package dev.witloof.wrapper;

import dev.witloof.value.Result;
import org.jspecify.annotations.Nullable;

/** How a call ended. */
public enum Outcome {
    /** It returned, and not an error of its interface. */
    OK("ok"),
    /** It returned an error of its interface: {@code err}. */
    ERROR("err"),
    /** It threw, which ends the guest's call with a trap. */
    THROWN("thrown");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word for it. */
    public String word() {
        return word;
    }

    static Outcome of(@Nullable Object result) {
        return result instanceof Result.Err ? ERROR : OK;
    }
}
