package dev.witloof.binary;

import dev.witloof.component.Definition;
import dev.witloof.component.ValTypeRef;
import dev.witloof.type.PrimitiveType;
import java.util.function.Supplier;

/**
 * Decodes value definitions. A value of a primitive type is checked; one of a type with an index cannot be before types
 * are resolved, and is kept as it stands.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Binary.md#-value-definitions">Binary: value definitions</a>
 */
final class ValueDecoder implements Supplier<PrimitiveType> {

    /** The one pattern of bits in which NaN may be written. */
    private static final int NAN_32 = 0x7FC00000;

    private static final long NAN_64 = 0x7FF8000000000000L;

    private final BinaryReader in;
    private final PrimitiveType type;

    private ValueDecoder(BinaryReader in, PrimitiveType type) {
        this.in = in;
        this.type = type;
    }

    static Definition value(BinaryReader in) {
        int at = in.position();
        ValTypeRef type = ValTypeDecoder.valType(in);
        int length = in.u32("the length of the value");
        int from = in.position();
        if (type instanceof ValTypeRef.Primitive) {
            in.within(length, "value", "bytes", new ValueDecoder(in, ((ValTypeRef.Primitive) type).type()));
        } else {
            in.slice(length, "the value");
        }
        return new Definition.ValueDefinition(at, type, in.sliceFrom(from));
    }

    /** Reads a value of the type. */
    @Override
    public PrimitiveType get() {
        String what = "a value of type " + type;
        switch (type) {
            case BOOL:
                in.flag("0x00 for false or 0x01 for true");
                return type;
            case U8:
            case S8:
                in.u8(what);
                return type;
            case S16:
                in.signed(16, what);
                return type;
            case U16:
                in.unsigned(16, what);
                return type;
            case S32:
                in.signed(32, what);
                return type;
            case U32:
                in.unsigned(32, what);
                return type;
            case S64:
                in.signed(64, what);
                return type;
            case U64:
                in.unsigned(64, what);
                return type;
            case F32: {
                int at = in.position();
                int bits = (int) littleEndian(4, what);
                check(
                        at,
                        bits == NAN_32 || !Float.isNaN(Float.intBitsToFloat(bits)),
                        what,
                        "a NaN other than 0x7fc00000");
                return type;
            }
            case F64: {
                int at = in.position();
                long bits = littleEndian(8, what);
                check(
                        at,
                        bits == NAN_64 || !Double.isNaN(Double.longBitsToDouble(bits)),
                        what,
                        "a NaN other than 0x7ff8000000000000");
                return type;
            }
            case CHAR: {
                int at = in.position();
                String text = in.utf8(in.remaining(), what);
                check(at, text.codePointCount(0, text.length()) == 1, what, "other than one Unicode scalar value");
                return type;
            }
            case STRING:
                in.name(what);
                return type;
            case ERROR_CONTEXT:
                throw in.malformed(
                        in.position(), "expected a value of a type that has values in the binary, found error-context");
        }
        throw new AssertionError(type);
    }

    private void check(int at, boolean good, String what, String found) {
        if (!good) {
            throw in.malformed(at, "expected " + what + ", found " + found);
        }
    }

    private long littleEndian(int bytes, String what) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) in.u8(what) << 8 * i;
        }
        return value;
    }
}
