package dev.witloof.name;

import java.util.Optional;

/**
 * An export of a component, as its binary names it.
 *
 * @param name the name as written: a label such as {@code cache}, or an interface name
 * @param kind what is exported, as the text format writes it: {@code instance}, {@code func}, {@code component},
 *     {@code core module}, {@code type} or {@code value}
 * @param attributes what stands beside the name
 */
public record ExportRef(String name, String kind, NameAttributes attributes) {

    /** Whether a name of its own identifies it: it is plain, not an interface's. */
    public boolean isNamed() {
        return name.indexOf(':') < 0;
    }

    /** The interface that stands behind a plain name, if one is given. */
    public Optional<InterfaceName> implementsName() {
        return attributes.implementsName().map(InterfaceName::parse).map(this::inFull);
    }

    /**
     * The interface that it is about: what it implements where it is named, else its own name, with the full version
     * where a version suffix is given. Empty for a plain name with no interface behind it.
     */
    public Optional<InterfaceName> interfaceName() {
        return isNamed() ? implementsName() : Optional.of(inFull(InterfaceName.parse(name)));
    }

    /** The string by which the host may know it, if one is given. */
    public Optional<String> externalId() {
        return attributes.externalId();
    }

    private InterfaceName inFull(InterfaceName canonical) {
        return attributes
                .versionSuffix()
                .flatMap(suffix -> canonical.version().flatMap(v -> InterfaceVersion.read(v + suffix)))
                .map(canonical::withVersion)
                .orElse(canonical);
    }

    /** {@code export "cache", implements wasi:keyvalue/store@0.2.0-draft, external-id "eu"}. */
    @Override
    public String toString() {
        return "export " + Printable.quoted(name)
                + implementsName().map(i -> ", implements " + i).orElse("")
                + externalId()
                        .map(id -> ", external-id " + Printable.quoted(id))
                        .orElse("");
    }
}
