package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.instance.Beginning;
import dev.witloof.instance.StoreLimits;
import dev.witloof.limit.Limit;
import dev.witloof.limit.Limits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * The limits that an embedder declared, and what they need.
 *
 * @param limits of each limit the least that was declared
 * @param places where each of them was declared
 */
record DeclaredLimits(Limits limits, Optional<ScheduledExecutorService> scheduler, Map<Limit, Place> places) {

    static final DeclaredLimits NONE = new DeclaredLimits(Limits.NONE, Optional.empty(), Map.of());

    /** These and more: what is declared twice holds as it is tighter, so that no limit goes unheeded. */
    DeclaredLimits with(Limits more, Place declaredAt) {
        Limits.Builder least = Limits.builder();
        Map<Limit, Place> all = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            Optional<Long> before = limits.asked(limit);
            Optional<Long> now = more.asked(limit).filter(most -> before.isEmpty() || most < before.get());
            now.or(() -> before).ifPresent(most -> {
                least.set(limit, most);
                all.put(limit, now.isPresent() ? declaredAt : places.get(limit));
            });
        }
        return new DeclaredLimits(least.build(), scheduler, all);
    }

    DeclaredLimits with(ScheduledExecutorService keeper) {
        return new DeclaredLimits(limits, Optional.of(keeper), places);
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
                Optional.of(places.get(Limit.DEADLINE).text()),
                Optional.of(
                        ".scheduler(…)" + (places.get(Limit.DEADLINE).form() == Form.FILE ? ", in the program" : ""))));
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
                Optional.of(places.get(limit).text()),
                Optional.of(places.get(limit).form().limit(limit.words(), limit.text(least))));
    }

    private String text(Limit limit) {
        return limits.asked(limit).map(limit::text).orElseThrow();
    }
}
