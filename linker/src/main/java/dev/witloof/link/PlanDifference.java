package dev.witloof.link;

import dev.witloof.limit.Limit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is different if one plan takes the place of another: of the component, the configuration, and each import by its name.
 * The order of imports and of declarations makes no difference. A binding that only moved to another line is one that
 * {@linkplain Rebound changed}, in what it says of its place.
 *
 * @param before the plan that was
 * @param after the plan that takes its place
 * @param added imports that only the later one has, in its order
 * @param removed imports that only the earlier one had, in its order
 * @param changed imports of both of which anything is different, in the later one's order
 */
public record PlanDifference(
        LinkPlan before, LinkPlan after, List<BoundImport> added, List<BoundImport> removed, List<Rebound> changed) {

    /** Copies the lists. */
    public PlanDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    /**
     * An import of which both plans say different things.
     *
     * @param before what the earlier one says
     * @param after what the later one says
     */
    public record Rebound(BoundImport before, BoundImport after) {}

    static PlanDifference between(LinkPlan before, LinkPlan after) {
        Map<String, BoundImport> left = new HashMap<>();
        before.bindings().forEach(binding -> left.put(binding.key(), binding));
        List<BoundImport> added = new ArrayList<>();
        List<Rebound> changed = new ArrayList<>();
        for (BoundImport now : after.bindings()) {
            BoundImport then = left.remove(now.key());
            if (then == null) {
                added.add(now);
            } else if (!then.equals(now)) {
                changed.add(new Rebound(then, now));
            }
        }
        List<BoundImport> removed = before.bindings().stream()
                .filter(then -> left.containsKey(then.key()))
                .toList();
        return new PlanDifference(before, after, added, removed, changed);
    }

    /** Whether the component has another name or digest. */
    public boolean isOtherComponent() {
        return !before.componentDigest().equals(after.componentDigest())
                || !before.componentName().equals(after.componentName());
    }

    /** Whether the configuration has another digest. */
    public boolean isOtherConfiguration() {
        return !before.configurationDigest().equals(after.configurationDigest());
    }

    /** Whether the configuration chose other exports, or chose them elsewhere. */
    public boolean hasOtherSelectedExports() {
        return !before.selectedExports().equals(after.selectedExports());
    }

    /** Whether nothing is different. */
    public boolean isEmpty() {
        return count() == 0;
    }

    private int count() {
        return (isOtherComponent() ? 1 : 0)
                + (isOtherConfiguration() ? 1 : 0)
                + (hasOtherSelectedExports() ? 1 : 0)
                + added.size()
                + removed.size()
                + changed.size();
    }

    /**
     * The difference as JSON, one object without white space; {@code docs/plan.md} has its JSON Schema:
     *
     * <pre>{@code
     * {"component": {"before": as in a plan, "after": as in a plan}, if it is another one; of a composition with its members,
     *  "configuration": {"before": as in a plan, "after": as in a plan}, if it is another one; with its limits,
     *  "selectedExports": {"before": as in a plan, "after": as in a plan}, if they are others,
     *  "added": [an import as in a plan],
     *  "removed": [an import as in a plan],
     *  "changed": [{"before": an import as in a plan, "after": an import as in a plan}]}
     * }</pre>
     */
    public String toJson() {
        JsonWriter json = new JsonWriter().open('{');
        if (isOtherComponent()) {
            json.name("component").open('{');
            before.writeComponentWithMembers(json.name("before"));
            after.writeComponentWithMembers(json.name("after"));
            json.close('}');
        }
        if (isOtherConfiguration()) {
            json.name("configuration").open('{');
            before.writeConfigurationWithLimits(json.name("before"));
            after.writeConfigurationWithLimits(json.name("after"));
            json.close('}');
        }
        if (hasOtherSelectedExports()) {
            json.name("selectedExports").open('{');
            before.writeSelectedExports(json.name("before"));
            after.writeSelectedExports(json.name("after"));
            json.close('}');
        }
        json.name("added").open('[');
        added.forEach(binding -> Column.write(binding, json));
        json.close(']').name("removed").open('[');
        removed.forEach(binding -> Column.write(binding, json));
        json.close(']').name("changed").open('[');
        for (Rebound each : changed) {
            json.open('{');
            Column.write(each.before(), json.name("before"));
            Column.write(each.after(), json.name("after"));
            json.close('}');
        }
        return json.close(']').close('}').toString();
    }

    /** The difference as text, without a line break at its end. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(after.title()).append(": ").append(Text.count(count(), "difference"));
        if (isOtherComponent()) {
            out.append("\n~ component: ").append(before.title()).append(" -> ").append(after.title());
            changedMembers()
                    .forEach((name, change) -> out.append("\n    member ")
                            .append(name)
                            .append(": ")
                            .append(change));
        }
        if (isOtherConfiguration()) {
            out.append("\n~ configuration: ")
                    .append(Text.sha256(before.configurationDigest()))
                    .append(" -> ")
                    .append(Text.sha256(after.configurationDigest()));
            for (Limit limit : Limit.values()) {
                String then = before.limits().asked(limit).map(limit::text).orElse("-");
                String now = after.limits().asked(limit).map(limit::text).orElse("-");
                if (!then.equals(now)) {
                    out.append("\n    limit ")
                            .append(limit.words())
                            .append(": ")
                            .append(then)
                            .append(" -> ")
                            .append(now);
                }
            }
        }
        if (hasOtherSelectedExports()) {
            out.append("\n~ selected: ").append(selected(before)).append(" -> ").append(selected(after));
        }
        added.forEach(binding -> out.append("\n+ ").append(line(binding)));
        removed.forEach(binding -> out.append("\n- ").append(line(binding)));
        for (Rebound each : changed) {
            out.append("\n~ ").append(each.after().subject());
            for (Column column : Column.ALL) {
                Optional<String> then = column.shown().apply(each.before());
                Optional<String> now = column.shown().apply(each.after());
                if (!column.head().isEmpty() && !then.equals(now)) {
                    out.append("\n    ").append(column.head()).append(": ");
                    out.append(then.orElse("-")).append(" -> ").append(now.orElse("-"));
                }
            }
        }
        return out.toString();
    }

    private static String selected(LinkPlan plan) {
        List<String> lines =
                plan.selectedExports().stream().map(SelectedExport::line).toList();
        return lines.isEmpty() ? "-" : String.join(", ", lines);
    }

    /** What is different of a composition's members, by their names. */
    private Map<String, String> changedMembers() {
        Map<String, String> then = before.members();
        Map<String, String> now = after.members();
        Map<String, String> changes = new TreeMap<>();
        Stream.concat(then.keySet().stream(), now.keySet().stream()).forEach(name -> {
            String from = then.getOrDefault(name, "-");
            String to = now.getOrDefault(name, "-");
            if (!from.equals(to)) {
                changes.put(name, from + " -> " + to);
            }
        });
        return changes;
    }

    /** {@code import "cache", bound to: in-memory key-value, by: name, declared at: ShopApp.java:31}. */
    private static String line(BoundImport binding) {
        StringBuilder line = new StringBuilder(binding.subject());
        for (Column column : Column.ALL) {
            if (column.inTable() && column != Column.NAME && column != Column.MEMBER || column == Column.DENIED) {
                column.shown()
                        .apply(binding)
                        .ifPresent(value -> line.append(", ")
                                .append(column.head())
                                .append(": ")
                                .append(value));
            }
        }
        return line.toString();
    }
}
