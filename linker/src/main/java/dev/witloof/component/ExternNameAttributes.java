package dev.witloof.component;

import dev.witloof.name.NameAttributes;
import java.util.List;
import java.util.Optional;

/**
 * The name of an import or export with what stands beside it, as the binary lists it. Whether the name follows the
 * grammar, and each kind of attribute occurs once, is for validation to check.
 *
 * @param name the name as written
 * @param attributes the attributes in order
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#import-and-export-definitions">Binary: nameattributes</a>
 */
public record ExternNameAttributes(String name, List<Attribute> attributes) {

    /** Copies the list. */
    public ExternNameAttributes {
        attributes = List.copyOf(attributes);
    }

    /** The attributes by their kind; of several of a kind, the first. */
    public NameAttributes nameAttributes() {
        if (attributes.isEmpty()) {
            return NameAttributes.NONE;
        }
        Optional<String> implementsName = Optional.empty();
        Optional<String> versionSuffix = Optional.empty();
        Optional<String> externalId = Optional.empty();
        for (Attribute attribute : attributes) {
            Optional<String> value = Optional.of(attribute.value());
            if (attribute instanceof Attribute.Implements) {
                implementsName = implementsName.or(() -> value);
            } else if (attribute instanceof Attribute.VersionSuffix) {
                versionSuffix = versionSuffix.or(() -> value);
            } else {
                externalId = externalId.or(() -> value);
            }
        }
        return new NameAttributes(implementsName, versionSuffix, externalId);
    }

    /** What stands beside a name. */
    public sealed interface Attribute {

        /** The attribute's text as written. */
        String value();

        /**
         * The interface that the instance behind a plain name implements.
         *
         * @param value an interface name
         */
        record Implements(String value) implements Attribute {}

        /**
         * What was split off a version to make it canonical.
         *
         * @param value the end of a version
         */
        record VersionSuffix(String value) implements Attribute {}

        /**
         * The string by which the host may know the import or export.
         *
         * @param value any string
         */
        record ExternalId(String value) implements Attribute {}
    }
}
