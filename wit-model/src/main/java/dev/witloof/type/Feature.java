package dev.witloof.type;

/**
 * The gated features of the explainer. Those that shipped with WASI 0.3 are on by default; the rest must be asked for.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#gated-features">Explainer: gated features</a>
 */
public enum Feature {
    /** 🔀 {@code async}, {@code stream} and {@code future}. */
    ASYNC("async", true),
    /** 🗺️ The {@code map} type. */
    MAP("map", true),
    /** 🏷️ {@code implements} and {@code external-id} beside names. */
    IMPLEMENTS("implements and external-id", true),
    /** 🪙 Value imports and exports, and the component-level start function. */
    VALUES("values", false),
    /** 🪺 Nested namespaces and packages in names. */
    NESTED_NAMES("nested namespaces and packages", false),
    /** 🚝 More canonical options on asynchronous built-ins. */
    MORE_ASYNC_BUILTINS("more asynchronous built-ins", false),
    /** 🚟 {@code async} lifts without a callback. */
    STACKFUL_ASYNC("stackful async lift", false),
    /** 🧵 Threading built-ins. */
    THREADING("threading built-ins", false),
    /** 🧵② Threading built-ins of the shared-everything-threads proposal. */
    SHARED_EVERYTHING_THREADS("shared-everything-threads", false),
    /** 🔧 Lists whose length is part of their type. */
    FIXED_LENGTH_LISTS("fixed-length lists", false),
    /** 📝 The {@code error-context} type. */
    ERROR_CONTEXT("error-context", false),
    /** 🔗 Canonical interface names. */
    CANONICAL_INTERFACE_NAMES("canonical interface names", false),
    /** 🐘 Memories with 64-bit addresses. */
    MEMORY64("memory64", false);

    private final String words;
    private final boolean onByDefault;

    Feature(String words, boolean onByDefault) {
        this.words = words;
        this.onByDefault = onByDefault;
    }

    /** Whether the feature may be used without being asked for. */
    public boolean isOnByDefault() {
        return onByDefault;
    }

    /** What messages call it. */
    @Override
    public String toString() {
        return words;
    }
}
