package dev.witloof.redis;

import java.net.SocketTimeoutException;
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

    private final boolean denied;

    private RedisException(String message, boolean denied, Throwable cause) {
        super(message, cause);
        this.denied = denied;
    }

    static RedisException of(RedisSettings settings, String expectedAndFound, Throwable cause) {
        return new RedisException(settings + ": " + expectedAndFound, false, cause);
    }

    static RedisException of(RedisSettings settings, String expectedAndFound) {
        return new RedisException(settings + ": " + expectedAndFound, false, null);
    }

    /** No connection came about. */
    static RedisException unreachable(RedisSettings settings, Throwable cause) {
        return of(settings, "expected a connection" + within(settings.connectTimeout(), cause), cause);
    }

    /** The connection broke before the answer, or the answer did not come in time. */
    static RedisException unanswered(RedisSettings settings, Throwable cause) {
        return of(settings, "expected an answer" + within(settings.callTimeout(), cause), cause);
    }

    private static String within(Duration timeout, Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof SocketTimeoutException) {
                return " within " + timeout.toMillis() + " ms, found none";
            }
        }
        return ", found " + root(cause).getClass().getSimpleName();
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
        return new RedisException(
                settings + ": expected the command to be carried out, found the error " + found,
                error instanceof JedisAccessControlException && found.equals("NOPERM"),
                error);
    }

    /** Whether the server says that this user may not do it. */
    boolean denied() {
        return denied;
    }
}
