package dev.witloof.wasi.http;

import dev.witloof.wasi.http.Types.HeaderError;
import dev.witloof.wasi.http.Types.HeaderErrorException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What may stand in a field, and which fields are a guest's: those of the connection are the host's, which adds what it needs to
 * messages that go out, and takes them out of those that come in.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110.html#section-5">RFC 9110: fields</a>
 */
final class FieldRules {

    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "transfer-encoding",
            "upgrade");

    private static final boolean[] TOKEN = new boolean[128];

    static {
        for (char c = '0'; c <= 'z'; c++) {
            TOKEN[c] = c <= '9' || c >= 'a' || c >= 'A' && c <= 'Z';
        }
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
            TOKEN[c] = true;
        }
    }

    private FieldRules() {}

    /** Whether it is a token: a field's name, or a method. */
    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= TOKEN.length || !TOKEN[c]) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether it is a value: no control characters but tabs, which is what could end a line. */
    static boolean isValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isOfAValue(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfAValue(char c) {
        return (c >= ' ' || c == '\t') && c != 0x7F && c <= 0xFF;
    }

    /**
     * A field that came over a wire, as a guest may have it: characters that no value may have are spaces. Empty if its name is
     * none.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110.html#section-5.5">RFC 9110: field values</a>
     */
    static Optional<HttpField> received(HttpField field) {
        if (!isToken(field.name())) {
            return Optional.empty();
        }
        if (isValue(field.value())) {
            return Optional.of(field);
        }
        StringBuilder value = new StringBuilder(field.value());
        for (int i = 0; i < value.length(); i++) {
            if (!isOfAValue(value.charAt(i))) {
                value.setCharAt(i, ' ');
            }
        }
        return Optional.of(new HttpField(field.name(), value.toString()));
    }

    /** Whether a field is the connection's. {@code TE} is, unless it only says that trailers are welcome. */
    static boolean isOfTheConnection(String name, String value) {
        return isOfTheConnection(name)
                || name.equalsIgnoreCase("te") && !value.strip().equalsIgnoreCase("trailers");
    }

    private static boolean isOfTheConnection(String name) {
        return OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A field that a guest may set, or why it may not. */
    static HttpField require(String name, String value) throws HeaderErrorException {
        requireName(name);
        requireValue(value);
        return requireAllowed(name, value);
    }

    static void requireName(String name) throws HeaderErrorException {
        if (!isToken(name)) {
            throw new HeaderErrorException(new HeaderError.InvalidSyntax());
        }
    }

    static void requireValue(String value) throws HeaderErrorException {
        if (!isValue(value)) {
            throw new HeaderErrorException(new HeaderError.InvalidSyntax());
        }
    }

    static HttpField requireAllowed(String name, String value) throws HeaderErrorException {
        if (isOfTheConnection(name, value)) {
            throw new HeaderErrorException(new HeaderError.Forbidden());
        }
        return new HttpField(name, value);
    }
}
