package dev.witloof.policy;

import java.util.Optional;

/**
 * What a policy says of an import or of one of its functions.
 *
 * @param allowed whether it is allowed
 * @param rule the rule that said so; empty where none did and the default decided
 * @param place where the rule, or that the default is to deny, was declared; empty where nothing was said
 * @param inFile whether that is in a file of configuration
 */
public record Verdict(boolean allowed, Optional<PolicyRule> rule, Optional<String> place, boolean inFile) {

    static Verdict by(PolicyRule rule) {
        return new Verdict(rule.allows(), Optional.of(rule), Optional.of(rule.place()), rule.isInFile());
    }

    /** Whether it is to be told to the audit at each call. */
    public boolean isAudited() {
        return !allowed || rule.filter(PolicyRule::isAudited).isPresent();
    }

    /** Of two policies that both must allow, what holds: the first that denies, else the first that is audited. */
    Verdict and(Verdict other) {
        boolean otherHolds = allowed && (!other.allowed || !isAudited() && other.isAudited());
        return otherHolds ? other : this;
    }
}
