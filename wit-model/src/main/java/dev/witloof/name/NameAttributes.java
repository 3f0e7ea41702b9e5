package dev.witloof.name;

import java.util.Optional;

/**
 * What stands beside the name of an import or export. Attributes never make two equal names distinct, and take no part
 * in the matching of types.
 *
 * @param implementsName the interface that the instance behind a plain name implements, as written
 * @param versionSuffix what was split off a canonical version, as written
 * @param externalId any string by which the host may know the import or export; may be empty
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#import-and-export-definitions">Explainer: import and export definitions</a>
 */
public record NameAttributes(
        Optional<String> implementsName, Optional<String> versionSuffix, Optional<String> externalId) {

    /** No attributes. */
    public static final NameAttributes NONE = new NameAttributes(Optional.empty(), Optional.empty(), Optional.empty());
}
