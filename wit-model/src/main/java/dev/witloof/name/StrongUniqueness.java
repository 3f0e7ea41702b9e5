package dev.witloof.name;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names of one scope, kept apart as strictly as the specification asks: letter case does not distinguish, nor does
 * {@code [method]} or {@code [static]}, and {@code [method]r.r} clashes with {@code r}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#name-uniqueness">Explainer: name uniqueness</a>
 */
public final class StrongUniqueness {

    private final Map<String, String> names = new HashMap<>();

    /**
     * Adds a name to the scope.
     *
     * @return the name already there with which it clashes; empty if it was added
     */
    public Optional<String> add(String name) {
        return Optional.ofNullable(names.putIfAbsent(canonical(name), name));
    }

    /** What two names must not have in common. */
    static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("[") || lower.startsWith("[constructor]")) {
            return lower;
        }
        String rest = lower.substring(lower.indexOf(']') + 1);
        int dot = rest.indexOf('.');
        return dot > 0 && rest.substring(0, dot).equals(rest.substring(dot + 1)) ? rest.substring(0, dot) : rest;
    }
}
