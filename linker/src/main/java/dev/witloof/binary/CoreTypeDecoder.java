package dev.witloof.binary;

import dev.witloof.component.CoreDefType;
import dev.witloof.component.CoreSubType;
import dev.witloof.type.CoreValType;
import java.util.List;

/**
 * Decodes core types and the types of core modules.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: core:type</a>
 * @see <a href="https://webassembly.github.io/spec/core/binary/types.html#recursive-types">Core: recursive types</a>
 */
final class CoreTypeDecoder {

    private static final int REC = 0x4E;
    private static final int SUB_FINAL = 0x4F;
    private static final int SUB = 0x50;
    /** Shares its opcode with {@link #SUB}, which here has a zero before it. */
    private static final int MODULE = 0x50;

    private CoreTypeDecoder() {}

    static CoreDefType coreType(BinaryReader in) {
        int opcode = in.peek("a core type");
        if (opcode == MODULE) {
            in.u8("a core module type");
            return in.nestedType(
                    () -> new CoreDefType.Module(in.vec("declaration", "declarations", () -> declaration(in))));
        }
        if (opcode == REC) {
            in.u8("a recursion group");
            return new CoreDefType.RecursionGroup(in.vec("member", "core types", () -> subType(in)));
        }
        if (opcode == 0x00) {
            in.u8("a core type");
            int prefixed = in.peek("0x50, a core type that is not final");
            if (prefixed != SUB) {
                in.u8("a core type");
                throw in.unexpected("0x50, a core type that is not final, after 0x00", prefixed);
            }
        }
        return new CoreDefType.RecursionGroup(List.of(subType(in)));
    }

    private static CoreSubType subType(BinaryReader in) {
        int opcode = in.peek("a core type");
        if (opcode != SUB && opcode != SUB_FINAL) {
            return new CoreSubType(true, List.of(), compositeType(in));
        }
        in.u8("a core type");
        List<Integer> supertypes = in.vec("supertype", "supertypes", () -> in.u32("a core type's index"));
        return new CoreSubType(opcode == SUB_FINAL, supertypes, compositeType(in));
    }

    private static CoreSubType.CompositeType compositeType(BinaryReader in) {
        int opcode = in.u8("a core type");
        switch (opcode) {
            case 0x60: {
                List<CoreValType> params = valTypes(in, "parameter", "parameters");
                return new CoreSubType.Func(params, valTypes(in, "result", "results"));
            }
            case 0x5F:
                return new CoreSubType.Struct(in.vec("field", "fields", () -> field(in)));
            case 0x5E:
                return new CoreSubType.Array(field(in));
            case 0x65:
                throw CoreValTypeDecoder.shared(in, "core type");
            default:
                throw in.unexpected("a core type: 0x60 for func, 0x5f for struct or 0x5e for array", opcode);
        }
    }

    private static List<CoreValType> valTypes(BinaryReader in, String item, String items) {
        return in.vec(item, items, () -> CoreValTypeDecoder.valType(in));
    }

    private static CoreSubType.Field field(BinaryReader in) {
        CoreSubType.StorageType type = storageType(in);
        return new CoreSubType.Field(type, in.flag("0x00 for a constant field or 0x01 for a mutable one"));
    }

    private static CoreSubType.StorageType storageType(BinaryReader in) {
        int opcode = in.peek("a storage type");
        if (opcode == 0x78 || opcode == 0x77) {
            in.u8("a storage type");
            return opcode == 0x78 ? CoreSubType.Packed.I8 : CoreSubType.Packed.I16;
        }
        return new CoreSubType.Unpacked(CoreValTypeDecoder.valType(in));
    }

    private static CoreDefType.Declaration declaration(BinaryReader in) {
        int at = in.position();
        int opcode = in.u8("a declaration of a core module type");
        switch (opcode) {
            case 0x00: {
                String module = in.name("the import's module name");
                String name = in.name("the import's name");
                return new CoreDefType.Import(at, module, name, CoreExternTypeDecoder.externType(in));
            }
            case 0x01:
                return new CoreDefType.Type(at, coreType(in));
            case 0x02: {
                in.expect(0x10, "an alias of sort 0x10, core type");
                in.expect(0x01, "an alias of target 0x01, outer");
                int count = in.u32("a count of scopes");
                return new CoreDefType.OuterAlias(at, count, in.u32("a core type's index"));
            }
            case 0x03: {
                String name = in.name("the export's name");
                return new CoreDefType.Export(at, name, CoreExternTypeDecoder.externType(in));
            }
            default:
                throw in.unexpected("a declaration of a core module type from 0x00 to 0x03", opcode);
        }
    }
}
