package dev.witloof.wasi.sockets;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Addresses that begin with the same bits.
 *
 * @param address the first of them
 * @param bits how many begin it
 */
record AddressRange(InetAddress address, int bits) implements Target {

    /**
     * A range.
     *
     * @throws IllegalArgumentException if there are more bits than an address has, or some that are set after them
     */
    static AddressRange of(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        if (bits > bytes.length * 8) {
            throw new IllegalArgumentException("expected at most " + bytes.length * 8 + " bits, found " + bits);
        }
        for (int i = bits; i < bytes.length * 8; i++) {
            if ((bytes[i / 8] >> (7 - i % 8) & 1) != 0) {
                throw new IllegalArgumentException("expected only zeroes after " + bits + " bits, found more");
            }
        }
        return new AddressRange(address, bits);
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (mine[i] != theirs[i]) {
                return false;
            }
        }
        return bits % 8 == 0 || (mine[whole] ^ theirs[whole]) >> (8 - bits % 8) == 0;
    }

    /** Systems take the unspecified address for loopback where something is sent to it. */
    @Override
    public boolean reaches(InetAddress other) {
        return contains(other.isAnyLocalAddress() ? Addresses.loopback(other instanceof Inet4Address) : other);
    }

    /** The unspecified address is all addresses of the machine, and so not in a range that has only some. */
    @Override
    public boolean binds(InetAddress other) {
        return contains(other) && (!other.isAnyLocalAddress() || bits == 0 || address.equals(other) && isOne());
    }

    private boolean isOne() {
        return bits == address.getAddress().length * 8;
    }

    @Override
    public boolean names(HostName name) {
        return false;
    }
}
