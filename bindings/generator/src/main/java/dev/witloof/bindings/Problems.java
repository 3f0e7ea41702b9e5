package dev.witloof.bindings;

import dev.witloof.wit.SourceSpan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was found so far; each problem once. */
final class Problems {

    private final Set<GeneratorException.Problem> found = new LinkedHashSet<>();

    void add(Optional<SourceSpan> span, String where, String message) {
        found.add(new GeneratorException.Problem(span, where, message));
    }

    /** Ends the run if there is a problem: a later pass relies on what an earlier one checked. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new GeneratorException(List.copyOf(found));
        }
    }
}
