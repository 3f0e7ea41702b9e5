package dev.witloof.name;

/**
 * Text from outside as messages print it: what cannot be seen is escaped, so that nothing that a component says can break a
 * line, or forge one in a log.
 */
public final class Printable {

    private Printable() {}

    /** In quotes. */
    public static String quoted(String text) {
        return "\"" + escaped(text, true) + "\"";
    }

    /** Without quotes. */
    public static String plain(String text) {
        return escaped(text, false);
    }

    private static String escaped(String text, boolean quotes) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f && !(quotes && (c == '"' || c == '\\')))) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                out.append("\\n");
            } else if (quotes && (c == '"' || c == '\\')) {
                out.append('\\').append((char) c);
            } else if (isUnseen(c)) {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /**
     * Control characters, separators of lines, marks that turn the direction of the text around them, and what Unicode says is
     * no character.
     */
    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        boolean isNoCharacter = (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef;
        return isNoCharacter
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
