package dev.witloof.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value of a flags type: the names of the flags that are set. */
public final class FlagsValue {

    private final List<String> labels;
    private final int bits;

    private FlagsValue(List<String> labels, int bits) {
        this.labels = labels;
        this.bits = bits;
    }

    /** These flags are set, in the order of their type. */
    public static FlagsValue of(String... labels) {
        return of(Arrays.asList(labels));
    }

    /**
     * These flags are set.
     *
     * @throws IllegalArgumentException if there are more than 32, which no flags type has
     */
    public static FlagsValue of(Collection<String> labels) {
        List<String> set = List.copyOf(new LinkedHashSet<>(labels));
        if (set.size() > Integer.SIZE) {
            throw new IllegalArgumentException("flags: expected at most 32, found " + set.size());
        }
        return new FlagsValue(set, set.isEmpty() ? 0 : -1 >>> (Integer.SIZE - set.size()));
    }

    /**
     * The flags among {@code labels} whose bit is set.
     *
     * @param labels all flags of the type, at most 32, in a list that does not change
     * @param bits the first flag is the lowest bit; bits without a flag must be 0
     */
    public static FlagsValue ofBits(List<String> labels, int bits) {
        return new FlagsValue(labels, bits);
    }

    /** The bits, which belong to the flags of {@link #universe()}. */
    public int bits() {
        return bits;
    }

    /** The flags that the bits belong to: all of the type, where this value was lifted, else those that are set. */
    public List<String> universe() {
        return labels;
    }

    /** Whether a flag is set. */
    public boolean contains(String label) {
        int place = labels.indexOf(label);
        return place >= 0 && (bits >>> place & 1) != 0;
    }

    /** The flags that are set, in order. */
    public Set<String> labels() {
        Set<String> set = new LinkedHashSet<>();
        for (int i = 0; i < labels.size(); i++) {
            if ((bits >>> i & 1) != 0) {
                set.add(labels.get(i));
            }
        }
        return set;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FlagsValue flags && labels().equals(flags.labels());
    }

    @Override
    public int hashCode() {
        return labels().hashCode();
    }

    /** The value in WAVE, such as <code>{read, write}</code>. */
    @Override
    public String toString() {
        return "{" + String.join(", ", labels()) + "}";
    }
}
