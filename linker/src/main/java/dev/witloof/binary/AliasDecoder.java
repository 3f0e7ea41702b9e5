package dev.witloof.binary;

import dev.witloof.component.Alias;
import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreSort;
import dev.witloof.component.Sort;

/**
 * Decodes aliases.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#alias-definitions">Binary: alias definitions</a>
 */
final class AliasDecoder {

    private AliasDecoder() {}

    static Alias alias(BinaryReader in) {
        int at = in.position();
        Sort sort = InstanceDecoder.sort(in);
        int target = in.u8("the target of an alias");
        switch (target) {
            case 0x00: {
                int instance = in.u32("an instance's index");
                return new Alias.Export(sort, instance, in.name("the export's name"));
            }
            case 0x01: {
                if (!(sort instanceof CoreSort)) {
                    throw in.malformed(at, "expected a core sort in the alias of a core export, found " + sort);
                }
                int instance = in.u32("a core instance's index");
                return new Alias.CoreExport((CoreSort) sort, instance, in.name("the export's name"));
            }
            case 0x02: {
                // outeraliassort: the four sorts that can be substituted inline.
                if (sort != CoreSort.MODULE
                        && sort != CoreSort.TYPE
                        && sort != ComponentSort.COMPONENT
                        && sort != ComponentSort.TYPE) {
                    throw in.malformed(
                            at, "expected core module, core type, component or type in an outer alias, found " + sort);
                }
                int count = in.u32("a count of scopes");
                return new Alias.Outer(sort, count, in.u32("an index"));
            }
            default:
                throw in.unexpected(
                        "the target of an alias: 0x00 for an export, 0x01 for a core export or 0x02 for an outer"
                                + " definition",
                        target);
        }
    }
}
