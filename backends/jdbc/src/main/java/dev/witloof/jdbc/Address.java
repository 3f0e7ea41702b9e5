package dev.witloof.jdbc;

/** What of a driver's URL may be shown: where the database is, and nothing that could be a secret. */
final class Address {

    private Address() {}

    /**
     * The URL up to its parameters, whichever character begins them. If it names a user before the host, or if it may have a
     * parameter all the same, it is only its kind.
     */
    static String of(String url) {
        int end = 0;
        while (end < url.length() && "?;#&".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String address = url.substring(0, end);
        return url.indexOf('@') < 0 && address.indexOf('=') < 0 ? address : kind(url);
    }

    /** Such as {@code jdbc:postgresql}. */
    private static String kind(String url) {
        int end = url.startsWith("jdbc:") ? url.indexOf(':', "jdbc:".length()) : -1;
        String kind = end < 0 ? "jdbc" : url.substring(0, end);
        return kind.matches("[a-zA-Z0-9:._+-]+") ? kind : "jdbc";
    }
}
