package dev.witloof.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy says of one import.
 *
 * @param rest what holds for what rules on functions leave open, and for an import without functions
 * @param functions what holds for each function, by its name, in the order of the import
 * @param unclear a rule on the functions that write which came upon an interface of which that is not known
 */
public record PolicyDecision(Verdict rest, Map<String, Verdict> functions, Optional<PolicyRule> unclear) {

    /** Copies the map and keeps its order. */
    public PolicyDecision {
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }

    /** Whether nothing of the import is allowed, by rules on whole imports or by default. */
    public boolean isDenied() {
        return !rest.allowed() && functions.values().stream().noneMatch(Verdict::allowed);
    }

    /** What holds where both this and another policy must allow. */
    public PolicyDecision and(PolicyDecision other) {
        Map<String, Verdict> both = new LinkedHashMap<>();
        functions.forEach(
                (name, verdict) -> both.put(name, verdict.and(other.functions.getOrDefault(name, other.rest))));
        return new PolicyDecision(rest.and(other.rest), both, unclear.or(other::unclear));
    }

    /** Whether the same holds for all of it, so that it need not be told for each function. */
    public boolean isUniform() {
        return functions.values().stream().allMatch(rest::equals);
    }
}
