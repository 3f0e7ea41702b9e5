package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.name.ExportRef;
import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a binding is used by no import. It is an error, because a misspelt name would otherwise go unseen while its backend is
 * opened all the same.
 */
final class Unused {

    private final Needs needs;
    private final Bindings bindings;
    private final List<Answer> answers;
    private final List<ExportRef> exports;
    private final Map<String, Integer> named = new LinkedHashMap<>();
    private @Nullable Map<String, List<Integer>> byInterface;

    Unused(Needs needs, Bindings bindings, List<Answer> answers, List<ExportRef> exports) {
        this.needs = needs;
        this.bindings = bindings;
        this.answers = answers;
        this.exports = exports;
        for (int i = 0; i < needs.imports().size(); i++) {
            ImportRef ref = needs.imports().get(i).ref();
            if (ref.isNamed()) {
                named.put(ref.name(), i);
            }
        }
    }

    /** The findings, in the order of the declarations. */
    List<Finding> explain(Set<Declaration> used, Set<Declaration> proposed) {
        List<Finding> findings = new ArrayList<>();
        for (Declaration declaration : bindings.all()) {
            if (!used.contains(declaration) && !proposed.contains(declaration) && !declaration.isOptional()) {
                Place place = declaration.place();
                findings.add(finding(
                        declaration.candidate(),
                        why(declaration) + (declaration.isOrExport() ? "; " + ExportSelecting.there(exports) : ""),
                        place.text(),
                        "remove it, or add " + place.form().optional()));
            }
        }
        bindings.interfaceAllowed().forEach((name, place) -> {
            if (!named.containsKey(name)) {
                findings.add(finding(
                        "allowInterfaceFor(" + Text.quoted(name) + ") (" + place + ")",
                        noSuchName(),
                        place,
                        "remove it"));
            }
        });
        return findings;
    }

    private static Finding finding(String subject, String why, String place, String fix) {
        return new Finding(Problem.Kind.UNUSED_BINDING, subject, List.of(why), Optional.of(place), Optional.of(fix));
    }

    private String why(Declaration declaration) {
        if (declaration.name().isPresent()) {
            Integer index = named.get(declaration.name().get());
            return index == null ? noSuchName() : whyNot(index, declaration);
        }
        if (declaration.externalId().isPresent()) {
            return whyNotExternalId(declaration);
        }
        return declaration
                .interfaceName()
                .map(this::whyNotInterface)
                .orElseGet(() -> whyNotAll((Target.OfBackend) declaration.target()));
    }

    private String noSuchName() {
        return named.isEmpty()
                ? "no import has a name of its own"
                : "no import has this name; those with a name are "
                        + Text.list(named.keySet().stream().map(Text::quoted).toList());
    }

    private String whyNot(int index, Declaration declaration) {
        Need need = needs.imports().get(index);
        Optional<String> asked = declaration.externalId();
        if (asked.isPresent() && !asked.equals(need.ref().externalId())) {
            return need.name() + " has "
                    + need.ref()
                            .externalId()
                            .map(id -> "external-id " + Text.quoted(id))
                            .orElse("no external-id");
        }
        return implementsAnother(need, declaration).orElseGet(() -> served(index));
    }

    private String whyNotExternalId(Declaration declaration) {
        List<Need> others = new ArrayList<>();
        for (int i = 0; i < needs.imports().size(); i++) {
            Need need = needs.imports().get(i);
            if (need.ref().externalId().equals(declaration.externalId())) {
                if (declaration.isImplementedBy(need.ref())) {
                    return served(i);
                }
                others.add(need);
            }
        }
        return others.isEmpty()
                ? "no import has this external-id"
                : others.stream()
                        .map(need -> implementsAnother(need, declaration).orElseThrow())
                        .collect(Collectors.joining("; "));
    }

    private static Optional<String> implementsAnother(Need need, Declaration declaration) {
        return declaration.isImplementedBy(need.ref())
                ? Optional.empty()
                : Optional.of(need.name() + " implements "
                        + need.ref().interfaceName().map(Object::toString).orElse("no interface") + ", and this is for "
                        + Text.list(declaration.implementing().stream()
                                .map(Object::toString)
                                .toList()));
    }

    private String whyNotInterface(InterfaceName name) {
        List<String> namedOnes = new ArrayList<>();
        for (int i : ofInterface(name)) {
            ImportRef ref = needs.imports().get(i).ref();
            if (ref.interfaceName().filter(wanted -> wanted.matches(name)).isPresent()) {
                if (!ref.isNamed() || bindings.allowsInterfaceFor(ref.name())) {
                    return served(i);
                }
                namedOnes.add(Text.quoted(ref.name()));
            }
        }
        return namedOnes.isEmpty()
                ? "no import is of this interface"
                : "only named imports implement it: " + Text.list(namedOnes)
                        + "; they take it only where allowInterfaceFor says so";
    }

    /** The imports of any version of an interface. They are sorted only once there is an unused binding for one. */
    private List<Integer> ofInterface(InterfaceName name) {
        if (byInterface == null) {
            byInterface = new HashMap<>();
            for (int i = 0; i < needs.imports().size(); i++) {
                int index = i;
                needs.imports()
                        .get(i)
                        .ref()
                        .interfaceName()
                        .ifPresent(each -> byInterface
                                .computeIfAbsent(each.unversioned(), key -> new ArrayList<>())
                                .add(index));
            }
        }
        return byInterface.getOrDefault(name.unversioned(), List.of());
    }

    private String whyNotAll(Target.OfBackend target) {
        List<InterfaceName> served = Bindings.interfaces(target.backend());
        return served.stream()
                .map(this::whyNotInterface)
                .filter(why -> !why.startsWith("no import"))
                .findFirst()
                .orElseGet(() -> "no import is of an interface that it offers: "
                        + Text.list(served.stream().map(Object::toString).toList()));
    }

    /** What serves the import instead. */
    private String served(int index) {
        String import_ = needs.imports().get(index).name();
        Answer answer = answers.get(index);
        if (answer instanceof Answer.Found found) {
            return import_ + " is served by " + found.candidate() + ", by "
                    + found.step().words();
        }
        if (answer instanceof Answer.Conflict conflict) {
            return import_ + " is claimed by "
                    + conflict.found().stream().map(Answer.Found::candidate).collect(Collectors.joining(", "))
                    + ", by " + conflict.step().words();
        }
        return import_ + " is served by nothing";
    }
}
