package dev.witloof.binary;

import dev.witloof.component.DefValType;
import dev.witloof.component.LabelledValType;
import dev.witloof.component.ValTypeRef;
import dev.witloof.type.PrimitiveType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decodes value types and their definitions.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: defvaltype</a>
 */
final class ValTypeDecoder {

    private ValTypeDecoder() {}

    static DefValType defValType(BinaryReader in) {
        int opcode = in.u8("a type");
        switch (opcode) {
            case 0x72:
                return new DefValType.RecordDef(in.vec("field", "fields", () -> labelled(in, "the field's label")));
            case 0x71:
                return new DefValType.VariantDef(in.vec("case", "cases", () -> variantCase(in)));
            case 0x70:
                return new DefValType.ListDef(valType(in));
            case 0x67: {
                ValTypeRef element = valType(in);
                return new DefValType.FixedLengthListDef(element, in.u32("the length of the list"));
            }
            case 0x6F:
                return new DefValType.TupleDef(in.vec("type", "types", () -> valType(in)));
            case 0x6E:
                return new DefValType.FlagsDef(in.vec("flag", "flags", () -> in.name("the flag's label")));
            case 0x6D:
                return new DefValType.EnumDef(in.vec("case", "cases", () -> in.name("the case's label")));
            case 0x6B:
                return new DefValType.OptionDef(valType(in));
            case 0x6A: {
                Optional<ValTypeRef> ok = optionalValType(in);
                return new DefValType.ResultDef(ok, optionalValType(in));
            }
            case 0x69:
                return new DefValType.OwnDef(in.u32("a resource type's index"));
            case 0x68:
                return new DefValType.BorrowDef(in.u32("a resource type's index"));
            case 0x66:
                return new DefValType.StreamDef(optionalValType(in));
            case 0x65:
                return new DefValType.FutureDef(optionalValType(in));
            case 0x63: {
                ValTypeRef key = valType(in);
                return new DefValType.MapDef(key, valType(in));
            }
            default:
                PrimitiveType primitive = primitive(opcode);
                if (primitive == null) {
                    throw in.unexpected("the opcode of a type", opcode);
                }
                return new DefValType.PrimitiveDef(primitive);
        }
    }

    static LabelledValType labelled(BinaryReader in, String what) {
        String label = in.name(what);
        return new LabelledValType(label, valType(in));
    }

    private static DefValType.Case variantCase(BinaryReader in) {
        String label = in.name("the case's label");
        Optional<ValTypeRef> type = optionalValType(in);
        in.expect(0x00, "0x00 at the end of a case");
        return new DefValType.Case(label, type);
    }

    private static Optional<ValTypeRef> optionalValType(BinaryReader in) {
        return in.optional("type", () -> valType(in));
    }

    static ValTypeRef valType(BinaryReader in) {
        int at = in.position();
        int first = in.peek("a value type");
        PrimitiveType primitive = primitive(first);
        if (primitive != null) {
            in.u8("a value type");
            return new ValTypeRef.Primitive(primitive);
        }
        // An index is a signed number, so that one byte from 0x40 to 0x7f, a negative one, is free for the primitives.
        if (first >= 0x40 && first < 0x80) {
            in.u8("a value type");
            throw in.unexpected("a value type: a primitive one or a type's index", first);
        }
        long index = in.signed(33, "a value type");
        if (index < 0) {
            throw in.malformed(at, "expected a value type, found the negative index " + index);
        }
        return new ValTypeRef.Index((int) index);
    }

    private static @Nullable PrimitiveType primitive(int opcode) {
        switch (opcode) {
            case 0x7F:
                return PrimitiveType.BOOL;
            case 0x7E:
                return PrimitiveType.S8;
            case 0x7D:
                return PrimitiveType.U8;
            case 0x7C:
                return PrimitiveType.S16;
            case 0x7B:
                return PrimitiveType.U16;
            case 0x7A:
                return PrimitiveType.S32;
            case 0x79:
                return PrimitiveType.U32;
            case 0x78:
                return PrimitiveType.S64;
            case 0x77:
                return PrimitiveType.U64;
            case 0x76:
                return PrimitiveType.F32;
            case 0x75:
                return PrimitiveType.F64;
            case 0x74:
                return PrimitiveType.CHAR;
            case 0x73:
                return PrimitiveType.STRING;
            case 0x64:
                return PrimitiveType.ERROR_CONTEXT;
            default:
                return null;
        }
    }
}
