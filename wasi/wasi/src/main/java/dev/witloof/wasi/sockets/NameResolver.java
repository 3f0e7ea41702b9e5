package dev.witloof.wasi.sockets;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/**
 * Who looks up names for guests. An embedder may give one of its own: with a time limit, a cache, or names of its own.
 *
 * <pre>{@code
 * NameResolver resolver = name -> name.equals("db.internal") ? List.of(database) : NameResolver.system().resolve(name);
 * }</pre>
 */
@FunctionalInterface
public interface NameResolver {

    /**
     * The addresses of a name, the best one first. Waits as long as that takes.
     *
     * @param name one that can be looked up and is allowed, in lower-case ASCII, without a dot at its end
     * @throws java.net.UnknownHostException if there is none of that name, or nobody who knows can be asked; what its message
     *     says is told to the guest by a code, as the messages of Java's own
     * @throws IOException if it cannot be told just now
     */
    List<InetAddress> resolve(String name) throws IOException;

    /** What Java asks, and so the system. */
    static NameResolver system() {
        return name -> List.of(InetAddress.getAllByName(name));
    }
}
