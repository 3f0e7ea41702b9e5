package dev.witloof.name;

import dev.witloof.error.InvalidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The name of a WIT interface: {@code wasi:keyvalue/store@0.2.0-draft}.
 *
 * @param namespaces the namespaces, outermost first; more than one only where names nest
 * @param pkg the package
 * @param projections the interface; more than one label only where packages nest
 * @param version the version, if one is given
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#import-and-export-definitions">Explainer: interfacename</a>
 */
public record InterfaceName(
        List<String> namespaces, String pkg, List<String> projections, Optional<InterfaceVersion> version)
        implements ExternName {

    /** Copies the lists. */
    public InterfaceName {
        namespaces = List.copyOf(namespaces);
        projections = List.copyOf(projections);
    }

    /**
     * Reads an interface name.
     *
     * @throws InvalidException if the text is none
     */
    public static InterfaceName parse(String text) {
        int at = text.indexOf('@');
        String path = at < 0 ? text : text.substring(0, at);
        int slash = path.indexOf('/');
        int colon = path.lastIndexOf(':', slash < 0 ? path.length() : slash);
        if (colon < 0 || slash < 0) {
            throw invalid(text, "expected namespace:package/interface");
        }
        List<String> namespaces = parts(text, path.substring(0, colon), ':', true, "namespace");
        String pkg = part(text, path.substring(colon + 1, slash), true, "package");
        List<String> projections = parts(text, path.substring(slash + 1), '/', false, "interface");
        Optional<InterfaceVersion> version = Optional.empty();
        if (at >= 0) {
            version = InterfaceVersion.read(text.substring(at + 1));
            if (version.isEmpty()) {
                throw invalid(text, "\"" + text.substring(at + 1) + "\" is not a version");
            }
        }
        return new InterfaceName(namespaces, pkg, projections, version);
    }

    private static List<String> parts(String whole, String text, char by, boolean lowerCase, String what) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int to = text.indexOf(by, from);
            if (to < 0) {
                to = text.length();
            }
            parts.add(part(whole, text.substring(from, to), lowerCase, what));
            from = to + 1;
        }
        return parts;
    }

    private static String part(String whole, String part, boolean lowerCase, String what) {
        if (!(lowerCase ? Label.isWords(part) : Label.isLabel(part))) {
            throw invalid(
                    whole, what + " \"" + part + "\" is not in " + (lowerCase ? "lower-case " : "") + "kebab case");
        }
        return part;
    }

    private static InvalidException invalid(String text, String why) {
        return new InvalidException("", "\"" + text + "\" is not a valid extern name: " + why);
    }

    /** The name without its version: {@code wasi:keyvalue/store}. */
    public String unversioned() {
        return String.join(":", namespaces) + ":" + pkg + "/" + String.join("/", projections);
    }

    /** The package with its namespaces and without its version: {@code wasi:keyvalue}. */
    public String packageName() {
        return String.join(":", namespaces) + ":" + pkg;
    }

    /** Whether it has more than one namespace or projection, which needs its feature gate. */
    public boolean isNested() {
        return namespaces.size() > 1 || projections.size() > 1;
    }

    /** The same interface in another version. */
    public InterfaceName withVersion(InterfaceVersion other) {
        return new InterfaceName(namespaces, pkg, projections, Optional.of(other));
    }

    /**
     * Whether what is provided under {@code provided} may serve what is asked for under this name: the same interface,
     * and versions that match by {@link InterfaceVersion#matches}. No version matches only no version.
     */
    public boolean matches(InterfaceName provided) {
        if (!namespaces.equals(provided.namespaces)
                || !pkg.equals(provided.pkg)
                || !projections.equals(provided.projections)) {
            return false;
        }
        if (version.isEmpty() || provided.version.isEmpty()) {
            return version.equals(provided.version);
        }
        return version.get().matches(provided.version.get());
    }

    /** The name as written. */
    @Override
    public String toString() {
        return unversioned() + version.map(v -> "@" + v).orElse("");
    }
}
