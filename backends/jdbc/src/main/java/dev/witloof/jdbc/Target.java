package dev.witloof.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What a driver is told: where to connect, and its properties. PostgreSQL's driver logs the URL that it is given, so the
 * passwords among its parameters become properties, which it does not log.
 *
 * @param url the URL
 * @param properties the properties
 */
record Target(String url, Map<String, String> properties) {

    private static final Set<String> SECRETS = Set.of("password", "sslpassword");

    /** As it was set; what the URL says counts more than a property, as it does with the driver. */
    static Target of(String url, Map<String, String> properties) {
        int question = url.indexOf('?');
        if (!url.startsWith("jdbc:postgresql:") || question < 0) {
            return new Target(url, properties);
        }
        Map<String, String> all = new HashMap<>(properties);
        StringJoiner left = new StringJoiner("&", "?", "").setEmptyValue("");
        for (String parameter : url.substring(question + 1).split("&", -1)) {
            String name = parameter.substring(0, Math.max(0, parameter.indexOf('=')));
            if (SECRETS.contains(name)) {
                all.put(name, decoded(parameter.substring(name.length() + 1)));
            } else {
                left.add(parameter);
            }
        }
        return new Target(url.substring(0, question) + left, all);
    }

    /** As the driver would; what it could not is taken as it is. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    /** The address alone: there are secrets in the rest. */
    @Override
    public String toString() {
        return Address.of(url);
    }
}
