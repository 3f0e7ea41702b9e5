package dev.witloof.policy;

import java.util.Optional;

/**
 * What a policy says of an import or of one of its functions.
 *
 * @param allowed whether it is allowed
 * @param rule the rule that said so; empty where none did and the default decided
 */
public record Verdict(boolean allowed, Optional<PolicyRule> rule) {

    static Verdict by(PolicyRule rule) {
        return new Verdict(rule.allows(), Optional.of(rule));
    }

    static Verdict byDefault(boolean allowed) {
        return new Verdict(allowed, Optional.empty());
    }

    /** Whether it is to be told to the audit at each call. */
    public boolean isAudited() {
        return !allowed || rule.filter(PolicyRule::isAudited).isPresent();
    }
}
