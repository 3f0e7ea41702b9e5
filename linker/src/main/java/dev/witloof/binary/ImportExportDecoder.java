package dev.witloof.binary;

import dev.witloof.component.Definition;
import dev.witloof.component.ExternNameAttributes;
import dev.witloof.component.SortIndex;
import java.util.List;

/**
 * Decodes imports and exports, and names with their attributes wherever they stand.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#import-and-export-definitions">Binary: import and export definitions</a>
 */
final class ImportExportDecoder {

    private ImportExportDecoder() {}

    static Definition.ImportDefinition importDefinition(BinaryReader in) {
        int at = in.position();
        ExternNameAttributes name = nameAttributes(in);
        return new Definition.ImportDefinition(at, name, ExternTypeDecoder.externType(in));
    }

    static Definition.ExportDefinition export(BinaryReader in) {
        int at = in.position();
        ExternNameAttributes name = nameAttributes(in);
        SortIndex value = InstanceDecoder.sortIndex(in);
        return new Definition.ExportDefinition(
                at, name, value, in.optional("type of the export", () -> ExternTypeDecoder.externType(in)));
    }

    static ExternNameAttributes nameAttributes(BinaryReader in) {
        int opcode = in.u8("a name");
        if (opcode > 0x02) {
            throw in.unexpected("a name: 0x00, 0x01, or 0x02 with attributes", opcode);
        }
        int at = in.position();
        String name = in.name("the name");
        if (name.startsWith("[implements=")) {
            throw in.malformed(
                    at,
                    "\"" + name + "\" is a name in a form that was used before its release; rebuild the component with"
                            + " wasm-tools 1.249 or later, which writes `implements` as an attribute");
        }
        List<ExternNameAttributes.Attribute> attributes =
                opcode == 0x02 ? in.vec("attribute", "attributes", () -> attribute(in)) : List.of();
        return new ExternNameAttributes(name, attributes);
    }

    private static ExternNameAttributes.Attribute attribute(BinaryReader in) {
        int opcode = in.u8("an attribute");
        switch (opcode) {
            case 0x00:
                return new ExternNameAttributes.Attribute.Implements(in.name("the interface's name"));
            case 0x01:
                return new ExternNameAttributes.Attribute.VersionSuffix(in.name("the version's suffix"));
            case 0x02:
                return new ExternNameAttributes.Attribute.ExternalId(in.name("the external id"));
            default:
                throw in.unexpected(
                        "an attribute: 0x00 for implements, 0x01 for versionsuffix or 0x02 for external-id", opcode);
        }
    }
}
