package dev.witloof.bindings;

import dev.witloof.name.InterfaceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be generated, and how it is to look. Immutable.
 *
 * <pre>{@code
 * GeneratorSettings settings = GeneratorSettings.builder()
 *         .world("shop")
 *         .javaPackage("acme:shop", "com.acme.shop")
 *         .provided("wasi:keyvalue@0.2.0-draft")
 *         .build();
 * }</pre>
 */
public final class GeneratorSettings {

    private static final Pattern WIT_NAME =
            Pattern.compile("[a-z][a-zA-Z0-9-]*(:[a-zA-Z0-9-]+)+(/[a-zA-Z0-9-]+)*(@.+)?");
    private static final Pattern JAVA_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    private final Optional<String> world;
    private final List<String> interfaces;
    private final SortedMap<String, String> javaPackages;
    private final SortedSet<String> provided;
    private final SortedSet<String> features;
    private final boolean allFeatures;
    private final OptionStyle optionStyle;
    private final UnsignedStyle unsignedStyle;
    private final boolean adapters;

    private GeneratorSettings(Builder builder) {
        world = Optional.ofNullable(builder.world);
        interfaces = List.copyOf(builder.interfaces);
        javaPackages = Collections.unmodifiableSortedMap(new TreeMap<>(builder.javaPackages));
        provided = Collections.unmodifiableSortedSet(new TreeSet<>(builder.provided));
        features = Collections.unmodifiableSortedSet(new TreeSet<>(builder.features));
        allFeatures = builder.allFeatures;
        optionStyle = builder.optionStyle;
        unsignedStyle = builder.unsignedStyle;
        adapters = builder.adapters;
    }

    /** Everything in the main package, in the usual style. */
    public static GeneratorSettings defaults() {
        return builder().build();
    }

    /** The defaults, to be changed. */
    public static Builder builder() {
        return new Builder();
    }

    /** The world, by its name in the main package or its full name. */
    public Optional<String> world() {
        return world;
    }

    /** The interfaces, by full name with or without a version; empty for those of the world or the main package. */
    public List<String> interfaces() {
        return interfaces;
    }

    /** Java packages by WIT package, with or without a version. */
    public SortedMap<String, String> javaPackages() {
        return javaPackages;
    }

    /** WIT packages and interfaces, with or without a version, whose Java types are there already. */
    public SortedSet<String> provided() {
        return provided;
    }

    /** The features whose unstable items are wanted. */
    public SortedSet<String> features() {
        return features;
    }

    /** Whether every unstable item is wanted. */
    public boolean allFeatures() {
        return allFeatures;
    }

    /** How options look. */
    public OptionStyle optionStyle() {
        return optionStyle;
    }

    /** How unsigned integers look. */
    public UnsignedStyle unsignedStyle() {
        return unsignedStyle;
    }

    /** Whether adapters are written too, for programs that cannot make classes at run time. */
    public boolean adapters() {
        return adapters;
    }

    /** What is set for an interface's package; one with its version goes before one without. */
    Optional<String> javaPackage(InterfaceName name) {
        return Optional.ofNullable(javaPackages.getOrDefault(packageOf(name), javaPackages.get(name.packageName())));
    }

    boolean isProvided(InterfaceName name) {
        return provided.contains(packageOf(name))
                || provided.contains(name.packageName())
                || provided.contains(name.toString())
                || provided.contains(name.unversioned());
    }

    boolean wants(Optional<String> unstable) {
        return allFeatures || unstable.isEmpty() || features.contains(unstable.get());
    }

    static String packageOf(InterfaceName name) {
        return name.packageName() + name.version().map(version -> "@" + version).orElse("");
    }

    /** Collects settings; each method checks the form of what it is given. */
    public static final class Builder {

        private @Nullable String world;
        private final List<String> interfaces = new ArrayList<>();
        private final Map<String, String> javaPackages = new TreeMap<>();
        private final SortedSet<String> provided = new TreeSet<>();
        private final SortedSet<String> features = new TreeSet<>();
        private boolean allFeatures;
        private OptionStyle optionStyle = OptionStyle.OPTIONAL;
        private UnsignedStyle unsignedStyle = UnsignedStyle.WIDE;
        private boolean adapters;

        private Builder() {}

        /**
         * Only this world, and the interfaces that it needs. Of a component, which does not know the name of its world, a full
         * name is the one that its world gets.
         */
        public Builder world(String name) {
            world = name;
            return this;
        }

        /** Only these interfaces, and those whose types they use; no world unless one is set too. */
        public Builder interfaces(Collection<String> names) {
            for (String name : names) {
                interfaces.add(witName("interface", name));
            }
            return this;
        }

        /** Only these interfaces; see {@link #interfaces(Collection)}. */
        public Builder interfaces(String... names) {
            return interfaces(List.of(names));
        }

        /**
         * The Java package of a WIT package, instead of the one that the rule gives.
         *
         * @param witPackage such as {@code acme:shop}, for every version, or {@code acme:shop@1.2.0}
         * @param javaPackage such as {@code com.acme.shop}
         * @throws IllegalArgumentException if one of them is none
         */
        public Builder javaPackage(String witPackage, String javaPackage) {
            witName("package", witPackage);
            if (!JAVA_NAME.matcher(javaPackage).matches()) {
                throw new IllegalArgumentException("package \"" + witPackage
                        + "\": expected the name of a Java package, found \"" + javaPackage + "\"");
            }
            javaPackages.put(witPackage, javaPackage);
            return this;
        }

        /** All of these; see {@link #javaPackage}. */
        public Builder javaPackages(Map<String, String> byWitPackage) {
            byWitPackage.forEach(this::javaPackage);
            return this;
        }

        /**
         * WIT packages or interfaces whose Java types are on the class path of what is generated, generated before or by
         * another module: they are used and not written.
         *
         * @throws IllegalArgumentException if one is no name of a package or an interface
         */
        public Builder provided(Collection<String> names) {
            for (String name : names) {
                provided.add(witName("provided", name));
            }
            return this;
        }

        /** See {@link #provided(Collection)}. */
        public Builder provided(String... names) {
            return provided(List.of(names));
        }

        /** Unstable items of these features are wanted. */
        public Builder features(Collection<String> names) {
            features.addAll(names);
            return this;
        }

        /** See {@link #features(Collection)}. */
        public Builder features(String... names) {
            return features(List.of(names));
        }

        /** Every unstable item is wanted. */
        public Builder allFeatures() {
            allFeatures = true;
            return this;
        }

        /** How options are to look. */
        public Builder optionStyle(OptionStyle style) {
            optionStyle = style;
            return this;
        }

        /** How unsigned integers are to look. */
        public Builder unsignedStyle(UnsignedStyle style) {
            unsignedStyle = style;
            return this;
        }

        /** Whether adapters are to be written too. */
        public Builder adapters(boolean wanted) {
            adapters = wanted;
            return this;
        }

        /** The settings. */
        public GeneratorSettings build() {
            return new GeneratorSettings(this);
        }

        private static String witName(String what, String name) {
            if (!WIT_NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        what + " \"" + name + "\": expected a name such as acme:shop or acme:shop/cart@1.2.0");
            }
            return name;
        }
    }
}
