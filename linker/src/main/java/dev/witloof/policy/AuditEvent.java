package dev.witloof.policy;

import java.util.Optional;

/**
 * One decision of a policy. It has no arguments of calls and nothing of a backend but what the plan calls it, so no secret.
 *
 * @param moment when it was made
 * @param subject the component, the import and what serves it
 * @param function the function; empty where it is about the import as a whole
 * @param allowed whether it was allowed
 * @param rule where the rule that decided was declared; empty where none did
 */
public record AuditEvent(
        Moment moment, PolicySubject subject, Optional<String> function, boolean allowed, Optional<String> rule) {

    /** When a decision was made. */
    public enum Moment {
        /** When the plan was made: what will hold for calls. */
        PLAN,
        /** When the guest called. */
        CALL
    }

    /** One line, safe to print. */
    @Override
    public String toString() {
        return subject.where(function.orElse("")) + ", bound to " + subject.backend() + ": "
                + (moment == Moment.PLAN ? "planned, " : "called, ") + (allowed ? "allowed" : "denied")
                + rule.map(place -> " by the rule at " + place).orElse(" by default");
    }
}
