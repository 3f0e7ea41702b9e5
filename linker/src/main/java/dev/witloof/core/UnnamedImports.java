package dev.witloof.core;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.Set;

/**
 * Function imports whose module and field names are both empty. They are valid, and the engine's parser refuses them; so
 * it is given a copy of the bytes in which they have a name.
 *
 * <pre>
 *   00 00 00 type   →   01 77 00 00 type        the module's name becomes "w"
 * </pre>
 *
 * @param bytes the bytes to parse: the given ones unless there is such an import
 * @param offset where the module begins in them
 * @param length the module's length
 * @param positions which imports have no names
 */
record UnnamedImports(byte[] bytes, int offset, int length, Set<Integer> positions) {

    private static final int PREAMBLE = 8;
    private static final int IMPORTS = 2;
    private static final int FUNCTION = 0;
    private static final int TABLE = 1;
    private static final int MEMORY = 2;
    private static final int GLOBAL = 3;
    private static final int TAG = 4;

    /**
     * Looks for such imports in a module.
     *
     * @param bytes bytes of which {@link ModuleFraming} has checked the sections' sizes
     */
    static UnnamedImports in(byte[] bytes, int offset, int length) {
        Cursor at = new Cursor(bytes, offset + PREAMBLE, offset + length);
        while (at.position < at.end) {
            int start = at.position;
            int id = at.next();
            int size = at.number();
            if (id == IMPORTS) {
                Cursor section = new Cursor(bytes, at.position, at.position + size);
                return new Rewriting(section).run(bytes, offset, length, start);
            }
            at.position += size;
        }
        return new UnnamedImports(bytes, offset, length, Set.of());
    }

    /** A place in the bytes. What runs over the end or looks strange ends the search: the engine will say why. */
    private static final class Cursor {
        private final byte[] bytes;
        private final int end;
        private int position;

        Cursor(byte[] bytes, int position, int end) {
            this.bytes = bytes;
            this.position = position;
            this.end = end;
        }

        int next() {
            if (position >= end) {
                throw new StrangeFormException();
            }
            return bytes[position++] & 0xFF;
        }

        int number() {
            int value = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                int read = next();
                value |= (read & 0x7F) << shift;
                if (read < 0x80) {
                    return value;
                }
            }
            throw new StrangeFormException();
        }

        void skipNumber() {
            while (next() >= 0x80) {
                // The parts of one number.
            }
        }

        void skipName() {
            int size = number();
            if (size < 0 || size > end - position) {
                throw new StrangeFormException();
            }
            position += size;
        }

        void skipValueType() {
            int type = next();
            if (type == 0x63 || type == 0x64) {
                skipNumber();
            }
        }

        void skipLimits() {
            int flags = next();
            skipNumber();
            if ((flags & 1) != 0) {
                skipNumber();
            }
        }
    }

    /** Thrown and caught here only. */
    private static final class StrangeFormException extends RuntimeException {
        private static final long serialVersionUID = 1;

        StrangeFormException() {
            super(null, null, false, false);
        }
    }

    /** The import section, entry by entry, into a copy. */
    private static final class Rewriting {
        private final Cursor section;
        private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
        private final Set<Integer> positions = new HashSet<>();

        Rewriting(Cursor section) {
            this.section = section;
        }

        UnnamedImports run(byte[] bytes, int offset, int length, int start) {
            try {
                int begin = section.position;
                int count = section.number();
                copy.write(bytes, begin, section.position - begin);
                for (int i = 0; i < count; i++) {
                    entry(i);
                }
            } catch (StrangeFormException e) {
                return new UnnamedImports(bytes, offset, length, Set.of());
            }
            if (positions.isEmpty()) {
                return new UnnamedImports(bytes, offset, length, Set.of());
            }
            ByteArrayOutputStream module = new ByteArrayOutputStream(length + 16);
            module.write(bytes, offset, start - offset);
            module.write(IMPORTS);
            int left = copy.size();
            for (; left >= 0x80; left >>>= 7) {
                module.write(left & 0x7F | 0x80);
            }
            module.write(left);
            module.writeBytes(copy.toByteArray());
            module.write(bytes, section.end, offset + length - section.end);
            return new UnnamedImports(module.toByteArray(), 0, module.size(), positions);
        }

        private void entry(int index) {
            int start = section.position;
            section.skipName();
            section.skipName();
            boolean unnamed = section.bytes[start] == 0 && section.position == start + 2;
            int kind = section.next();
            switch (kind) {
                case FUNCTION -> section.skipNumber();
                case TABLE -> {
                    section.skipValueType();
                    section.skipLimits();
                }
                case MEMORY -> section.skipLimits();
                case GLOBAL -> {
                    section.skipValueType();
                    section.next();
                }
                case TAG -> {
                    section.next();
                    section.skipNumber();
                }
                default -> throw new StrangeFormException();
            }
            if (unnamed && kind == FUNCTION) {
                positions.add(index);
                copy.write(1);
                copy.write('w');
                copy.write(section.bytes, start + 1, section.position - start - 1);
            } else {
                copy.write(section.bytes, start, section.position - start);
            }
        }
    }
}
