package dev.witloof.policy;

import java.util.Optional;

/**
 * One decision of a policy. It has no arguments of calls and nothing of a backend but what the plan calls it, so no secret.
 *
 * @param moment when it was made
 * @param subject the component, the import and what serves it
 * @param function the function; empty where it is about the import as a whole
 * @param allowed whether it was allowed
 * @param declaredAt where the rule that decided, or that the default is to deny, was declared; empty where nothing was said
 */
public record AuditEvent(
        Moment moment, PolicySubject subject, Optional<String> function, boolean allowed, Optional<String> declaredAt) {

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
                + declaredAt.map(place -> " (" + place + ")").orElse("");
    }
}
