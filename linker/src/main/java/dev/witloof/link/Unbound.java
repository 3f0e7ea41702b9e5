package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.InterfaceVersion;
import dev.witloof.type.ExternType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing serves an import: every binding that came close, with the reason why it lost, the binding that was probably
 * meant, and what to write.
 */
final class Unbound {

    private static final Map<String, String> TERMINALS = Map.of(
            "instance", ".to(…)",
            "func", ".toFunction(…)",
            "component", ".toComponent(…)",
            "core module", ".toModule(…)",
            "type", ".toResource(…)");

    private final Bindings bindings;
    private final List<Spare> spares;
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
                    Optional.empty());
        }
        Optional<Finding> version = otherVersion(need);
        if (version.isPresent()) {
            return version.get();
        }
        Map<Declaration, String> lost = lost(ref);
        Optional<Declaration> near = nearest(ref);
        List<String> lines = new ArrayList<>();
        lines.add(need.needs());
        lines.add("nothing is bound to this " + (ref.isNamed() ? "name" : "interface")
                + near.map(d -> ". Did you mean " + meant(d) + " " + d.source() + ", which no import uses?")
                        .orElse(""));
        near.ifPresent(lost::remove);
        lost.entrySet().stream()
                .limit(Text.LONGEST_LIST)
                .forEach(e -> lines.add(e.getKey().candidate() + " " + e.getValue()));
        if (lost.size() > Text.LONGEST_LIST) {
            lines.add("and " + (lost.size() - Text.LONGEST_LIST) + " more candidates");
        }
        lines.addAll(none.notes());
        proposed.addAll(lost.keySet());
        near.ifPresent(proposed::add);
        Optional<Declaration> mend = near.or(() -> otherExternalId(ref, lost));
        return new Finding(
                Problem.Kind.UNBOUND,
                need.subject(),
                lines,
                mend.map(Declaration::place),
                Optional.of(mend.map(d -> corrected(d, ref)).or(none::fix).orElseGet(() -> binding(need))));
    }

    /** The bindings that came close, in the order of their steps. */
    private Map<Declaration, String> lost(ImportRef ref) {
        Map<Declaration, String> lost = new LinkedHashMap<>();
        String has = ref.externalId()
                .map(id -> "and the import has " + Text.quoted(id))
                .orElse("and the import has none");
        String plain = ref.isNamed() ? ref.name() : lastLabel(ref);
        for (Declaration d : bindings.forName(plain)) {
            lost.put(
                    d,
                    ref.isNamed()
                            ? "is for external-id " + Text.quoted(d.externalId().orElse("")) + ", " + has
                            : "is for a plain name, and this import has none");
        }
        for (Declaration d : ref.externalId().map(bindings::forExternalId).orElse(List.of())) {
            lost.putIfAbsent(d, "is for the name " + Text.quoted(d.name().orElse("")));
        }
        if (ref.isNamed() && ref.implementsName().isPresent()) {
            InterfaceName implemented = ref.implementsName().get();
            for (Bindings.Provision p : bindings.forInterface(implemented)) {
                if (implemented.matches(p.name())) {
                    lost.put(
                            p.declaration(),
                            "serves unnamed imports only, unless allowInterfaceFor(" + Text.quoted(ref.name())
                                    + ") is set");
                }
            }
        }
        return lost;
    }

    private static String lastLabel(ImportRef ref) {
        return ref.interfaceName()
                .map(name -> name.projections().get(name.projections().size() - 1))
                .orElse("");
    }

    private Optional<Declaration> nearest(ImportRef ref) {
        Nearest<Declaration> byName = new Nearest<>(ref.name());
        Nearest<Declaration> byId = new Nearest<>(ref.externalId().orElse(""));
        for (Spare spare : spares) {
            if (spare.isName() == ref.isNamed() && !spare.isExternalId()) {
                byName.offer(spare.folded(), spare.declaration());
            } else if (spare.isExternalId()) {
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

    /** The only binding for the same name that asks for another external-id. */
    private static Optional<Declaration> otherExternalId(ImportRef ref, Map<Declaration, String> lost) {
        List<Declaration> same = lost.keySet().stream()
                .filter(d -> ref.isNamed() && d.name().equals(Optional.of(ref.name())))
                .toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    /** The declaration as it should have been written for this import. */
    private static String corrected(Declaration declaration, ImportRef ref) {
        if (declaration.name().isPresent()) {
            boolean otherName = !declaration.name().get().equals(ref.name());
            Optional<String> id = otherName ? declaration.externalId() : ref.externalId();
            return ".bind(" + Text.quoted(ref.name()) + ")"
                    + id.map(i -> ".withExternalId(" + Text.quoted(i) + ")").orElse("");
        }
        return declaration.externalId().isPresent()
                ? ".bindExternalId(" + Text.quoted(ref.externalId().orElse("")) + ")"
                : ".bindInterface(" + Text.quoted(ref.name()) + ")";
    }

    private static String binding(Need need) {
        return (need.ref().isNamed() ? ".bind(" : ".bindInterface(")
                + Text.quoted(need.ref().name()) + ")"
                + TERMINALS.getOrDefault(need.type().kind(), ".to(…)");
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
        lines.add(need.needs());
        for (Bindings.Provision other : others) {
            boolean declared = other.declaration().interfaceName().isPresent();
            lines.add(other.declaration().candidate()
                    + (declared ? " is for another version: " : " offers it as " + other.name() + ": ")
                    + reason(
                            wanted.get().version().orElse(null),
                            other.name().version().orElse(null)));
            proposed.add(other.declaration());
        }
        Declaration first = others.get(0).declaration();
        boolean rewritable = others.size() == 1 && first.interfaceName().isPresent() && canBe(first, wanted.get());
        return Optional.of(new Finding(
                Problem.Kind.VERSION,
                need.subject(),
                lines,
                rewritable ? Optional.of(first.place()) : Optional.empty(),
                Optional.of(
                        rewritable
                                ? ".bindInterface(\"" + wanted.get() + "\")"
                                : "bind a backend that serves " + wanted.get())));
    }

    /** Whether the declaration's target could serve the interface, were it declared for it. */
    private static boolean canBe(Declaration declaration, InterfaceName wanted) {
        return !(declaration.target() instanceof Target.OfBackend target)
                || target.backend().offers().isEmpty()
                || target.backend().offers().stream().anyMatch(o -> wanted.matches(o.interfaceName()));
    }

    private static String reason(@Nullable InterfaceVersion wanted, @Nullable InterfaceVersion other) {
        if (wanted == null || other == null) {
            return "no version matches only no version";
        }
        if (!wanted.preRelease().isEmpty() || !other.preRelease().isEmpty()) {
            return "a pre-release matches only itself";
        }
        return wanted.track().equals(other.track())
                ? "a version 0.0.x matches only itself"
                : wanted.track() + " and " + other.track() + " are two tracks";
    }
}
