package dev.witloof.binary;

import dev.witloof.component.ExternTypeRef;

/**
 * Decodes the types of imports and exports.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#type-definitions">Binary: externtype</a>
 */
final class ExternTypeDecoder {

    private ExternTypeDecoder() {}

    static ExternTypeRef externType(BinaryReader in) {
        int opcode = in.u8("the type of an import or export");
        switch (opcode) {
            case 0x00:
                in.expect(0x11, "0x11, core module, after 0x00");
                return new ExternTypeRef.Module(in.u32("a core type's index"));
            case 0x01:
                return new ExternTypeRef.Func(in.u32("a type's index"));
            case 0x02:
                return new ExternTypeRef.Value(valueBound(in));
            case 0x03:
                return new ExternTypeRef.Type(typeBound(in));
            case 0x04:
                return new ExternTypeRef.Component(in.u32("a type's index"));
            case 0x05:
                return new ExternTypeRef.Instance(in.u32("a type's index"));
            default:
                throw in.unexpected("the type of an import or export from 0x00 to 0x05", opcode);
        }
    }

    private static ExternTypeRef.TypeBoundRef typeBound(BinaryReader in) {
        return in.flag("the bound of a type: 0x00 for eq or 0x01 for sub resource")
                ? new ExternTypeRef.SubResource()
                : new ExternTypeRef.EqualType(in.u32("a type's index"));
    }

    /** The bound of a value; wasm-tools writes a type without the byte before it, so that is read as well. */
    private static ExternTypeRef.ValueBound valueBound(BinaryReader in) {
        if (in.peek("the bound of a value") > 0x01) {
            return new ExternTypeRef.TypedValue(ValTypeDecoder.valType(in));
        }
        return in.flag("the bound of a value: 0x00 for eq or 0x01 for a type")
                ? new ExternTypeRef.TypedValue(ValTypeDecoder.valType(in))
                : new ExternTypeRef.EqualValue(in.u32("a value's index"));
    }
}
