package dev.witloof.host;

import java.util.List;
import java.util.Optional;

/** {@code demo:named/session-service}, written by hand. */
@WitInterface("demo:named/session-service@0.1.0")
public interface SessionService {

    enum Origin {
        CACHE,
        STORE
    }

    record Hit(byte[] value, Origin origin) {}

    void login(String user, byte[] profile) throws ResultException;

    Optional<Hit> lookup(String user) throws ResultException;

    boolean logout(String user) throws ResultException;

    List<String> users() throws ResultException;
}
