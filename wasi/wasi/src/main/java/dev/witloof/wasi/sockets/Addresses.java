package dev.witloof.wasi.sockets;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What kinds of addresses there are. */
final class Addresses {

    /** Of IPv4, what is no machine's in the whole internet. */
    private static final List<AddressRange> NOT_PUBLIC_IPV4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    private static final AddressRange GLOBAL_IPV6 = range("2000::/3");

    /** Of those, what leads to IPv4 by itself, and what is for protocols and documentation. */
    private static final List<AddressRange> NOT_PUBLIC_IPV6 =
            ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Addresses behind which a gateway reaches the IPv4 address in the last four bytes. */
    private static final AddressRange TRANSLATED = range("64:ff9b::/96");

    private static final InetAddress BROADCAST =
            IpLiteral.parse("255.255.255.255").orElseThrow();

    private Addresses() {}

    private static List<AddressRange> ranges(String... all) {
        return Stream.of(all).map(Addresses::range).toList();
    }

    private static AddressRange range(String text) {
        int slash = text.indexOf('/');
        return AddressRange.of(
                IpLiteral.parse(text.substring(0, slash)).orElseThrow(), Integer.parseInt(text.substring(slash + 1)));
    }

    /** An address without name and scope, of IPv4 if it is such a one in IPv6's form; empty if it is unresolved. */
    static Optional<InetAddress> plain(InetSocketAddress address) {
        return Optional.ofNullable(address.getAddress()).map(each -> of(each.getAddress()));
    }

    /**
     * The address of these bytes, of IPv4 if it is such a one in IPv6's form.
     *
     * @param bytes four or sixteen
     */
    static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address: expected 4 or 16 bytes, found " + bytes.length, e);
        }
    }

    static InetAddress loopback(boolean ipv4) {
        return of(ipv4 ? new byte[] {127, 0, 0, 1} : new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
    }

    /** Whether it can be one machine's; of the broadcast addresses of networks that cannot be told. */
    static boolean isUnicast(InetAddress address) {
        return !address.isMulticastAddress() && !address.equals(BROADCAST);
    }

    /** Whether it is reached in the whole internet, and so in no private network and on no machine that is near. */
    static boolean isPublic(InetAddress address) {
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_IPV4.stream().noneMatch(range -> range.contains(address));
        }
        if (TRANSLATED.contains(address)) {
            return isPublic(of(Arrays.copyOfRange(address.getAddress(), 12, 16)));
        }
        return GLOBAL_IPV6.contains(address) && NOT_PUBLIC_IPV6.stream().noneMatch(range -> range.contains(address));
    }
}
