package dev.witloof.policy;

import dev.witloof.error.InvalidException;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.PlainName;
import dev.witloof.name.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One rule of a {@link LinkPolicy}: what it says, about what, and where it was declared. A part that it does not mention may be
 * anything.
 */
public final class PolicyRule {

    /** What a rule says. */
    public enum Effect {
        /** It is allowed. */
        ALLOW,
        /** It is denied. */
        DENY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String DIGEST = "sha256:";
    private static final int DIGEST_LENGTH = DIGEST.length() + 64;

    private final Effect effect;
    private final String place;
    private final boolean inFile;
    private final List<String> components;
    private final List<String> names;
    private final List<InterfacePattern> interfaces;
    private final List<String> externalIds;
    private final List<String> backends;
    private final List<String> functions;
    private final boolean writes;
    private final boolean audited;

    private PolicyRule(Builder builder) {
        effect = builder.effect;
        place = builder.place;
        inFile = builder.inFile;
        components = List.copyOf(builder.components);
        names = List.copyOf(builder.names);
        interfaces = List.copyOf(builder.interfaces);
        externalIds = List.copyOf(builder.externalIds);
        backends = List.copyOf(builder.backends);
        functions = List.copyOf(builder.functions);
        writes = builder.writes;
        audited = builder.audited;
    }

    /** Whether it allows. */
    public boolean allows() {
        return effect == Effect.ALLOW;
    }

    /** Where it was declared, such as {@code ShopApp.java:31} or {@code bindings.yaml:12:5}. */
    public String place() {
        return place;
    }

    /** Whether it stands in a file of configuration. */
    public boolean isInFile() {
        return inFile;
    }

    /** Whether calls that it decides about are told to the audit even where it allows them. */
    public boolean isAudited() {
        return audited;
    }

    /** Whether it speaks of whole imports, not of some of their functions. */
    public boolean isForWholeImports() {
        return functions.isEmpty() && !writes;
    }

    /** Whether it speaks of the functions that write, which must be known then. */
    boolean isForWrites() {
        return writes;
    }

    /** Whether it speaks of the import, its functions aside. */
    boolean covers(PolicySubject subject) {
        ImportRef ref = subject.importRef();
        return any(
                        components,
                        c -> c.startsWith(DIGEST)
                                ? c.substring(DIGEST.length()).equals(subject.sha256())
                                : c.equals(subject.component()))
                && any(names, n -> ref.isNamed() && n.equals(ref.name()))
                && any(interfaces, i -> ref.interfaceName().filter(i::matches).isPresent())
                && any(externalIds, id -> ref.externalId().filter(id::equals).isPresent())
                && any(backends, subject.backend()::equals);
    }

    private static <T> boolean any(List<T> mentioned, Predicate<T> matches) {
        return mentioned.isEmpty() || mentioned.stream().anyMatch(matches);
    }

    /** Whether it speaks of a function of an import that it {@linkplain #covers covers}. */
    boolean coversFunction(String function, Optional<InterfaceName> interfaceName) {
        return functions.contains(function)
                || writes
                        && interfaceName
                                .flatMap(StoreInterfaces::reads)
                                .filter(reads -> !reads.contains(function))
                                .isPresent();
    }

    /** As it stands in a file: {@code deny: {name: "cache", functions: ["[method]bucket.set"]}}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        part(parts, "component", components, Function.identity());
        part(parts, "name", names, Function.identity());
        part(parts, "interface", interfaces, InterfacePattern::toString);
        part(parts, "externalId", externalIds, Function.identity());
        part(parts, "backend", backends, Function.identity());
        if (!functions.isEmpty()) {
            parts.add("functions: " + list(functions));
        }
        if (writes) {
            parts.add("functions: writes");
        }
        return effect.word() + ": {" + String.join(", ", parts) + "}";
    }

    private static <T> void part(List<String> parts, String key, List<T> values, Function<T, String> text) {
        List<String> texts = values.stream().map(text).toList();
        if (!texts.isEmpty()) {
            parts.add(key + ": " + (texts.size() == 1 ? Printable.quoted(texts.get(0)) : list(texts)));
        }
    }

    private static String list(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(Printable::quoted).toList()) + "]";
    }

    /** Says what a rule is about. Several values of one part mean any of them; several parts mean all of them. */
    public static final class Builder {

