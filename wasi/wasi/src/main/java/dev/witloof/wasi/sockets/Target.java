package dev.witloof.wasi.sockets;

import java.net.InetAddress;

/** What a rule of a policy is about. */
sealed interface Target permits AddressRange, HostPattern, Realm {

    /**
     * Whether it includes an address that is to be reached.
     *
     * @param address a {@linkplain Addresses#plain plain} one
     */
    boolean reaches(InetAddress address);

    /**
     * Whether it includes an address that a socket is to have itself.
     *
     * @param address a {@linkplain Addresses#plain plain} one
     */
    boolean binds(InetAddress address);

    /** Whether it includes a name. */
    boolean names(HostName name);
}
