package dev.witloof.link;

import dev.witloof.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The order in which the members of a composition are instantiated: each after those that serve it, else as they were added. */
final class MemberOrder {

    private final Map<String, List<Edge>> edges = new LinkedHashMap<>();
    private final Set<String> done = new LinkedHashSet<>();
    private final List<Edge> way = new ArrayList<>();
    private final List<Finding> cycles = new ArrayList<>();

    /**
     * An import that another member serves.
     *
     * @param need the import
     * @param found what serves it
     * @param exporter the other member
     */
    private record Edge(Need need, Answer.Found found, String exporter) {

        String importer() {
            return need.member().orElseThrow();
        }

        /** {@code shop "cache"}. */
        String step() {
            return importer() + " " + Text.quoted(need.ref().name());
        }
    }

    MemberOrder(Iterable<String> members, List<Need> imports, List<Answer> answers) {
        members.forEach(member -> edges.put(member, new ArrayList<>()));
        for (int i = 0; i < imports.size(); i++) {
            Need need = imports.get(i);
            if (answers.get(i) instanceof Answer.Found found && found.target() instanceof Target.OfMember target) {
                edges.get(need.member().orElseThrow()).add(new Edge(need, found, target.member()));
            }
        }
        edges.keySet().forEach(this::visit);
    }

    /** The members in order, as far as there is one. */
    List<String> members() {
        return List.copyOf(done);
    }

    /** The members that serve each other in a circle: for each way around it a problem. */
    List<Finding> cycles() {
        return cycles;
    }

    private void visit(String member) {
        if (done.contains(member)) {
            return;
        }
        for (Edge edge : edges.get(member)) {
            way.add(edge);
            int begin = begin(edge.exporter());
            if (begin < 0) {
                visit(edge.exporter());
            } else {
                cycles.add(cycle(way.subList(begin, way.size())));
            }
            way.remove(way.size() - 1);
        }
        done.add(member);
    }

    /** Where a member stands on the way; negative if it does not. */
    private int begin(String member) {
        for (int i = 0; i < way.size(); i++) {
            if (way.get(i).importer().equals(member)) {
                return i;
            }
        }
        return -1;
    }

    private static Finding cycle(List<Edge> edges) {
        StringBuilder path = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (Edge edge : edges) {
            path.append(edge.step()).append(" -> ");
            lines.add(edge.need().name() + " is served by " + edge.found().candidate());
        }
        return new Finding(
                Problem.Kind.CYCLE,
                path.append(edges.get(0).importer()).toString(),
                lines,
                Optional.empty(),
                Optional.of("serve one of them by a binding for its name, or by another member"));
    }
}
