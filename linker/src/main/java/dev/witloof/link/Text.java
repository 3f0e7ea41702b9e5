package dev.witloof.link;

import dev.witloof.name.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** The small parts of which reports and plans are worded. Nothing that a component says can break a line of them. */
final class Text {

    /** How many names a list in a report has before it is cut. */
    static final int LONGEST_LIST = 8;

    private Text() {}

    /** In quotes, with what cannot be seen escaped. */
    static String quoted(String text) {
        return Printable.quoted(text);
    }

    /** Without quotes, with what cannot be seen escaped. */
    static String plain(String text) {
        return Printable.plain(text);
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

    /** What a class is called, or something else where it has no name that tells anything. */
    static String simpleName(Class<?> type, String otherwise) {
        boolean hasNone =
                type.isHidden() || type.isSynthetic() || type.getSimpleName().isEmpty();
        return hasNone ? otherwise : type.getSimpleName();
    }
}
