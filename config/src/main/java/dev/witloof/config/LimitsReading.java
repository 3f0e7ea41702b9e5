package dev.witloof.config;

import dev.witloof.limit.Limit;
import dev.witloof.limit.Limits;
import java.util.Optional;

/** Reads {@code limits}. */
final class LimitsReading {

    private LimitsReading() {}

    /** The limits of a mapping that was checked. */
    static Optional<Declared> read(Node node, Problems problems) {
        String place = problems.place(node);
        return Fields.of(node, problems).map(fields -> {
            Limits.Builder limits = Limits.builder();
            for (Limit limit : Limit.values()) {
                fields.scalar(limit.words()).ifPresent(value -> set(limits, limit, value, problems));
            }
            Limits all = limits.build();
            return linker -> linker.limits(all, place);
        });
    }

    private static void set(Limits.Builder limits, Limit limit, Node.Scalar value, Problems problems) {
        try {
            if (limit == Limit.DEADLINE) {
                limits.deadline(Quantity.duration(value.text()).orElseThrow());
            } else {
                limits.set(limit, Long.parseLong(value.text()));
            }
        } catch (IllegalArgumentException refused) {
            problems.at(value, String.valueOf(refused.getMessage()));
        }
    }
}
