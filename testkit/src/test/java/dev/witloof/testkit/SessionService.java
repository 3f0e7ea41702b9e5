package dev.witloof.testkit;

import dev.witloof.host.ResultException;
import dev.witloof.host.WitInterface;
import java.util.List;
import java.util.Optional;

/** What the session services export. */
@WitInterface("demo:named/session-service@0.1.0")
public interface SessionService {

    /** Where a value came from. */
    enum Origin {
        CACHE,
        STORE
    }

    /** A value that was found. */
    record Hit(byte[] value, Origin origin) {}

    void login(String user, byte[] profile) throws ResultException;

    Optional<Hit> lookup(String user) throws ResultException;

    boolean logout(String user) throws ResultException;

    List<String> users() throws ResultException;
}
