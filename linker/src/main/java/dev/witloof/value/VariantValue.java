package dev.witloof.value;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a variant type: one case, with its payload if the case has one. */
public final class VariantValue {

    private final String label;
    private final int place;
    private final @Nullable Object payload;

    private VariantValue(String label, int place, @Nullable Object payload) {
        this.label = label;
        this.place = place;
        this.payload = payload;
    }

    /** A case without payload. */
    public static VariantValue of(String label) {
        return new VariantValue(label, -1, null);
    }

    /** A case with its payload. */
    public static VariantValue of(String label, Object payload) {
        return new VariantValue(label, -1, payload);
    }

    /**
     * A case whose place among the cases of its type is known, which saves looking it up.
     *
     * @param payload {@code null} if the case has none
     */
    public static VariantValue at(int place, String label, @Nullable Object payload) {
        return new VariantValue(label, place, payload);
    }

    /** The name of the case. */
    public String label() {
        return label;
    }

    /** Where the case stands in the type that this value was lifted from, or -1; only a hint. */
    public int place() {
        return place;
    }

    /** The payload, if the case has one. */
    public Optional<Object> payload() {
        return Optional.ofNullable(payload);
    }

    /** The payload, or {@code null} if the case has none. */
    public @Nullable Object payloadOrNull() {
        return payload;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VariantValue variant
                && label.equals(variant.label)
                && Content.equal(payload, variant.payload);
    }

    @Override
    public int hashCode() {
        return 31 * label.hashCode() + Content.hash(payload);
    }

    /** The value in WAVE, such as {@code circle(2.5)}. */
    @Override
    public String toString() {
        return Wave.appendCase(new StringBuilder(), Wave.label(label), payload).toString();
    }
}
