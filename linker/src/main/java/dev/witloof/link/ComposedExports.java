package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.instance.Component;
import dev.witloof.name.ExportRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a composition exports: what its members export and no member takes. */
final class ComposedExports {

    private final Composition composition;
    private final Set<List<String>> taken = new HashSet<>();
    private final Map<String, List<String>> exporters = new LinkedHashMap<>();

    ComposedExports(Composition composition, List<Answer> answers) {
        this.composition = composition;
        for (Answer answer : answers) {
            if (answer instanceof Answer.Found found) {
                take(found);
            } else if (answer instanceof Answer.Conflict conflict) {
                conflict.found().forEach(this::take);
            }
        }
        composition.members().forEach(this::collect);
    }

    private void take(Answer.Found found) {
        if (found.target() instanceof Target.OfMember target) {
            taken.add(List.of(target.member(), target.export()));
        }
    }

    private void collect(String member, Component component) {
        for (ExportRef export : component.exports()) {
            if (!taken.contains(List.of(member, export.name()))) {
                exporters
                        .computeIfAbsent(export.name(), name -> new ArrayList<>())
                        .add(member);
            }
        }
    }

    /** By export, the member from which it comes; of several it is the preferred one, or the first. */
    Map<String, String> exporters() {
        Map<String, String> chosen = new LinkedHashMap<>();
        exporters.forEach(
                (export, members) -> chosen.put(export, preferred(members).orElse(members.get(0))));
        return chosen;
    }

    private Optional<String> preferred(List<String> members) {
        return composition.exportFrom().stream().filter(members::contains).findFirst();
    }

    /** A problem for each export that several members have and none is preferred. */
    List<Finding> conflicts() {
        List<Finding> findings = new ArrayList<>();
        exporters.forEach((export, members) -> {
            if (members.size() > 1 && preferred(members).isEmpty()) {
                List<String> lines = new ArrayList<>();
                lines.add(members.size() + " members export it and no member takes it:");
                members.forEach(member -> lines.add(
                        "  " + member + " (" + composition.added().get(member).place() + ")"));
                findings.add(new Finding(
                        Problem.Kind.CONFLICT,
                        "export " + Text.quoted(export),
                        lines,
                        Optional.empty(),
                        Optional.of(".exportFrom(" + Text.quoted(members.get(0)) + "), or from another of them")));
            }
        });
        return findings;
    }
}
