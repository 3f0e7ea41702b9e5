package dev.witloof.value;

import org.jspecify.annotations.Nullable;

/** A value of an enum type: one of its names. */
public final class EnumValue {

    private final String label;
    private final int place;

    private EnumValue(String label, int place) {
        this.label = label;
        this.place = place;
    }

    /** The value of this name. */
    public static EnumValue of(String label) {
        return new EnumValue(label, -1);
    }

    /** The value of this name, whose place in its type is known, which saves looking it up. */
    public static EnumValue at(int place, String label) {
        return new EnumValue(label, place);
    }

    /** The name. */
    public String label() {
        return label;
    }

    /** Where the name stands in the type that this value was lifted from, or -1; only a hint. */
    public int place() {
        return place;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnumValue value && label.equals(value.label);
    }

    @Override
    public int hashCode() {
        return label.hashCode();
    }

    /** The value in WAVE: its name. */
    @Override
    public String toString() {
        return Wave.label(label);
    }
}
