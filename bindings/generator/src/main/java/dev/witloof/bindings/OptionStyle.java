package dev.witloof.bindings;

/** How {@code option<T>} looks in what is generated. */
public enum OptionStyle {
    /** {@code Optional<T>}. */
    OPTIONAL,
    /** JSpecify's {@code @Nullable T}, where {@code T} is no option itself; else {@code Optional<T>}. */
    NULLABLE
}
