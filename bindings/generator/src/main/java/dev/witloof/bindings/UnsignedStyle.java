package dev.witloof.bindings;

/** How {@code u8}, {@code u16} and {@code u32} look in what is generated; {@code u64} is always the raw bits in a {@code long}. */
public enum UnsignedStyle {
    /** The next wider type, whose range is checked: {@code int}, {@code int}, {@code long}. */
    WIDE,
    /** The raw bits: {@code byte}, {@code short}, {@code int}. */
    RAW_BITS
}
