package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.Nearest;
import dev.witloof.type.ExternType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why nothing serves an import: every binding that came close, with the reason why it lost, the binding that was probably
 * meant, and what to write.
 */
final class Unbound {

    private final Bindings bindings;
    private final List<Spare> spares;
    private final Map<Declaration, Problem.Candidate> shown = new IdentityHashMap<>();
    private final Set<Declaration> proposed = Collections.newSetFromMap(new IdentityHashMap<>());

    Unbound(Needs needs, Bindings bindings, Set<Declaration> used) {
        this.bindings = bindings;
        Set<String> names = needs.imports().stream().map(n -> n.ref().name()).collect(Collectors.toSet());
        spares = bindings.all().stream()
                .filter(d -> !used.contains(d))
                .filter(d -> d.name().filter(names::contains).isEmpty())
                .map(Spare::of)
                .toList();
    }

    /** The bindings that were mentioned: an unused one among them needs no report of its own. */
    Set<Declaration> proposed() {
        return proposed;
    }

    Finding explain(Need need, Answer.None none) {
        ImportRef ref = need.ref();
        if (need.type() instanceof ExternType.Value) {
            return new Finding(
                            Problem.Kind.UNSUPPORTED_FEATURE,
                            need.subject(),
                            List.of(need.needs(), "values cannot be bound"),
                            Optional.empty(),
                            Optional.empty())
                    .of(need);
        }
        Optional<Finding> version = otherVersion(need);
        if (version.isPresent()) {
            return version.get();
        }
        Map<Declaration, Loss> lost = Loss.of(ref, bindings);
        Optional<Declaration> near = nearest(ref);
        List<String> lines = new ArrayList<>();
        lines.add(need.needs());
        lines.add("nothing is bound to this " + (ref.isNamed() ? "name" : "interface")
                + near.map(d -> ". Did you mean " + meant(d) + " " + d.source() + ", which no import uses?")
                        .orElse(""));
        near.ifPresent(lost::remove);
        lost.values().stream()
                .limit(Text.LONGEST_LIST)
                .forEach(loss -> lines.add(loss.declaration().candidate() + " " + loss.reason()));
        addMore(lines, lost.size());
        lines.addAll(none.notes());
        proposed.addAll(lost.keySet());
        near.ifPresent(proposed::add);
        Optional<Declaration> mend = near.or(() -> onlyOne(ref, lost.keySet()));
        Optional<Remedy> remedy = mend.isEmpty() ? remedy(ref) : Optional.empty();
        remedy.ifPresent(r -> lines.add(r.declaration().candidate() + " could serve it"));
        Optional<Place> where = bindings.file().filter(place -> place.form().canBind(need));
        boolean onlyVersion = near.isEmpty() && lost.values().stream().anyMatch(Loss::byVersion);
        return new Finding(
                        onlyVersion ? Problem.Kind.VERSION : Problem.Kind.UNBOUND,
                        need.subject(),
                        lines,
                        mend.or(() -> remedy.map(Remedy::declaration))
                                .map(d -> d.place().text())
                                .or(() -> where.map(Place::file)),
                        Optional.of(mend.map(d -> mended(d, ref))
                                .or(() -> remedy.map(Remedy::text))
                                .or(none::fix)
                                .orElseGet(() ->
                                        where.map(Place::form).orElse(Form.JAVA).binding(need))))
                .of(need)
                .withCandidates(lost.values().stream().map(this::candidate).toList())
                .withNearest(near.map(d -> d.candidate("no import uses it")));
    }

    /**
     * What makes a backend serve an import that nothing serves.
     *
     * @param declaration the binding of the backend
     * @param text what to write
     */
    private record Remedy(Declaration declaration, String text) {}

    /** That of the first backend which is bound for unnamed imports and knows one. */
    private Optional<Remedy> remedy(ImportRef ref) {
        return bindings.all().stream()
                .filter(d -> !ref.isNamed() && d.step() == Step.INTERFACE)
                .flatMap(d -> d.target() instanceof Target.OfBackend of
                        ? of.backend().remedy(ref).map(text -> new Remedy(d, text)).stream()
                        : Stream.empty())
                .findFirst();
    }

    private static void addMore(List<String> lines, int candidates) {
        if (candidates > Text.LONGEST_LIST) {
            lines.add("and " + Text.count(candidates - Text.LONGEST_LIST, "more candidate"));
        }
    }

