package dev.witloof.tests.wast;

import dev.witloof.type.Features;
import java.util.Arrays;
import java.util.Optional;

/** What of the reference tests is to hold; each includes those before it. */
public enum Profile {
    /** The Component Model of WASI 0.2. */
    WASI_0_2("0.2"),
    /** With maps, {@code implements} and {@code external-id}: all that is synchronous. */
    SYNC("sync"),
    /** With the asynchronous part. */
    WASI_0_3("0.3"),
    /** With what must be asked for. */
    GATED("gated");

    private final String word;

    Profile(String word) {
        this.word = word;
    }

    /** The profile of this name, or the tier; they are spelt alike. */
    static Optional<Profile> named(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** Whether what counts in the tier counts here. */
    boolean includes(Profile tier) {
        return tier.compareTo(this) <= 0;
    }

    /** The features that components may use. */
    Features features() {
        return this == GATED ? Features.ALL : Features.DEFAULT;
    }

    /** The name, such as {@code 0.2}. */
    @Override
    public String toString() {
        return word;
    }
}
