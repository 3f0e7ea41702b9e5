package dev.witloof.jdbc;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an error of a database means. Nothing of a driver's own message goes any further: some quote the URL, and with it what
 * is secret in it.
 */
enum Failure {
    /** There is a row with this key already. */
    DUPLICATE,
    /** Somebody else was faster: doing it again may help, and nothing was done. */
    CONFLICT,
    /** The connection is there no longer, or there is none. */
    GONE,
    /** All connections were in use for too long. */
    BUSY,
    /** It took too long. */
    LATE,
    /** User and password are not accepted. */
    LOGIN,
    /** The user may not do that. */
    DENIED,
    /** Anything else. */
    OTHER;

    /** What SQLState says, which most databases set as the standard has it. */
    static Failure ofState(SQLException failure) {
        if (failure instanceof SQLTimeoutException) {
            return LATE;
        }
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("23")) {
            return DUPLICATE;
        }
        if (state.startsWith("40")) {
            return CONFLICT;
        }
        if (state.startsWith("08") || state.startsWith("57P")) {
            return root(failure) instanceof SocketTimeoutException ? LATE : GONE;
        }
        if (state.startsWith("28")) {
            return LOGIN;
        }
        return switch (state) {
            case "57014", "HYT00", "HYT01" -> LATE;
            case "42501" -> DENIED;
            default -> OTHER;
        };
    }

    /**
     * What is told of a failed call: where, what was expected, what was found.
     *
     * @param failure what was thrown; its state, its code and the classes of its causes are told
     * @param time how long it may have taken
     */
    String text(String where, SQLException failure, Duration time) {
        return where + ": "
                + switch (this) {
                    case LATE -> "expected an answer within " + text(time) + ", found none";
                    case CONFLICT ->
                        "expected to be alone within " + text(time) + ", found others in the way each time";
                    case BUSY -> "expected a free connection, found none within the time for it";
                    case GONE -> "expected a connection, found none" + details(failure);
                    case LOGIN -> "expected user and password to be accepted, found them refused" + details(failure);
                    case DENIED -> "expected to be allowed to, found it refused" + details(failure);
                    case DUPLICATE, OTHER -> "expected no error of the database, found one" + details(failure);
                };
    }

    private static String text(Duration time) {
        return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }

    private static String details(SQLException failure) {
        StringBuilder out = new StringBuilder(" (");
        out.append("SQLState ").append(failure.getSQLState() == null ? "unknown" : printable(failure.getSQLState()));
        if (failure.getErrorCode() != 0) {
            out.append(", code ").append(failure.getErrorCode());
        }
        Throwable root = root(failure);
        if (root != failure) {
            out.append(", ").append(root.getClass().getName());
        }
        return out.append(')').toString();
    }

    private static String printable(String state) {
        return state.matches("[0-9A-Za-z]{1,8}") ? state : "unknown";
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; depth < 20; depth++) {
            @Nullable Throwable cause = root.getCause();
            if (cause == null) {
                break;
            }
            root = cause;
        }
        return root;
    }
}
