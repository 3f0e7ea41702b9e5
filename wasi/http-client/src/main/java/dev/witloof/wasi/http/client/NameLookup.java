package dev.witloof.wasi.http.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells the addresses of a host, in place of the JVM. */
@FunctionalInterface
public interface NameLookup {

    /**
     * The addresses of a host, those to be tried first in front. Called in a thread of the client's, and may wait.
     *
     * @param host a name, never an address
     * @throws UnknownHostException if there is no such host
     */
    List<InetAddress> lookUp(String host) throws UnknownHostException;
}