    /** The loss as data. What is said of the declaration itself is worded once for all imports. */
    private Problem.Candidate candidate(Loss loss) {
        Problem.Candidate known = shown.computeIfAbsent(loss.declaration(), d -> d.candidate(""));
        return new Problem.Candidate(known.binding(), known.place(), known.boundTo(), loss.reason());
    }

    private static String mended(Declaration declaration, ImportRef ref) {
        Optional<InterfaceName> wanted = ref.interfaceName();
        return declaration.isImplementedBy(ref) || wanted.isEmpty() || canBe(declaration, wanted.get())
                ? declaration.place().form().corrected(declaration, ref)
                : "bind a backend that serves " + wanted.get();
    }

    private Optional<Declaration> nearest(ImportRef ref) {
        Nearest<Declaration> byName = new Nearest<>(ref.name());
        Nearest<Declaration> byId = new Nearest<>(ref.externalId().orElse(""));
        for (Spare spare : spares) {
            boolean same =
                    spare.isExternalId() && spare.declaration().externalId().equals(ref.externalId());
            if (spare.isName() == ref.isNamed() && !spare.isExternalId()) {
                byName.offer(spare.folded(), spare.declaration());
            } else if (spare.isExternalId() && !same) {
                byId.offer(spare.folded(), spare.declaration());
            }
        }
        return byId.smallest() < byName.smallest() ? byId.found() : byName.found();
    }

    /**
     * A declaration that no import uses and whose name none has.
     *
     * @param declaration the declaration
     * @param folded its name, else its external-id, else its interface
     */
    private record Spare(Declaration declaration, String folded) {

        static Spare of(Declaration d) {
            String key = d.name()
                    .or(d::externalId)
                    .or(() -> d.interfaceName().map(InterfaceName::toString))
                    .orElse("");
            return new Spare(d, Nearest.folded(key));
        }

        boolean isName() {
            return declaration.name().isPresent();
        }

        boolean isExternalId() {
            return declaration.step() == Step.EXTERNAL_ID;
        }
    }

    private static String meant(Declaration declaration) {
        if (declaration.name().isPresent()) {
            return Text.quoted(declaration.name().get());
        }
        return declaration
                .externalId()
                .map(id -> "external-id " + Text.quoted(id))
                .orElseGet(() -> Text.quoted(
                        declaration.interfaceName().map(InterfaceName::toString).orElse("")));
    }

    /** The only binding for the same name, which asks for another external-id or interface. */
    private static Optional<Declaration> onlyOne(ImportRef ref, Set<Declaration> lost) {
        List<Declaration> same = lost.stream()
                .filter(d -> ref.isNamed() && d.name().equals(Optional.of(ref.name())))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** The interface is bound for imports such as this one, but only in versions that do not match. */
    private Optional<Finding> otherVersion(Need need) {
        ImportRef ref = need.ref();
        if (ref.isNamed() && !bindings.allowsInterfaceFor(ref.name())) {
            return Optional.empty();
        }
        Optional<InterfaceName> wanted = ref.interfaceName();
        List<Bindings.Provision> others = wanted.map(bindings::forInterface).orElse(List.of());
        if (others.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        List<Problem.Candidate> candidates = new ArrayList<>();
        lines.add(need.needs());
        for (Bindings.Provision other : others) {
            boolean declared = other.declaration().interfaceName().isPresent();
            String reason = (declared ? "is for another version: " : "offers it as " + other.name() + ": ")
                    + Loss.ofVersions(wanted.get(), other.name());
            if (candidates.size() < Text.LONGEST_LIST) {
                lines.add(other.declaration().candidate() + " " + reason);
            }
            candidates.add(candidate(new Loss(other.declaration(), reason, true)));
            proposed.add(other.declaration());
        }
        addMore(lines, others.size());
        Declaration first = others.get(0).declaration();
        boolean rewritable = others.size() == 1 && first.interfaceName().isPresent() && canBe(first, wanted.get());
        return Optional.of(new Finding(
                        Problem.Kind.VERSION,
                        need.subject(),
                        lines,
                        rewritable ? Optional.of(first.place().text()) : Optional.empty(),
                        Optional.of(
                                rewritable
                                        ? first.place().form().corrected(first, ref)
                                        : "bind a backend that serves " + wanted.get()))
                .of(need)
                .withCandidates(candidates));
    }

    /** Whether the declaration's target could serve the interface, were it declared for it. */
    private static boolean canBe(Declaration declaration, InterfaceName wanted) {
        return !(declaration.target() instanceof Target.OfBackend target)
                || target.backend().offers().isEmpty()
                || target.backend().offers().stream().anyMatch(o -> wanted.matches(o.interfaceName()));
    }
}
