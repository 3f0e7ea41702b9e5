package dev.witloof.jdbc;

import java.sql.SQLException;
import java.time.Duration;

/** Why there is no connection, as a text for people, and without what the driver said and had caused it: some quote the URL. */
final class NoConnection extends SQLException {

    private static final long serialVersionUID = 1;

    private final Failure kind;

    private NoConnection(Failure kind, String text, SQLException failure) {
        super(text, failure.getSQLState(), failure.getErrorCode());
        this.kind = kind;
    }

    /** What is left of a driver's failure. */
    static NoConnection of(String where, Exception failure, Duration time) {
        SQLException cause =
                failure instanceof SQLException sql ? sql : new SQLException("a driver's error", "unknown", failure);
        Failure kind = Failure.ofState(cause);
        return new NoConnection(kind, kind.text(where, cause, time), cause);
    }

    Failure kind() {
        return kind;
    }
}
