package dev.witloof.bindings;

import java.util.Locale;

/** How {@code u8}, {@code u16} and {@code u32} look in what is generated; {@code u64} is always the raw bits in a {@code long}. */
public enum UnsignedStyle {
    /** The next wider type, whose range is checked: {@code int}, {@code int}, {@code long}. */
    WIDE,
    /** The raw bits: {@code byte}, {@code short}, {@code int}. */
    RAW_BITS;

    /**
     * The style that settings of a build name.
     *
     * @param word {@code wide} or {@code raw-bits}
     * @throws IllegalArgumentException if it is neither
     */
    public static UnsignedStyle of(String word) {
        for (UnsignedStyle style : values()) {
            if (style.toString().equals(word)) {
                return style;
            }
        }
        throw new IllegalArgumentException("expected wide or raw-bits, found \"" + word + "\"");
    }

    /** The word for it in settings. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
