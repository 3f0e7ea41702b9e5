package dev.witloof.redis;

import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * What went wrong with the server, told without what the server or the client library said: that may quote keys, values and
 * credentials. Of a server's error its first word is kept, which is its code.
 */
final class RedisException extends Exception {

    private static final Pattern CODE = Pattern.compile("[A-Z]+\\b");

    private final Kind kind;

    /** What callers tell apart. */
    enum Kind {
        /** It took longer than a call may. */
        LATE,
        /** There is no connection, or it broke. */
        UNREACHABLE,
        /** This user may not do it. */
        DENIED,
        /** The server has no memory left for it. */
        FULL,
        /** Anything else. */
        OTHER
    }

    private RedisException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    static RedisException of(Kind kind, RedisSettings settings, String expectedAndFound, Throwable cause) {
        return new RedisException(kind, settings + ": " + expectedAndFound, cause);
    }

    static RedisException of(Kind kind, RedisSettings settings, String expectedAndFound) {
        return new RedisException(kind, settings + ": " + expectedAndFound, null);
    }

    /** No connection came about. */
    static RedisException unreachable(RedisSettings settings, Throwable cause) {
        Kind kind = root(cause) instanceof ClosedByInterruptException ? Kind.OTHER : Kind.UNREACHABLE;
        return of(kind, settings, "expected a connection" + within(settings.connectTimeout(), cause), cause);
    }

    /** The connection broke before the answer, or the answer did not come in time. */
    static RedisException unanswered(RedisSettings settings, Throwable cause) {
        Kind kind = isLate(cause)
                ? Kind.LATE
                : root(cause) instanceof ClosedByInterruptException ? Kind.OTHER : Kind.UNREACHABLE;
        return of(kind, settings, "expected an answer" + within(settings.callTimeout(), cause), cause);
    }

    private static String within(Duration timeout, Throwable cause) {
        return isLate(cause)
                ? " within " + timeout.toMillis() + " ms, found none"
                : ", found " + root(cause).getClass().getSimpleName();
    }

    private static boolean isLate(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The server refuses. */
    static RedisException refused(RedisSettings settings, JedisDataException error) {
        Matcher code = CODE.matcher(String.valueOf(error.getMessage()));
        String found = code.lookingAt() ? code.group() : "without a code";
        Kind kind = switch (found) {
            case "NOPERM" -> error instanceof JedisAccessControlException ? Kind.DENIED : Kind.OTHER;
            case "OOM" -> Kind.FULL;
            case "LOADING" -> Kind.UNREACHABLE; // it has been started and reads what it keeps
            default -> Kind.OTHER;
        };
        return of(kind, settings, "expected the command to be carried out, found the error " + found, error);
    }

    Kind kind() {
        return kind;
    }
}
