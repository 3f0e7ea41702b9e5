package dev.witloof.binary;

import dev.witloof.component.CoreExternTypeRef;
import dev.witloof.type.CoreExternType;
import dev.witloof.type.CoreValType;
import java.util.OptionalLong;

/**
 * Decodes the types of imports and exports of core modules.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/types.html#external-types">Core: external types</a>
 */
final class CoreExternTypeDecoder {

    private static final int HAS_MAX = 0x01;
    private static final int SHARED = 0x02;
    private static final int ADDRESS_64 = 0x04;
    private static final int PAGE_SIZE = 0x08;

    private CoreExternTypeDecoder() {}

    static CoreExternTypeRef externType(BinaryReader in) {
        int opcode = in.u8("the kind of a core import or export");
        switch (opcode) {
            case 0x00:
                return new CoreExternTypeRef.Func(in.u32("a core type's index"));
            case 0x01:
                return new CoreExternTypeRef.Direct(table(in));
            case 0x02:
                return new CoreExternTypeRef.Direct(memory(in));
            case 0x03:
                return new CoreExternTypeRef.Direct(global(in));
            case 0x04:
                in.expect(0x00, "0x00, the attribute of a tag");
                return new CoreExternTypeRef.Tag(in.u32("a core type's index"));
            default:
                throw in.unexpected("the kind of a core import or export from 0x00 to 0x04", opcode);
        }
    }

    private static CoreExternType table(BinaryReader in) {
        CoreValType.Reference element = CoreValTypeDecoder.reference(in, "a reference type");
        int flags = in.u8("the limits of a table");
        if ((flags & ~(HAS_MAX | SHARED | ADDRESS_64)) != 0) {
            throw in.unexpected("the limits of a table", flags);
        }
        if ((flags & SHARED) != 0) {
            throw CoreValTypeDecoder.shared(in, "table");
        }
        return new CoreExternType.Table(element, limits(in, flags));
    }

    private static CoreExternType memory(BinaryReader in) {
        int flags = in.u8("the limits of a memory");
        if ((flags & ~(HAS_MAX | SHARED | ADDRESS_64 | PAGE_SIZE)) != 0) {
            throw in.unexpected("the limits of a memory", flags);
        }
        if ((flags & PAGE_SIZE) != 0) {
            throw in.malformed(
                    in.position() - 1,
                    "expected a memory with pages of 64 KiB, found one with pages of another size, which needs the"
                            + " proposal custom-page-sizes; it is not supported");
        }
        return new CoreExternType.Memory(limits(in, flags), (flags & SHARED) != 0);
    }

    private static CoreExternType.Limits limits(BinaryReader in, int flags) {
        boolean address64 = (flags & ADDRESS_64) != 0;
        long min = size(in, address64, "the size at first");
        OptionalLong max = (flags & HAS_MAX) != 0
                ? OptionalLong.of(size(in, address64, "the largest size"))
                : OptionalLong.empty();
        return new CoreExternType.Limits(min, max, address64);
    }

    private static long size(BinaryReader in, boolean address64, String what) {
        return address64 ? in.u64(what) : Integer.toUnsignedLong(in.u32(what));
    }

    private static CoreExternType global(BinaryReader in) {
        CoreValType type = CoreValTypeDecoder.valType(in);
        int mutability = in.u8("0x00 for a constant global or 0x01 for a mutable one");
        if (mutability == 0x02 || mutability == 0x03) {
            throw CoreValTypeDecoder.shared(in, "global");
        }
        if (mutability > 1) {
            throw in.unexpected("0x00 for a constant global or 0x01 for a mutable one", mutability);
        }
        return new CoreExternType.Global(type, mutability == 1);
    }
}
