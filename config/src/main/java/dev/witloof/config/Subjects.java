package dev.witloof.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the entries of a file are for: a second entry for the same imports is a problem. */
final class Subjects {

    private final Problems problems;
    private final Map<List<Object>, Node> seen = new HashMap<>();

    Subjects(Problems problems) {
        this.problems = problems;
    }

    /** Notes what an entry is for. */
    void once(Optional<String> name, Optional<String> externalId, List<String> interfaces, Node.Scalar where) {
        boolean isForInterface = name.isEmpty() && externalId.isEmpty();
        Node first = seen.putIfAbsent(List.of(name, externalId, isForInterface ? interfaces : List.of()), where);
        if (first != null && first != where) {
            problems.at(
                    where.from(),
                    where.to(),
                    "expected one entry for " + where.found() + ", found another; the first is at "
                            + problems.source().place(first.from()));
        }
    }
}
