package dev.witloof.wasi.http;

/**
 * What the parts of an address may be.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986.html#section-3">RFC 3986: syntax components</a>
 */
final class UriRules {

    private static final String OF_A_NAME = "-._~!$&'()*+,;=%";
    private static final int HIGHEST_PORT = 65_535;

    private UriRules() {}

    /** A letter, then letters, digits, and {@code + - .}. */
    static boolean isScheme(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && (i == 0 || !isDigit(c) && "+-.".indexOf(c) < 0)) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * Nothing, an asterisk, or what begins with a slash or a question mark, of visible ASCII. As in the URLs of browsers more is
     * allowed than RFC 3986 has, but nothing that ends a path, an attribute or a line.
     */
    static boolean isPathWithQuery(String text) {
        if (text.isEmpty() || text.equals("*")) {
            return true;
        }
        if (text.charAt(0) != '/' && text.charAt(0) != '?') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F || c == '#' || c == '"' || c == '<' || c == '>') {
                return false;
            }
        }
        return true;
    }

    /** A host, perhaps with user information before it and a port behind it. */
    static boolean isAuthority(String text) {
        int at = text.lastIndexOf('@');
        return isName(text.substring(0, Math.max(at, 0)), ":") && isHostWithPort(text.substring(at + 1));
    }

    static boolean hasUser(String authority) {
        return authority.indexOf('@') >= 0;
    }

    private static boolean isHostWithPort(String text) {
        int colon = text.indexOf(':', text.startsWith("[") ? Math.max(text.indexOf(']'), 0) : 0);
        String host = colon < 0 ? text : text.substring(0, colon);
        return isHost(host) && (colon < 0 || isPort(text.substring(colon + 1)));
    }

    private static boolean isHost(String text) {
        if (text.startsWith("[")) {
            return text.endsWith("]") && isLiteral(text.substring(1, text.length() - 1));
        }
        return !text.isEmpty() && isName(text, "");
    }

    /** The address within brackets, as far as its characters go. */
    private static boolean isLiteral(String text) {
        boolean future = text.startsWith("v") || text.startsWith("V");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isHexadecimal(c) && c != ':' && c != '.' && !(future && isNameCharacter(c))) {
                return false;
            }
        }
        return text.indexOf(':') >= 0 || future && text.length() > 1;
    }

    private static boolean isName(String text, String more) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && !isEncoded(text, i) || !isNameCharacter(c) && more.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEncoded(String text, int at) {
        return at + 2 < text.length() && isHexadecimal(text.charAt(at + 1)) && isHexadecimal(text.charAt(at + 2));
    }

    private static boolean isPort(String text) {
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
            port = Math.min(port * 10 + text.charAt(i) - '0', HIGHEST_PORT + 1);
        }
        return port <= HIGHEST_PORT;
    }

    private static boolean isNameCharacter(char c) {
        return isLetter(c) || isDigit(c) || OF_A_NAME.indexOf(c) >= 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexadecimal(char c) {
        return isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }
}