        private static final Set<String> BUILDERS = Set.of(Builder.class.getName(), LinkPolicy.Builder.class.getName());

        private final Effect effect;
        private final List<String> components = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<InterfacePattern> interfaces = new ArrayList<>();
        private final List<String> externalIds = new ArrayList<>();
        private final List<String> backends = new ArrayList<>();
        private final List<String> functions = new ArrayList<>();
        private String place = Caller.outside(BUILDERS);
        private boolean inFile;
        private boolean writes;
        private boolean audited;

        Builder(Effect effect) {
            this.effect = effect;
        }

        /**
         * Components, each by what messages call it ({@code shop.wasm}) or by its digest ({@code sha256:} and 64 hexadecimal
         * digits). A name is what whoever loads the component gave it; a digest is the component.
         *
         * @throws IllegalArgumentException if one begins like a digest and is none
         */
        public Builder component(String component, String... more) {
            each(component, more, c -> {
                if (c.startsWith(DIGEST) && !(c.length() == DIGEST_LENGTH && c.matches(DIGEST + "[0-9a-f]*"))) {
                    throw new IllegalArgumentException("component " + Printable.quoted(c)
                            + ": expected sha256: and 64 lower-case hexadecimal digits");
                }
                components.add(c);
            });
            return this;
        }

        /**
         * Imports of these plain names.
         *
         * @throws IllegalArgumentException if one is no plain name
         */
        public Builder name(String name, String... more) {
            each(name, more, n -> names.add(plainName("name", n)));
            return this;
        }

        /**
         * Imports, named or not, of these interfaces: {@code wasi:keyvalue/store@0.2.0-draft} in the versions that match by the
         * rules of versions, {@code wasi:keyvalue/store} in every version, {@code wasi:keyvalue/*} all of the package.
         *
         * @throws IllegalArgumentException if one is none of these
         */
        public Builder interfaceName(String name, String... more) {
            each(name, more, n -> interfaces.add(InterfacePattern.parse(n)));
            return this;
        }

        /** Imports with these external-ids. */
        public Builder externalId(String id, String... more) {
            each(id, more, externalIds::add);
            return this;
        }

        /** Imports that these backends serve, each called as the plan prints it. */
        public Builder backend(String description, String... more) {
            each(description, more, backends::add);
            return this;
        }

        /**
         * These functions only, such as {@code [method]bucket.set}; of a function that is imported by itself, the import's
         * name. The drop of a resource is no function: nothing denies it.
         *
         * @throws IllegalArgumentException if one is no function's name
         */
        public Builder functions(String function, String... more) {
            each(function, more, f -> functions.add(plainName("functions", f)));
            return this;
        }

        /**
         * The functions that write, of the store interfaces in {@link StoreInterfaces}. If the rule comes upon an import of
         * another interface, that is a problem of the plan.
         */
        public Builder writes() {
            writes = true;
            return this;
        }

        /** Tells calls that the rule allows to the audit too; each of them then goes by untyped values. */
        public Builder audited() {
            audited = true;
            return this;
        }

        /** The rule was declared in a file, at {@code bindings.yaml:12:5}, say. */
        public Builder declaredAt(String file) {
            place = Printable.plain(file);
            inFile = true;
            return this;
        }

        PolicyRule build() {
            return new PolicyRule(this);
        }

        private static void each(String first, String[] more, Consumer<String> take) {
            take.accept(first);
            for (String next : more) {
                take.accept(next);
            }
        }

        private static String plainName(String what, String name) {
            try {
                return PlainName.parse(name).toString();
            } catch (InvalidException invalid) {
                throw new IllegalArgumentException(
                        what + " " + Printable.quoted(name) + ": expected a plain name: "
                                + Printable.plain(invalid.reason()),
                        invalid);
            }
        }
    }
}
