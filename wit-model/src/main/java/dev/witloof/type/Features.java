package dev.witloof.type;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which gated features a component may use.
 *
 * @param enabled the features that are on
 */
public record Features(Set<Feature> enabled) {

    /** The features that are on by default: those that shipped with WASI 0.3. */
    public static final Features DEFAULT = defaults();

    /** Every feature. Not everything that may then be used can run. */
    public static final Features ALL = new Features(EnumSet.allOf(Feature.class));

    /** Copies the set. */
    public Features {
        EnumSet<Feature> copy = EnumSet.noneOf(Feature.class);
        copy.addAll(enabled);
        enabled = Collections.unmodifiableSet(copy);
    }

    private static Features defaults() {
        EnumSet<Feature> on = EnumSet.allOf(Feature.class);
        on.removeIf(feature -> !feature.isOnByDefault());
        return new Features(on);
    }

    /** These features and more. */
    public Features with(Feature... more) {
        EnumSet<Feature> on = EnumSet.noneOf(Feature.class);
        on.addAll(enabled);
        on.addAll(List.of(more));
        return new Features(on);
    }

    /** These features without some. */
    public Features without(Feature... fewer) {
        EnumSet<Feature> on = EnumSet.noneOf(Feature.class);
        on.addAll(enabled);
        on.removeAll(List.of(fewer));
        return new Features(on);
    }

    /** Whether a feature is on. */
    public boolean has(Feature feature) {
        return enabled.contains(feature);
    }
}
