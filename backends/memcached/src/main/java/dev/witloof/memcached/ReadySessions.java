package dev.witloof.memcached;

import com.google.code.yanf4j.core.Session;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import net.rubyeye.xmemcached.MemcachedSessionLocator;
import org.jspecify.annotations.Nullable;

/** Finds a connection for a call: any that is open and ready, which with a password is after the server has accepted it. */
final class ReadySessions implements MemcachedSessionLocator {

    private static final String READY = "witloof.ready";

    private volatile List<Session> sessions = List.of();

    static void ready(Session session) {
        session.setAttribute(READY, Boolean.TRUE);
    }

    static boolean isReady(Session session) {
        return session.getAttribute(READY) != null;
    }

    /** Whether there is one. */
    boolean isOpen() {
        return getSessionByKey("") != null;
    }

    /** Nothing if there is none. */
    @Override
    public @Nullable Session getSessionByKey(String anyKey) {
        List<Session> all = sessions;
        int first = all.size() < 2 ? 0 : ThreadLocalRandom.current().nextInt(all.size());
        for (int i = 0; i < all.size(); i++) {
            Session session = all.get((first + i) % all.size());
            if (!session.isClosed() && isReady(session)) {
                return session;
            }
        }
        return null;
    }

    @Override
    public void updateSessions(Collection<Session> list) {
        sessions = List.copyOf(list);
    }

    @Override
    public void setFailureMode(boolean ignored) {}
}
