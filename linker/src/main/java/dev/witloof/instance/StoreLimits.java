package dev.witloof.instance;

import dev.witloof.limit.Limit;
import dev.witloof.limit.Limits;
import dev.witloof.state.CallDepth;
import dev.witloof.state.Entrance;
import dev.witloof.state.Holdings;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/** Limits as stores keep them: with the scheduler for deadlines, and one count of the calls in all of these stores. */
public final class StoreLimits {

    /** The defaults, and no scheduler. */
    public static final StoreLimits NONE = new StoreLimits(Limits.NONE, Optional.empty());

    private final Limits limits;
    private final Optional<ScheduledExecutorService> scheduler;
    private final @Nullable CallDepth callDepth;

    private StoreLimits(Limits limits, Optional<ScheduledExecutorService> scheduler) {
        this.limits = limits;
        this.scheduler = scheduler;
        this.callDepth = limits.of(Limit.CALL_DEPTH).map(CallDepth::new).orElse(null);
    }

    /**
     * Limits for stores.
     *
     * @param scheduler what ends calls that are over their time
     * @throws IllegalArgumentException if there is a deadline and no scheduler
     */
    public static StoreLimits of(Limits limits, Optional<ScheduledExecutorService> scheduler) {
        if (limits.deadline().isPresent() && scheduler.isEmpty()) {
            throw new IllegalArgumentException("deadline: expected a scheduler that keeps it, found none");
        }
        return new StoreLimits(limits, scheduler);
    }

    Limits limits() {
        return limits;
    }

    Optional<ScheduledExecutorService> scheduler() {
        return scheduler;
    }

    Entrance newEntrance() {
        return limits.of(Limit.DEADLINE)
                .map(nanos -> new Entrance(nanos, scheduler.orElseThrow()))
                .orElseGet(Entrance::new);
    }

    Holdings newHoldings() {
        return new Holdings(limits, callDepth);
    }
}
