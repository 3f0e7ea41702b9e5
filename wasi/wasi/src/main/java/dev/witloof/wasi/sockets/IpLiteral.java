package dev.witloof.wasi.sockets;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as text: four decimal numbers, or what RFC 4291 allows for IPv6. Java's own reading of them takes more, such as
 * {@code 127.1}, and asks resolvers about the rest.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">Text Representation of Addresses</a>
 */
final class IpLiteral {

    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private IpLiteral() {}

    /** The address of a text; empty if it is none. IPv4 addresses in IPv6's form are IPv4 addresses. */
    static Optional<InetAddress> parse(String text) {
        byte[] bytes = text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
        return bytes == null ? Optional.empty() : Optional.of(Addresses.of(bytes));
    }

    private static byte @Nullable [] ipv4(String text) {
        Matcher matcher = IPV4.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int value = Integer.parseInt(matcher.group(i + 1));
            if (value > 255) {
                return null;
            }
            bytes[i] = (byte) value;
        }
        return bytes;
    }

    private static byte @Nullable [] ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] all = groups(text, true);
            return all != null && all.length == 16 ? all : null;
        }
        byte[] before = groups(text.substring(0, gap), false);
        byte[] after = groups(text.substring(gap + 2), true);
        // The gap stands for at least one group of zeroes.
        if (before == null || after == null || before.length + after.length > 14) {
            return null;
        }
        byte[] bytes = new byte[16];
        System.arraycopy(before, 0, bytes, 0, before.length);
        System.arraycopy(after, 0, bytes, 16 - after.length, after.length);
        return bytes;
    }

    /** Groups with colons between them, of which the last may be an IPv4 address. */
    private static byte @Nullable [] groups(String text, boolean ipv4Last) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] all = text.split(":", -1);
        ByteBuffer bytes = ByteBuffer.allocate(2 * all.length + 2);
        for (int i = 0; i < all.length; i++) {
            if (GROUP.matcher(all[i]).matches()) {
                bytes.putShort((short) Integer.parseInt(all[i], 16));
            } else {
                byte[] last = ipv4Last && i == all.length - 1 ? ipv4(all[i]) : null;
                if (last == null) {
                    return null;
                }
                bytes.put(last);
            }
        }
        byte[] found = new byte[bytes.position()];
        bytes.flip().get(found);
        return found;
    }
}
