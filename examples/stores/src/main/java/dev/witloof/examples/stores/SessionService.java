package dev.witloof.examples.stores;

import dev.witloof.host.ResultException;
import dev.witloof.host.WitInterface;
import java.util.Optional;

/** What the component exports, written by hand; only what is called here. */
@WitInterface("demo:named/session-service@0.1.0")
public interface SessionService {

    /** Where a value came from. */
    enum Origin {
        CACHE,
        STORE
    }

    /**
     * What was found.
     *
     * @param value the profile
     * @param origin where it was
     */
    record Hit(byte[] value, Origin origin) {}

    /** Keeps a user's profile. */
    void login(String user, byte[] profile) throws ResultException;

    /** A user's profile, if there is one. */
    Optional<Hit> lookup(String user) throws ResultException;

    /** Forgets a user; whether there was one. */
    boolean logout(String user) throws ResultException;
}
