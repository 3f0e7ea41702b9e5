package dev.witloof.policy;

import dev.witloof.policy.AuditEvent.Moment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Tells decisions to the log and to listeners. What is denied is a warning, what is allowed is said at the level {@code DEBUG}.
 * Of the calls that one instance makes of one function only the first that is denied is a warning, so that a guest cannot flood
 * the log; the listeners are told all.
 */
public final class Audit {

    /** The name of the logger. */
    public static final String LOGGER = "dev.witloof.audit";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    private final List<AuditListener> listeners;

    /** To the log and to these. */
    public Audit(List<AuditListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** Tells what was decided when planning: of the import where the same holds for all of it, else of each function. */
    public void planned(PolicySubject subject, PolicyDecision decision) {
        if (decision.unclear().isPresent()) {
            planned(
                    subject,
                    Optional.empty(),
                    new Verdict(false, decision.unclear(), decision.unclear().map(PolicyRule::place), false));
        } else if (decision.isDenied() || decision.isUniform()) {
            planned(subject, Optional.empty(), decision.rest());
        } else {
            decision.functions().forEach((name, verdict) -> planned(subject, Optional.of(name), verdict));
        }
    }

    private void planned(PolicySubject subject, Optional<String> function, Verdict verdict) {
        tell(event(Moment.PLAN, subject, function, verdict), verdict.allowed() ? Level.DEBUG : Level.WARN);
    }

    /** What tells the calls that one instance makes of one function. */
    public Runnable calls(PolicySubject subject, String function, Verdict verdict) {
        AuditEvent event = event(Moment.CALL, subject, Optional.of(function), verdict);
        AtomicBoolean warned = new AtomicBoolean(verdict.allowed());
        return () -> tell(event, warned.getAndSet(true) ? Level.DEBUG : Level.WARN);
    }

    private static AuditEvent event(Moment moment, PolicySubject subject, Optional<String> function, Verdict verdict) {
        return new AuditEvent(moment, subject, function, verdict.allowed(), verdict.place());
    }

    private void tell(AuditEvent event, Level level) {
        LOG.atLevel(level).log("{}", event);
        for (AuditListener listener : listeners) {
            listener.decided(event);
        }
    }
}
