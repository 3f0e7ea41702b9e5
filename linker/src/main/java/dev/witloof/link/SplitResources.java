package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.link.ResourceFlow.Origin;
import dev.witloof.link.ResourceFlow.Taker;
import dev.witloof.name.InterfaceName;
import dev.witloof.type.ResourceType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds resources that would have to be served by two bindings. Every import has resource types of its own, so where an
 * interface keeps its resource inside, as {@code wasi:keyvalue/store} keeps {@code bucket}, what takes the resource of one
 * import cannot take that of another import of the same interface, whatever both are bound to.
 */
final class SplitResources {

    private final List<ResourceFlow> flows;

    SplitResources(Needs needs) {
        Map<Optional<String>, List<Need>> byMember = new LinkedHashMap<>();
        needs.imports()
                .forEach(need -> byMember.computeIfAbsent(need.member(), member -> new ArrayList<>())
                        .add(need));
        flows = byMember.values().stream().map(ResourceFlow::of).toList();
    }

    /**
     * The same finding about an import that nothing serves, explained where another import takes its resource and a third has
     * one that looks like it.
     */
    Finding explain(Need need, Finding unbound) {
        return flows.stream()
                .flatMap(flow -> explain(flow, need, unbound).stream())
                .findFirst()
                .orElse(unbound);
    }

    private static Optional<Finding> explain(ResourceFlow flow, Need need, Finding unbound) {
        for (Map.Entry<ResourceType, Origin> entry : flow.origins().entrySet()) {
            Origin origin = entry.getValue();
            List<Taker> takers = flow.takers(entry.getKey());
            if (origin.need() == need && !takers.isEmpty()) {
                List<String> alike = alike(flow, origin, takers);
                if (!alike.isEmpty()) {
                    List<String> more = new ArrayList<>();
                    byImport(takers)
                            .forEach(each -> more.add(each.get(0).need().name() + " takes its " + origin.label()
                                    + ", in " + functions(each)));
                    more.add("no " + Text.plain(origin.name()) + " of " + String.join(" or ", alike)
                            + " is one: every import has resource types of its own");
                    return Optional.of(
                            unbound.ofKind(Problem.Kind.SPLIT_RESOURCE).withLines(more));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Imports whose backend would be given the resources of another backend, although it makes such resources itself, or which is
     * of another Java type.
     */
    List<Finding> ofBackends(List<Planned> planned) {
        Map<Need, Planned> byNeed = new IdentityHashMap<>();
        planned.forEach(plan -> byNeed.put(plan.need(), plan));
        List<Finding> findings = new ArrayList<>();
        flows.forEach(flow -> flow.origins().forEach((resource, origin) -> {
            Planned declaring = byNeed.get(origin.need());
            for (List<Taker> takers : declaring == null ? List.<List<Taker>>of() : byImport(flow.takers(resource))) {
                Planned taking = byNeed.get(takers.get(0).need());
                if (taking != null) {
                    ofTwo(origin, declaring, taking, takers).ifPresent(findings::add);
                }
            }
        }));
        flows.forEach(flow -> findings.addAll(JavaResources.of(flow, planned)));
        return findings;
    }

    private static Optional<Finding> ofTwo(Origin origin, Planned declaring, Planned taking, List<Taker> takers) {
        Optional<InterfaceName> declared = origin.need().ref().interfaceName();
        if (declared.isEmpty() || !(taking.target() instanceof Target.OfBackend target)) {
            return Optional.empty();
        }
        boolean same = declaring.target() instanceof Target.OfBackend other && other.backend() == target.backend();
        Optional<InterfaceName> own = Bindings.interfaces(target.backend()).stream()
                .filter(declared.get()::matches)
                .findFirst();
        if (same || own.isEmpty() || (shares(target, declared.get()) && shares(declaring.target(), declared.get()))) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                        Problem.Kind.SPLIT_RESOURCE,
                        taking.subject(),
                        List.of(
                                functions(takers) + " takes the " + origin.label() + " of "
                                        + origin.need().name() + ", which is bound to "
                                        + declaring.bound().servedBy(),
                                target.description() + " serves " + own.get() + " itself and knows no " + origin.label()
                                        + " but its own"),
                        taking.bound().declaredAt(),
                        Optional.of("bind both to one backend"))
                .of(taking.need()));
    }

    /** Whether a backend takes resources of an interface from others, and others from it. */
    private static boolean shares(Target target, InterfaceName declared) {
        return target instanceof Target.OfBackend of
                && of.backend().sharedResources().stream()
                        .anyMatch(type -> Served.interfaceName(type)
                                .filter(declared::matches)
                                .isPresent());
    }

    /** The names of the imports that have a resource of the same name, and the interface that the resource is thought to be of. */
    private static List<String> alike(ResourceFlow flow, Origin origin, List<Taker> takers) {
        List<String> alike = new ArrayList<>();
        for (Origin other : flow.origins().values()) {
            if (other.need() != origin.need() && isAlike(origin, other, takers)) {
                alike.add(Text.quoted(other.need().ref().name()));
            }
        }
        return alike;
    }

    /**
     * Of the same interface; or, where the resource comes through an import of no interface, of the package of what takes it.
     */
    private static boolean isAlike(Origin origin, Origin other, List<Taker> takers) {
        Optional<InterfaceName> one = origin.need().ref().interfaceName();
        Optional<InterfaceName> two = other.need().ref().interfaceName();
        if (two.isEmpty() || !origin.isCalledAs(other)) {
            return false;
        }
        return one.isPresent()
                ? one.get().unversioned().equals(two.get().unversioned())
                : takers.stream()
                        .flatMap(taker -> taker.need().ref().interfaceName().stream())
                        .anyMatch(
                                taking -> taking.packageName().equals(two.get().packageName()));
    }

    private static List<List<Taker>> byImport(List<Taker> takers) {
        Map<Need, List<Taker>> groups = new IdentityHashMap<>();
        List<List<Taker>> inOrder = new ArrayList<>();
        for (Taker taker : takers) {
            groups.computeIfAbsent(taker.need(), need -> {
                        List<Taker> group = new ArrayList<>();
                        inOrder.add(group);
                        return group;
                    })
                    .add(taker);
        }
        return inOrder;
    }

    private static String functions(List<Taker> takers) {
        return Text.list(takers.stream().map(Taker::function).map(Text::plain).toList());
    }
}
