package dev.witloof.link;

import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.InterfaceVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A binding that came close to serving an import, and why it does not.
 *
 * @param declaration the binding
 * @param reason the rest of a sentence that begins with the binding
 * @param byVersion whether nothing but the interface's version is the reason
 */
record Loss(Declaration declaration, String reason, boolean byVersion) {

    /** The bindings that came close to an import that nothing serves, in the order of their steps. */
    static Map<Declaration, Loss> of(ImportRef ref, Bindings bindings) {
        Map<Declaration, Loss> lost = new LinkedHashMap<>();
        for (Declaration d : bindings.forName(ref.isNamed() ? ref.name() : lastLabel(ref))) {
            lost.put(d, ref.isNamed() ? ofName(d, ref) : other(d, "is for a plain name, and this import has none"));
        }
        for (Declaration d : ref.externalId().map(bindings::forExternalId).orElse(List.of())) {
            lost.putIfAbsent(
                    d,
                    d.name()
                            .map(name -> other(d, "is for the name " + Text.quoted(name)))
                            .orElseGet(() -> ofInterface(d, ref)));
        }
        if (ref.isNamed() && ref.implementsName().isPresent()) {
            InterfaceName implemented = ref.implementsName().get();
            String reason =
                    "serves unnamed imports only, unless allowInterfaceFor(" + Text.quoted(ref.name()) + ") is set";
            for (Bindings.Provision p : bindings.forInterface(implemented)) {
                if (implemented.matches(p.name())) {
                    lost.put(p.declaration(), other(p.declaration(), reason));
                }
            }
        }
        return lost;
    }

    private static Loss other(Declaration declaration, String reason) {
        return new Loss(declaration, reason, false);
    }

    private static Loss ofName(Declaration declaration, ImportRef ref) {
        Optional<String> asked = declaration.externalId();
        if (asked.isEmpty() || asked.equals(ref.externalId())) {
            return ofInterface(declaration, ref);
        }
        String has = ref.externalId().map(Text::quoted).orElse("none");
        return other(declaration, "is for external-id " + Text.quoted(asked.get()) + ", and the import has " + has);
    }

    private static Loss ofInterface(Declaration declaration, ImportRef ref) {
        List<InterfaceName> others = declaration.implementing();
        String isFor =
                "is for " + Text.list(others.stream().map(Object::toString).toList()) + ", and the import implements ";
        if (ref.interfaceName().isEmpty()) {
            return other(declaration, isFor + "no interface");
        }
        InterfaceName wanted = ref.interfaceName().get();
        return others.stream()
                .filter(each -> each.unversioned().equals(wanted.unversioned()))
                .findFirst()
                .map(each -> new Loss(declaration, isFor + wanted + ": " + ofVersions(wanted, each), true))
                .orElseGet(() -> other(declaration, isFor + wanted));
    }

    private static String lastLabel(ImportRef ref) {
        return ref.interfaceName()
                .map(name -> name.projections().get(name.projections().size() - 1))
                .orElse("");
    }

    /** Why two versions of one interface do not match. */
    static String ofVersions(InterfaceName wanted, InterfaceName other) {
        return ofVersions(wanted.version().orElse(null), other.version().orElse(null));
    }

    private static String ofVersions(@Nullable InterfaceVersion wanted, @Nullable InterfaceVersion other) {
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
