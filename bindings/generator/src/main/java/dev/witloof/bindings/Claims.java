package dev.witloof.bindings;

import dev.witloof.wit.SourceSpan;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which Java names are taken in one place, and by what in WIT. */
final class Claims {

    private final String where;
    private final Problems problems;
    private final Map<String, Claim> taken = new HashMap<>();

    private record Claim(String item, Optional<SourceSpan> span) {}

    Claims(String where, Problems problems) {
        this.where = where;
        this.problems = problems;
    }

    /**
     * Takes a name, or reports both items that want it.
     *
     * @param item what wants it, such as {@code function "list-keys"}
     */
    String claim(String javaName, String item, Optional<SourceSpan> span) {
        Claim first = taken.putIfAbsent(javaName, new Claim(item, span));
        if (first != null && !first.item.equals(item)) {
            problems.add(
                    span,
                    where,
                    "expected names that differ in Java, found " + first.item
                            + first.span.map(place -> " (" + place + ")").orElse("") + " and " + item + ", both \""
                            + javaName + "\"");
        }
        return javaName;
    }
}
