package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.error.UnlinkableException;
import dev.witloof.name.ExportRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run of planning: resolve every import, then check every type, then look at what was left over. Problems are collected
 * in the order of the imports; those of bindings follow in the order of their declaration.
 */
final class Planning {

    private final Needs needs;
    private final List<Finding> known;
    private final Bindings bindings;
    private final Siblings siblings;
    private final Resolution resolution;
    private final List<Answer> answers = new ArrayList<>();
    private final Set<Declaration> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Finding> findings = new ArrayList<>();
    private final List<Planned> planned = new ArrayList<>();
    private final List<Exception> thrown = new ArrayList<>();

    private Planning(Needs needs, Bindings bindings, Siblings siblings, List<Finding> known) {
        this.known = known;
        this.needs = needs;
        this.bindings = bindings;
        this.siblings = siblings;
        this.resolution = new Resolution(bindings, siblings);
    }

    /**
     * What planning came to.
     *
     * @param imports what serves each import, in their order
     * @param exports the exports that were chosen
     */
    record Result(List<Planned> imports, List<SelectedExport> exports) {

        Result {
            imports = List.copyOf(imports);
            exports = List.copyOf(exports);
        }
    }

    /**
     * What serves each import, and which exports were chosen.
     *
     * @param known problems that have nothing to do with imports
     * @throws UnlinkableException with every problem, if there is one
     */
    static Result plan(Needs needs, Bindings bindings, Siblings siblings, List<Finding> known) {
        return new Planning(needs, bindings, siblings, known).run();
    }

    private Result run() {
        for (Need need : needs.imports()) {
            Answer answer = resolution.resolve(need);
            answers.add(answer);
            if (answer instanceof Answer.Found found) {
                use(found);
            } else if (answer instanceof Answer.Conflict conflict) {
                conflict.found().forEach(this::use);
            }
        }
        List<Finding> ofComposition = siblings.settle(needs.imports(), answers);
        List<ExportRef> exports = siblings.exports(needs.exports());
        ExportSelecting selecting = new ExportSelecting(exports);
        selecting.select(bindings.selections());
        selecting.select(bindings.all(), used);
        Unbound unbound = new Unbound(needs, bindings, used);
        SplitResources split = new SplitResources(needs);
        for (int i = 0; i < answers.size(); i++) {
            Need need = needs.imports().get(i);
            Answer answer = answers.get(i);
            if (answer instanceof Answer.Found found) {
                check(need, found);
            } else if (answer instanceof Answer.Conflict conflict) {
                findings.add(conflict(need, conflict));
            } else if (answer instanceof Answer.None none) {
                if (need.isKnownByType()) {
                    planned.add(Planned.byType(need));
                } else {
                    findings.add(split.explain(need, unbound.explain(need, none)));
                }
            }
        }
        findings.addAll(split.ofBackends(planned));
        findings.addAll(new Unused(needs, bindings, answers, exports).explain(used, unbound.proposed()));
        findings.addAll(ofComposition);
        findings.addAll(selecting.findings());
        for (String feature : needs.unsupported()) {
            findings.add(new Finding(
                    Problem.Kind.UNSUPPORTED_FEATURE,
                    Text.plain(feature),
                    List.of("the component is valid and uses it, and it cannot run here"),
                    Optional.empty(),
                    Optional.empty()));
        }
        findings.addAll(known);
        if (!findings.isEmpty()) {
            UnlinkableException failure = Report.unlinkable(needs, findings);
            resolution.thrown().forEach(failure::addSuppressed);
            thrown.forEach(failure::addSuppressed);
            throw failure;
        }
        return new Result(planned, selecting.selected());
    }

    private void use(Answer.Found found) {
        if (found.declaration() != null) {
            used.add(found.declaration());
        }
    }

    private void check(Need need, Answer.Found found) {
        Target target = found.target();
        if (target instanceof Target.OfFactory factory) {
            Optional<Target> made = make(need, factory, found.place());
            if (made.isEmpty()) {
                return;
            }
            target = made.get();
        }
        String boundTo = target.description();
        Around around = new Around(
                bindings.wrappers(need, found), bindings.enforcement().map(each -> each.guard(needs, need, boundTo)));
        Planned plan = Planned.of(need, target, found, around, bindings.adapters());
        Optional<Finding> mismatch = plan.checkAround().or(plan::check);
        mismatch.ifPresent(findings::add);
        if (mismatch.isEmpty()) {
            planned.add(plan);
        }
    }

    private Optional<Target> make(Need need, Target.OfFactory factory, String place) {
        String problem;
        try {
            Backend backend = factory.factory().apply(need.ref());
            if (backend != null) {
                return Optional.of(new Target.OfBackend(backend));
            }
            problem = "returned null, expected a backend";
        } catch (RuntimeException failure) {
            thrown.add(failure);
            problem = Finding.threw(failure);
        }
        findings.add(new Finding(
                        Problem.Kind.UNBOUND,
                        need.subject(),
                        List.of(need.needs(), "the factory (" + place + ") " + problem),
                        Optional.of(place),
                        Optional.of("return a backend from the factory"))
                .of(need));
        return Optional.empty();
    }

    private Finding conflict(Need need, Answer.Conflict conflict) {
        List<String> lines = new ArrayList<>();
        lines.add(conflict.found().size() + " answers by " + conflict.step().words() + ":");
        conflict.found().forEach(found -> lines.add("  " + found.candidate()));
        return new Finding(
                        Problem.Kind.CONFLICT,
                        need.subject(),
                        lines,
                        Optional.empty(),
                        siblings.choice(need, conflict.found()).or(() -> Optional.of("keep one of them")))
                .of(need)
                .withCandidates(conflict.found().stream()
                        .map(found ->
                                found.candidate("one of " + conflict.found().size() + " answers by "
                                        + conflict.step().words()))
                        .toList());
    }
}
