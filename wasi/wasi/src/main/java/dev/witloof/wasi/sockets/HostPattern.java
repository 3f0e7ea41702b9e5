package dev.witloof.wasi.sockets;

import java.net.InetAddress;

/**
 * A host, or all hosts beneath a domain. It is reached by what a look-up gave, which is asked of the policy.
 *
 * @param name the host or domain
 * @param beneath whether those beneath it are meant
 */
record HostPattern(HostName name, boolean beneath) implements Target {

    @Override
    public boolean reaches(InetAddress address) {
        return false;
    }

    @Override
    public boolean binds(InetAddress address) {
        return false;
    }

    @Override
    public boolean names(HostName other) {
        return beneath ? other.text().endsWith("." + name.text()) : other.equals(name);
    }
}
