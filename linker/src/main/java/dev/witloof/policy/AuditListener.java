package dev.witloof.policy;

/**
 * Is told each decision of a policy, as the log {@link Audit#LOGGER} is: all that are made when planning, and when a guest calls
 * those that deny, and those that allow by a rule that is {@linkplain PolicyRule.Builder#audited audited}. Called by the thread
 * that plans or calls, by several at once. What it throws ends the plan or the call.
 */
@FunctionalInterface
public interface AuditListener {

    /** A decision was made. */
    void decided(AuditEvent event);
}
