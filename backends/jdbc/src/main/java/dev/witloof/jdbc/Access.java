package dev.witloof.jdbc;

import java.sql.Driver;
import java.time.Duration;
import java.util.Map;

/**
 * All that makes a pool of connections what it is: equal ones share one pool.
 *
 * @param driver connects
 * @param url where to
 * @param properties what the driver is given beside, user and password among it
 * @param connectTimeout how long to wait for a connection
 * @param callTimeout how long a call may take
 * @param maximumConnections how many connections there may be
 */
record Access(
        Driver driver,
        String url,
        Map<String, String> properties,
        Duration connectTimeout,
        Duration callTimeout,
        int maximumConnections) {

    Access {
        properties = Map.copyOf(properties);
    }

    /** The address alone: there are secrets in the rest. */
    @Override
    public String toString() {
        return Address.of(url);
    }
}
