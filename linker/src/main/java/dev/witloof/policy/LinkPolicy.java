package dev.witloof.policy;

import dev.witloof.name.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which component may reach what: rules in order, of which the first that speaks of an import, or of one of its functions,
 * decides. What no rule speaks of is allowed, unless {@link Builder#defaultDeny}. Immutable; any number of threads may use it.
 *
 * <pre>{@code
 * LinkPolicy policy = LinkPolicy.builder()
 *     .allow(r -> r.component("sha256:ab12…").backend("redis"))
 *     .deny(r -> r.name("cache").functions("[method]bucket.set"))
 *     .readOnly("sessions")
 *     .build();
 * }</pre>
 *
 * <p>An import of which nothing is allowed is a problem of the plan. A function that is denied by itself answers with its
 * interface's own error where that has one ({@link OwnError#ACCESS_DENIED}), else its call traps; what serves the import is not reached
 * either way. The drop of a resource is never denied.
 */
public final class LinkPolicy {

    private static final LinkPolicy ALLOWING_ALL = builder().build();

    private final List<PolicyRule> rules;
    private final Verdict otherwise;

    private LinkPolicy(Builder builder) {
        rules = List.copyOf(builder.rules);
        otherwise = builder.otherwise;
    }

    /** No rules yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** The policy without rules, which allows everything. */
    public static LinkPolicy allowingAll() {
        return ALLOWING_ALL;
    }

    /** The rules in order. */
    public List<PolicyRule> rules() {
        return rules;
    }

    /** What holds where no rule speaks. */
    public Verdict otherwise() {
        return otherwise;
    }

    /**
     * Decides about an import.
     *
     * @param functions the names of its functions, in order; its own name where it is a function
     */
    public PolicyDecision decide(PolicySubject subject, List<String> functions) {
        Map<String, Verdict> decided = new LinkedHashMap<>();
        for (PolicyRule rule : rules) {
            if (!rule.covers(subject)) {
                continue;
            }
            if (rule.isForWholeImports()) {
                return decision(Verdict.by(rule), functions, decided, Optional.empty());
            }
            if (rule.isForWrites()
                    && subject.importRef()
                            .interfaceName()
                            .flatMap(StoreInterfaces::reads)
                            .isEmpty()) {
                return decision(Verdict.by(rule), functions, decided, Optional.of(rule));
            }
            for (String function : functions) {
                if (rule.coversFunction(function, subject.importRef().interfaceName())) {
                    decided.putIfAbsent(function, Verdict.by(rule));
                }
            }
        }
        return decision(otherwise, functions, decided, Optional.empty());
    }

    private static PolicyDecision decision(
            Verdict rest, List<String> functions, Map<String, Verdict> decided, Optional<PolicyRule> unclear) {
        Map<String, Verdict> all = new LinkedHashMap<>();
        functions.forEach(function -> all.put(function, decided.getOrDefault(function, rest)));
        return new PolicyDecision(rest, all, unclear);
    }

    /** The rules in order, as they stand in a file, and the default. */
    @Override
    public String toString() {
        return rules + ", default: " + (otherwise.allowed() ? "allow" : "deny");
    }

    /** Collects rules, in the order in which they are asked. The place of each is where its method is called. */
    public static final class Builder {

        private final List<PolicyRule> rules = new ArrayList<>();
        private Verdict otherwise = new Verdict(true, Optional.empty(), Optional.empty(), false);

        private Builder() {}

        /** A rule that allows. */
        public Builder allow(Consumer<PolicyRule.Builder> about) {
            return add(PolicyRule.Effect.ALLOW, about);
        }

        /** A rule that denies. */
        public Builder deny(Consumer<PolicyRule.Builder> about) {
            return add(PolicyRule.Effect.DENY, about);
        }

        /**
         * Denies the functions that write, for the imports of these names: the short form of
         * {@code deny(r -> r.name(…).writes())}.
         *
         * @throws IllegalArgumentException if one is no plain name
         */
        public Builder readOnly(String name, String... more) {
            return deny(r -> r.name(name, more).writes());
        }

        /** Denies what no rule speaks of. */
        public Builder defaultDeny() {
            return denyOtherwise(Caller.outside(Set.of(Builder.class.getName())), false);
        }

        /** The same, declared in a file, at {@code bindings.yaml:14:12}, say. */
        public Builder defaultDeny(String declaredAt) {
            return denyOtherwise(Printable.plain(declaredAt), true);
        }

        private Builder denyOtherwise(String place, boolean inFile) {
            otherwise = new Verdict(false, Optional.empty(), Optional.of(place), inFile);
            return this;
        }

        private Builder add(PolicyRule.Effect effect, Consumer<PolicyRule.Builder> about) {
            PolicyRule.Builder rule = new PolicyRule.Builder(effect);
            about.accept(rule);
            rules.add(rule.build());
            return this;
        }

        /** The policy. */
        public LinkPolicy build() {
            return new LinkPolicy(this);
        }
    }
}
