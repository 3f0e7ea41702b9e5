package dev.witloof.link;

import java.util.List;
import java.util.stream.Collectors;

/** The small parts of which reports and plans are worded. Nothing that a component says can break a line of them. */
public final class Text {

    /** How many names a list in a report has before it is cut. */
    static final int LONGEST_LIST = 8;

    private Text() {}

    /** In quotes, with what cannot be seen escaped. */
    public static String quoted(String text) {
        return "\"" + escaped(text, true) + "\"";
    }

    /** Without quotes, with what cannot be seen escaped. */
    public static String plain(String text) {
        return escaped(text, false);
    }

    private static String escaped(String text, boolean quotes) {
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

    /** Control characters, separators of lines, and marks that turn the direction of the text around them. */
    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** {@code a, b, c}, cut after {@link #LONGEST_LIST} with how many more there are. */
    static String list(List<String> names) {
        String shown = names.stream().limit(LONGEST_LIST).collect(Collectors.joining(", "));
        int more = names.size() - LONGEST_LIST;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** {@code 1 problem}, {@code 2 problems}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code an instance}, {@code a core module}. */
    static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** A component as reports name it: {@code shop.wasm (sha256 ab12cd34…)}. */
    static String component(String name, String sha256) {
        return plain(name) + " (" + sha256(sha256) + ")";
    }

    /** The beginning of a digest: {@code sha256 ab12cd34…}. */
    static String sha256(String digest) {
        return "sha256 " + digest.substring(0, 8) + "…";
    }
}
