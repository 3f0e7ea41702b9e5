package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.instance.Beginning;
import dev.witloof.instance.StoreLimits;
import dev.witloof.limit.Limit;
import dev.witloof.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * The limits that an embedder declared, and what they need.
 *
 * @param place where they were declared; empty if they were not
 */
record DeclaredLimits(Limits limits, Optional<ScheduledExecutorService> scheduler, Optional<Place> place) {

    static final DeclaredLimits NONE = new DeclaredLimits(Limits.NONE, Optional.empty(), Optional.empty());

    DeclaredLimits with(Limits most, Place declaredAt) {
        return new DeclaredLimits(most, scheduler, Optional.of(declaredAt));
    }

    DeclaredLimits with(ScheduledExecutorService keeper) {
        return new DeclaredLimits(limits, Optional.of(keeper), place);
    }

    /** For stores; of limits that cannot be kept, which is a {@linkplain #problems() problem}, the defaults. */
    StoreLimits forStores() {
        return problems().isEmpty() ? StoreLimits.of(limits, scheduler) : StoreLimits.NONE;
    }

    /** What was declared, for the digest of the configuration; nothing where nothing was. */
    List<String> declared() {
        return limits.isEmpty() ? List.of() : List.of(limits.toString());
    }

    /** What is wrong with them for any component. */
    List<Finding> problems() {
        if (limits.deadline().isEmpty() || scheduler.isPresent()) {
            return List.of();
        }
        return List.of(new Finding(
                Problem.Kind.LIMIT,
                Limit.DEADLINE.words(),
                List.of("calls may take " + text(Limit.DEADLINE), "nothing would end them: there is no scheduler"),
                place.map(Place::text),
                Optional.of(".scheduler(…)" + (form() == Form.FILE ? ", in the program" : ""))));
    }

    /**
     * What is wrong with them for a component that begins with more than was declared, too.
     *
     * @param beginnings asked where limits were declared
     */
    List<Finding> problems(Supplier<Beginning> beginnings) {
        List<Finding> findings = new ArrayList<>(problems());
        if (limits.isEmpty()) {
            return findings;
        }
        Beginning beginning = beginnings.get();
        for (Limit limit : Limit.values()) {
            long least = beginning.of(limit);
            limits.asked(limit).filter(most -> most < least).ifPresent(most -> findings.add(beyond(limit, least)));
        }
        return findings;
    }

    private Finding beyond(Limit limit, long least) {
        return new Finding(
                Problem.Kind.LIMIT,
                limit.words(),
                List.of("an instance begins with   " + limit.text(least), "declared as most          " + text(limit)),
                place.map(Place::text),
                Optional.of(form().limit(limit.words(), limit.text(least))));
    }

    private Form form() {
        return place.map(Place::form).orElse(Form.JAVA);
    }

    private String text(Limit limit) {
        return limits.asked(limit).map(limit::text).orElseThrow();
    }
}
