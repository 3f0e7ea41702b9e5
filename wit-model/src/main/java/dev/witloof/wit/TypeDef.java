package dev.witloof.wit;

import java.util.Optional;

/**
 * A type with a name.
 *
 * @param name its name within its owner
 * @param owner where it is defined, or brought in by {@code use}
 * @param kind what it is
 * @param externalId the string by which the host may know it, if one is given
 * @param docs its documentation
 * @param stability its gates
 * @param span where its name stands, if it came from text
 */
public record TypeDef(
        String name,
        TypeOwner owner,
        TypeKind kind,
        Optional<String> externalId,
        Optional<String> docs,
        Stability stability,
        Optional<SourceSpan> span) {

    /** A reference to this type. */
    public WitType.Named reference() {
        return new WitType.Named(owner, name);
    }
}
