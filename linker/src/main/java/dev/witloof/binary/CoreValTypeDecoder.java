package dev.witloof.binary;

import dev.witloof.error.MalformedException;
import dev.witloof.type.CoreValType;

/**
 * Decodes core value types.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/types.html#value-types">Core: value types</a>
 */
final class CoreValTypeDecoder {

    private static final int REF = 0x64;
    private static final int REF_NULL = 0x63;
    private static final int SHARED = 0x65;

    private CoreValTypeDecoder() {}

    static CoreValType valType(BinaryReader in) {
        int opcode = in.peek("a core value type");
        switch (opcode) {
            case 0x7F:
                return number(in, CoreValType.Number.I32);
            case 0x7E:
                return number(in, CoreValType.Number.I64);
            case 0x7D:
                return number(in, CoreValType.Number.F32);
            case 0x7C:
                return number(in, CoreValType.Number.F64);
            case 0x7B:
                return number(in, CoreValType.Number.V128);
            default:
                return reference(in, "a core value type");
        }
    }

    private static CoreValType number(BinaryReader in, CoreValType.Number type) {
        in.u8("a core value type");
        return type;
    }

    static CoreValType.Reference reference(BinaryReader in, String what) {
        int opcode = in.u8(what);
        if (opcode == REF || opcode == REF_NULL) {
            return new CoreValType.Reference(opcode == REF_NULL, heapType(in));
        }
        if (opcode == SHARED) {
            throw shared(in, "reference");
        }
        return new CoreValType.Reference(true, abstractHeapType(in, opcode, what));
    }

    private static CoreValType.HeapType heapType(BinaryReader in) {
        int at = in.position();
        int first = in.peek("a heap type");
        if (first == SHARED) {
            in.u8("a heap type");
            throw shared(in, "heap type");
        }
        // An index is a signed number, so that one byte from 0x40 to 0x7f, a negative one, is free for the named types.
        if (first >= 0x40 && first < 0x80) {
            return abstractHeapType(in, in.u8("a heap type"), "a heap type");
        }
        long index = in.signed(33, "a heap type");
        if (index < 0) {
            throw in.malformed(at, "expected a heap type, found the negative index " + index);
        }
        return new CoreValType.TypeIndex((int) index);
    }

    private static CoreValType.AbstractHeapType abstractHeapType(BinaryReader in, int opcode, String what) {
        switch (opcode) {
            case 0x75:
                return CoreValType.AbstractHeapType.NOCONT;
            case 0x74:
                return CoreValType.AbstractHeapType.NOEXN;
            case 0x73:
                return CoreValType.AbstractHeapType.NOFUNC;
            case 0x72:
                return CoreValType.AbstractHeapType.NOEXTERN;
            case 0x71:
                return CoreValType.AbstractHeapType.NONE;
            case 0x70:
                return CoreValType.AbstractHeapType.FUNC;
            case 0x6F:
                return CoreValType.AbstractHeapType.EXTERN;
            case 0x6E:
                return CoreValType.AbstractHeapType.ANY;
            case 0x6D:
                return CoreValType.AbstractHeapType.EQ;
            case 0x6C:
                return CoreValType.AbstractHeapType.I31;
            case 0x6B:
                return CoreValType.AbstractHeapType.STRUCT;
            case 0x6A:
                return CoreValType.AbstractHeapType.ARRAY;
            case 0x69:
                return CoreValType.AbstractHeapType.EXN;
            case 0x68:
                return CoreValType.AbstractHeapType.CONT;
            default:
                throw in.unexpected(what, opcode);
        }
    }

    /** Shared types have no place in the model, so they are refused here, by name. */
    static MalformedException shared(BinaryReader in, String what) {
        return in.malformed(
                in.position() - 1,
                "expected a " + what + " that is not shared, found a shared one, which needs the feature "
                        + "shared-everything-threads; it is not supported");
    }
}
