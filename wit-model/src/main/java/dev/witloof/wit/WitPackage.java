package dev.witloof.wit;

import dev.witloof.name.InterfaceName;
import dev.witloof.name.InterfaceVersion;
import java.util.List;
import java.util.Optional;

/**
 * A WIT package.
 *
 * @param namespace its namespace
 * @param name its name within the namespace
 * @param version its version, if it has one
 * @param interfaces in the order of the text
 * @param worlds in the order of the text
 * @param docs its documentation
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/WIT.md#package-names">WIT: package names</a>
 */
public record WitPackage(
        String namespace,
        String name,
        Optional<InterfaceVersion> version,
        List<WitInterface> interfaces,
        List<WitWorld> worlds,
        Optional<String> docs) {

    /** Copies the lists. */
    public WitPackage {
        interfaces = List.copyOf(interfaces);
        worlds = List.copyOf(worlds);
    }

    /** The full name of an interface or world of this package. */
    public InterfaceName fullName(String item) {
        return new InterfaceName(List.of(namespace), name, List.of(item), version);
    }

    /** {@code wasi:keyvalue@0.2.0-draft}. */
    @Override
    public String toString() {
        return namespace + ":" + name + version.map(v -> "@" + v).orElse("");
    }
}
