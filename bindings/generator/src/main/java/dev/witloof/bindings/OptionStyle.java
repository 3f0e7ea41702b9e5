package dev.witloof.bindings;

import java.util.Locale;

/** How {@code option<T>} looks in what is generated. */
public enum OptionStyle {
    /** {@code Optional<T>}. */
    OPTIONAL,
    /** JSpecify's {@code @Nullable T}, where {@code T} is no option itself; else {@code Optional<T>}. */
    NULLABLE;

    /**
     * The style that settings of a build name.
     *
     * @param word {@code optional} or {@code nullable}
     * @throws IllegalArgumentException if it is neither
     */
    public static OptionStyle of(String word) {
        for (OptionStyle style : values()) {
            if (style.toString().equals(word)) {
                return style;
            }
        }
        throw new IllegalArgumentException("expected optional or nullable, found \"" + word + "\"");
    }

    /** The word for it in settings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
