package dev.witloof.wasi.http;

import dev.witloof.wasi.http.Types.Scheme;
import java.util.Locale;

/** The schemes that have a case of their own, and the others. */
final class Schemes {

    private Schemes() {}

    static Scheme of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "http" -> new Scheme.Http();
            case "https" -> new Scheme.Https();
            default -> new Scheme.Other(name);
        };
    }

    /** In lower case, as schemes are compared. */
    static String name(Scheme scheme) {
        if (scheme instanceof Scheme.Other other) {
            return other.value().toLowerCase(Locale.ROOT);
        }
        return scheme instanceof Scheme.Http ? "http" : "https";
    }
}
