package dev.witloof.core;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * A module whose functions are compiled already, without their bodies: parsing and validating these is most of what
 * parsing a module takes, and was done when the code was made. Each body becomes {@code unreachable}, which is valid
 * for every type; those of interpreted functions stay.
 */
final class HollowModule {

    private static final int PREAMBLE = 8;
    private static final int CODE = 10;

    /** Three bytes: no locals, {@code unreachable}, {@code end}. */
    private static final byte[] UNREACHABLE = {3, 0, 0x00, 0x0B};

    private final ModuleReader in;
    private final byte[] bytes;

    private HollowModule(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.in = new ModuleReader(bytes, offset, length, "");
    }

    /**
     * The module without bodies.
     *
     * @param bytes bytes that {@link ModuleFraming} has checked
     * @param kept the functions that keep their bodies, counted without imports
     */
    static byte[] of(byte[] bytes, int offset, int length, Set<Integer> kept) {
        return new HollowModule(bytes, offset, length).hollow(kept);
    }

    private byte[] hollow(Set<Integer> kept) {
        ByteArrayOutputStream module = new ByteArrayOutputStream();
        module.write(bytes, in.at, PREAMBLE);
        in.at += PREAMBLE;
        while (in.at < in.end) {
            int start = in.at;
            int id = in.unsignedByte("a section");
            int size = (int) in.unsigned("the size of a section");
            int end = in.at + size;
            if (id == CODE) {
                byte[] code = code(end, kept);
                module.write(CODE);
                writeUnsigned(module, code.length);
                module.writeBytes(code);
            } else {
                module.write(bytes, start, end - start);
            }
            in.at = end;
        }
        return module.toByteArray();
    }

    private byte[] code(int end, Set<Integer> kept) {
        ByteArrayOutputStream code = new ByteArrayOutputStream();
        int count = (int) in.unsigned("the count of bodies");
        writeUnsigned(code, count);
        for (int i = 0; i < count; i++) {
            int start = in.at;
            int size = (int) in.unsigned("the size of a body");
            in.at += size;
            if (kept.contains(i)) {
                code.write(bytes, start, in.at - start);
            } else {
                code.writeBytes(UNREACHABLE);
            }
        }
        code.write(bytes, in.at, end - in.at);
        return code.toByteArray();
    }

    private static void writeUnsigned(ByteArrayOutputStream out, int value) {
        int left = value;
        for (; left >= 0x80; left >>>= 7) {
            out.write(left & 0x7F | 0x80);
        }
        out.write(left);
    }
}
