package dev.witloof.jdbc;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/** Drivers by their URLs, and what some of them are told. */
final class Drivers {

    private Drivers() {}

    /**
     * The driver of a URL: one that {@link DriverManager} has, else one that the thread's class loader has.
     *
     * @throws IllegalStateException if there is none, or if the URL is one that no store can be in
     */
    static Driver find(String url) {
        if (isPrivateMemory(url)) {
            throw new IllegalStateException(Address.of(url)
                    + ": expected a file, found memory that each connection has for itself; H2 has memory for all");
        }
        String asked = url.split("[?;]", 2)[0]; // all drivers are asked, and some log what is not theirs
        try {
            return DriverManager.getDriver(asked);
        } catch (SQLException none) {
            for (Driver driver : ServiceLoader.load(Driver.class)) {
                if (accepts(driver, asked)) {
                    return driver;
                }
            }
        }
        throw new IllegalStateException(Address.of(url) + ": expected a driver for it on the class path, found none");
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException notIts) {
            return false;
        }
    }

    private static boolean isPrivateMemory(String url) {
        String path = url.startsWith("jdbc:sqlite:") ? url.substring("jdbc:sqlite:".length()) : "file";
        return path.isEmpty()
                || (path.contains(":memory:") || path.contains("mode=memory")) && !path.contains("cache=shared");
    }

    /**
     * The properties with those by which the driver keeps to the time while it connects, where it has any and they are not
     * among them: PostgreSQL's, in seconds. The time of calls is kept otherwise.
     */
    static Map<String, String> withTimeouts(String url, Map<String, String> properties, Duration connectTimeout) {
        Map<String, String> all = new HashMap<>(properties);
        if (url.startsWith("jdbc:postgresql:")) {
            String seconds = String.valueOf(connectTimeout.plusMillis(999).toSeconds());
            all.putIfAbsent("connectTimeout", seconds);
            all.putIfAbsent("socketTimeout", seconds);
        }
        return all;
    }
}
