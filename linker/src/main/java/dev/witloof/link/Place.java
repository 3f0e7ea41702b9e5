package dev.witloof.link;

import dev.witloof.policy.Caller;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the embedder declared something.
 *
 * @param text such as {@code ShopApp.java:31} or {@code bindings.yaml:3:12}; safe to print
 * @param form how declarations there are written
 */
record Place(String text, Form form) {

    private static final Set<String> OWN = Set.of(
            Place.class.getName(),
            Linker.Builder.class.getName(),
            BindingBuilder.class.getName(),
            Composition.Builder.class.getName());
    private static final Pattern IN_FILE = Pattern.compile("(.+?)(:[0-9]+){1,2}");

    /** File and line of the first caller outside the linker's builders: {@code ShopApp.java:31}. */
    static Place ofCaller() {
        return new Place(Caller.outside(OWN), Form.JAVA);
    }

    /** A place in a file of bindings. */
    static Place inFile(String text) {
        return new Place(Text.plain(text), Form.FILE);
    }

    /** The file without line and column: {@code bindings.yaml}. */
    String file() {
        Matcher matcher = IN_FILE.matcher(text);
        return matcher.matches() ? matcher.group(1) : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
