package dev.witloof.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.witloof.component.ComponentBinary;
import dev.witloof.component.Definition;
import dev.witloof.error.MalformedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Components written by hand. In a text of bytes, {@code 0f} is a byte, {@code `name`} a name with its length before it,
 * {@code 'text'} the bytes of text alone.
 */
final class Bytes {

    /** The preamble of a component; eight bytes, so that the first section's content begins at offset 0xa. */
    static final String PREAMBLE = "00 'asm' 0d 00 01 00";

    static final String CORE_MODULE = "00 'asm' 01 00 00 00";

    private Bytes() {}

    static byte[] of(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                continue;
            }
            if (c == '`' || c == '\'') {
                int end = text.indexOf(c, i + 1);
                byte[] string = text.substring(i + 1, end).getBytes(StandardCharsets.UTF_8);
                if (c == '`') {
                    out.writeBytes(leb(string.length));
                }
                out.writeBytes(string);
                i = end;
            } else {
                out.write(Integer.parseInt(text.substring(i, i + 2), 16));
                i++;
            }
        }
        return out.toByteArray();
    }

    static byte[] leb(int value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int rest = value;
        for (; rest >>> 7 != 0; rest >>>= 7) {
            out.write(rest & 0x7F | 0x80);
        }
        out.write(rest);
        return out.toByteArray();
    }

    /** A section, with the size that it has. */
    static byte[] section(int id, byte[] content) {
        return join(new byte[] {(byte) id}, leb(content.length), content);
    }

    static byte[] section(int id, String content) {
        return section(id, of(content));
    }

    static byte[] component(byte[]... sections) {
        return join(of(PREAMBLE), join(sections));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The only definition of a component with one section. */
    static Definition definition(int id, String content) {
        ComponentBinary component = ComponentDecoder.decode(component(section(id, content)));
        assertThat(component.definitions()).hasSize(1);
        return component.definitions().get(0);
    }

    /** The message with which a component with one section is refused. */
    static String error(int id, String content) {
        return error(component(section(id, content)));
    }

    static String error(byte[] bytes) {
        MalformedException e = catchThrowableOfType(MalformedException.class, () -> ComponentDecoder.decode(bytes));
        assertThat(e).as("a MalformedException").isNotNull();
        assertThat(e.offset()).isBetween(0L, (long) bytes.length);
        assertThat(e.getMessage())
                .isEqualTo((e.path().isEmpty() ? "" : e.path() + ", ") + "offset 0x" + Long.toHexString(e.offset())
                        + ": " + e.reason());
        return e.getMessage();
    }
}
