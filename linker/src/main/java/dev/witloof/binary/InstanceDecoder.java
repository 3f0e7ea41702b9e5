package dev.witloof.binary;

import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreInstanceExpression;
import dev.witloof.component.CoreSort;
import dev.witloof.component.CoreSortIndex;
import dev.witloof.component.ExternNameAttributes;
import dev.witloof.component.InstanceExpression;
import dev.witloof.component.Sort;
import dev.witloof.component.SortIndex;

/**
 * Decodes instances and core instances, and the sorts of what they are given.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#instance-definitions">Binary: instance definitions</a>
 */
final class InstanceDecoder {

    private InstanceDecoder() {}

    static CoreInstanceExpression coreInstance(BinaryReader in) {
        int opcode = in.u8("a core instance");
        if (opcode == 0x00) {
            int module = in.u32("a core module's index");
            return new CoreInstanceExpression.Instantiate(
                    module, in.vec("argument", "arguments", () -> coreArgument(in)));
        }
        if (opcode == 0x01) {
            return new CoreInstanceExpression.InlineExports(in.vec("export", "exports", () -> coreInlineExport(in)));
        }
        throw in.unexpected("a core instance: 0x00 to instantiate or 0x01 for exports", opcode);
    }

    private static CoreInstanceExpression.Argument coreArgument(BinaryReader in) {
        String name = in.name("the argument's name");
        in.expect(0x12, "an argument of sort 0x12, core instance");
        return new CoreInstanceExpression.Argument(name, in.u32("a core instance's index"));
    }

    private static CoreInstanceExpression.InlineExport coreInlineExport(BinaryReader in) {
        String name = in.name("the export's name");
        CoreSort sort = coreSort(in);
        return new CoreInstanceExpression.InlineExport(name, new CoreSortIndex(sort, in.u32("an index")));
    }

    static InstanceExpression instance(BinaryReader in) {
        int opcode = in.u8("an instance");
        if (opcode == 0x00) {
            int component = in.u32("a component's index");
            return new InstanceExpression.Instantiate(component, in.vec("argument", "arguments", () -> argument(in)));
        }
        if (opcode == 0x01) {
            return new InstanceExpression.InlineExports(in.vec("export", "exports", () -> inlineExport(in)));
        }
        throw in.unexpected("an instance: 0x00 to instantiate or 0x01 for exports", opcode);
    }

    private static InstanceExpression.Argument argument(BinaryReader in) {
        String name = in.name("the argument's name");
        return new InstanceExpression.Argument(name, sortIndex(in));
    }

    private static InstanceExpression.InlineExport inlineExport(BinaryReader in) {
        ExternNameAttributes name = ImportExportDecoder.nameAttributes(in);
        return new InstanceExpression.InlineExport(name, sortIndex(in));
    }

    static SortIndex sortIndex(BinaryReader in) {
        Sort sort = sort(in);
        return new SortIndex(sort, in.u32("an index"));
    }

    static Sort sort(BinaryReader in) {
        int opcode = in.u8("a sort");
        switch (opcode) {
            case 0x00:
                return coreSort(in);
            case 0x01:
                return ComponentSort.FUNC;
            case 0x02:
                return ComponentSort.VALUE;
            case 0x03:
                return ComponentSort.TYPE;
            case 0x04:
                return ComponentSort.COMPONENT;
            case 0x05:
                return ComponentSort.INSTANCE;
            default:
                throw in.unexpected("a sort from 0x00 to 0x05", opcode);
        }
    }

    private static CoreSort coreSort(BinaryReader in) {
        int opcode = in.u8("a core sort");
        switch (opcode) {
            case 0x00:
                return CoreSort.FUNC;
            case 0x01:
                return CoreSort.TABLE;
            case 0x02:
                return CoreSort.MEMORY;
            case 0x03:
                return CoreSort.GLOBAL;
            case 0x04:
                return CoreSort.TAG;
            case 0x10:
                return CoreSort.TYPE;
            case 0x11:
                return CoreSort.MODULE;
            case 0x12:
                return CoreSort.INSTANCE;
            default:
                throw in.unexpected("a core sort from 0x00 to 0x04 or from 0x10 to 0x12", opcode);
        }
    }
}
