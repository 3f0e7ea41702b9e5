package dev.witloof.config;

import dev.witloof.error.ConfigurationException;
import dev.witloof.error.ConfigurationProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Collects all that is wrong in one file, and knows which nodes are not to be read any further. */
final class Problems {

    private final Source source;
    private final List<ConfigurationProblem> found = new ArrayList<>();
    private final Set<Node> bad = Collections.newSetFromMap(new IdentityHashMap<>());

    Problems(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    /** Something is wrong with a node; it will not be read. */
    void at(Node node, String reason) {
        bad.add(node);
        at(node.from(), node.to(), reason);
    }

    void at(int from, int to, String reason) {
        found.add(source.problem(from, to, reason));
    }

    boolean isBad(Node node) {
        return bad.contains(node);
    }

    /** {@code bindings.yaml:3:12}. */
    String place(Node node) {
        return source.place(node.from());
    }

    int count() {
        return found.size();
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigurationException with all problems, in the order of the file, if there are any
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            found.sort(
                    Comparator.comparingInt(ConfigurationProblem::line).thenComparingInt(ConfigurationProblem::column));
            throw new ConfigurationException(found);
        }
    }
}
