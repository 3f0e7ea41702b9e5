package dev.witloof.core;

import dev.witloof.error.InvalidException;
import java.util.Set;

/**
 * The counts inside the entries of a core module's sections: of parameters, fields, bytes, elements. The engine's parser
 * reserves room for each before it reads on, so a count that cannot be is refused here. What else is wrong, the parser
 * says; where the form is strange the section is left to it, because it stops there as well.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#sections">Core: sections</a>
 */
final class ModuleEntries {

    private static final int TYPES = 1;
    private static final int IMPORTS = 2;
    private static final int EXPORTS = 7;
    private static final int ELEMENTS = 9;
    private static final int DATA = 11;

    private static final int END = 0x0B;

    /** Constant instructions without immediates: the sums, differences and products of integers. */
    private static final Set<Integer> PLAIN = Set.of(0x6A, 0x6B, 0x6C, 0x7C, 0x7D, 0x7E);

    /** Those with one number: constants, globals, null and function references. */
    private static final Set<Integer> WITH_NUMBER = Set.of(0x23, 0x41, 0x42, 0xD0, 0xD2);

    private static final int F32_CONST = 0x43;
    private static final int F64_CONST = 0x44;
    private static final int AGGREGATES = 0xFB;
    private static final int VECTORS = 0xFD;
    private static final int V128_CONST = 12;

    /** Instructions on structures and arrays with a type: {@code new} and {@code new_default} of each. */
    private static final Set<Integer> AGGREGATES_WITH_TYPE = Set.of(0, 1, 6, 7);

    private static final int ARRAY_NEW_FIXED = 8;

    /** Conversions of references. */
    private static final Set<Integer> PLAIN_AGGREGATES = Set.of(26, 27, 28);

    private final ModuleReader in;

    private ModuleEntries(ModuleReader in) {
        this.in = in;
    }

    /** Checks the entries of a section, whose count has been read. */
    static void check(int section, long count, ModuleReader in) {
        ModuleEntries entries = new ModuleEntries(in);
        boolean known = true;
        for (long i = 0; i < count && known; i++) {
            known = switch (section) {
                case TYPES -> entries.recursiveTypes();
                case IMPORTS -> entries.importEntry();
                case EXPORTS -> entries.exportEntry();
                case ELEMENTS -> entries.elementSegment();
                case DATA -> entries.dataSegment();
                default -> false;
            };
        }
    }

    private boolean recursiveTypes() {
        long form = in.unsigned("a type");
        if (form != 0x4E) {
            return subType(form);
        }
        boolean known = true;
        for (long count = in.count("types of a group"); count > 0 && known; count--) {
            known = subType(in.unsigned("a type"));
        }
        return known;
    }

    private boolean subType(long form) {
        if (form != 0x50 && form != 0x4F) {
            return compositeType(form);
        }
        for (long count = in.count("supertypes"); count > 0; count--) {
            in.unsigned("a type index");
        }
        return compositeType(in.unsigned("a type"));
    }

    private boolean compositeType(long form) {
        if (form == 0x60) {
            valueTypes("parameters");
            valueTypes("results");
        } else if (form == 0x5F) {
            for (long count = in.count("fields"); count > 0; count--) {
                field();
            }
        } else if (form == 0x5E) {
            field();
        } else {
            return false;
        }
        return true;
    }

    private void valueTypes(String what) {
        for (long count = in.count(what); count > 0; count--) {
            valueType();
        }
    }

    private void field() {
        valueType();
        in.unsignedByte("a mutability");
    }

    private void valueType() {
        long code = in.unsigned("a value type");
        if (code == 0x63 || code == 0x64) {
            in.skipNumber("a heap type");
        }
    }

    private boolean importEntry() {
        in.skipBytes("a module name");
        in.skipBytes("a name");
        switch (in.unsignedByte("a sort")) {
            case 0 -> in.unsigned("a type index");
            case 1 -> {
                valueType();
                limits();
            }
            case 2 -> limits();
            case 3 -> field();
            case 4 -> {
                in.unsignedByte("an attribute");
                in.unsigned("a type index");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void limits() {
        int flags = in.unsignedByte("limits");
        in.skipNumber("a minimum");
        if ((flags & 1) != 0) {
            in.skipNumber("a maximum");
        }
    }

    private boolean exportEntry() {
        in.skipBytes("a name");
        in.unsignedByte("a sort");
        in.unsigned("an index");
        return true;
    }

    /** Bits of the flags: not active; declarative or with a table; expressions instead of function indices. */
    private boolean elementSegment() {
        long flags = in.unsigned("the flags of an element segment");
        boolean active = (flags & 1) == 0;
        boolean expressions = (flags & 4) != 0;
        if (active) {
            if ((flags & 2) != 0) {
                in.unsigned("a table index");
            }
            expression();
        }
        if ((flags & 3) != 0) {
            valueType();
        }
        for (long count = in.count("elements"); count > 0; count--) {
            if (expressions) {
                expression();
            } else {
                in.unsigned("a function index");
            }
        }
        return true;
    }

    private boolean dataSegment() {
        long mode = in.unsigned("the mode of a data segment");
        if (mode > 2) {
            return false;
        }
        if (mode == 2) {
            in.unsigned("a memory index");
        }
        if (mode != 1) {
            expression();
        }
        in.skipBytes("a data segment");
        return true;
    }

    private void expression() {
        for (int start = in.at; ; start = in.at) {
            int code = in.unsignedByte("a constant instruction");
            if (code == END) {
                return;
            }
            if (WITH_NUMBER.contains(code)) {
                in.skipNumber("an immediate");
            } else if (code == F32_CONST) {
                skip(4);
            } else if (code == F64_CONST) {
                skip(8);
            } else if (code == AGGREGATES) {
                aggregate(start, in.unsigned("an instruction"));
            } else if (code == VECTORS && in.unsigned("an instruction") == V128_CONST) {
                skip(16);
            } else if (!PLAIN.contains(code)) {
                throw notConstant(start, code);
            }
        }
    }

    private void aggregate(int start, long code) {
        if (AGGREGATES_WITH_TYPE.contains((int) code)) {
            in.unsigned("a type index");
        } else if (code == ARRAY_NEW_FIXED) {
            in.unsigned("a type index");
            in.unsigned("a length");
        } else if (!PLAIN_AGGREGATES.contains((int) code)) {
            throw notConstant(start, AGGREGATES);
        }
    }

    private InvalidException notConstant(int start, int code) {
        return in.invalid("expected a constant instruction at 0x" + Integer.toHexString(start) + ", found 0x"
                + Integer.toHexString(code));
    }

    private void skip(int bytes) {
        for (int i = 0; i < bytes; i++) {
            in.unsignedByte("an immediate");
        }
    }
}
