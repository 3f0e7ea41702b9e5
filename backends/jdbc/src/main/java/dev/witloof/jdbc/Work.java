package dev.witloof.jdbc;

import java.sql.SQLException;

/**
 * What is done with a connection. It may be done again from the beginning: on another connection if the first turns out to be
 * broken, and on any if somebody else was faster.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
interface Work<T> {

    /**
     * Does it.
     *
     * @throws SQLException what the driver threw
     */
    T in(Session session) throws SQLException;
}
