package dev.witloof.host;

import dev.witloof.name.InterfaceVersion;
import dev.witloof.name.PlainName;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How names in WIT look in Java: one rule for the interfaces that are generated and for matching those that were written
 * by hand.
 *
 * <table>
 * <caption>Names</caption>
 * <tr><th>WIT</th><th>Java</th></tr>
 * <tr><td>function, parameter, field {@code list-keys}</td><td>{@code listKeys}</td></tr>
 * <tr><td>type, case {@code access-denied}</td><td>{@code AccessDenied}</td></tr>
 * <tr><td>enum case, flag {@code read-only}</td><td>{@code READ_ONLY}</td></tr>
 * <tr><td>acronyms {@code get-URL}</td><td>{@code getUrl}</td></tr>
 * <tr><td>a keyword, or a method of {@code Object}: {@code default}, {@code notify}</td><td>{@code default_}, {@code notify_}</td></tr>
 * <tr><td>{@code [constructor]bucket}</td><td>{@code newBucket}</td></tr>
 * <tr><td>{@code [static]bucket.from}</td><td>{@code bucketFrom}</td></tr>
 * <tr><td>{@code [method]bucket.get}</td><td>{@code get} of {@code Bucket}</td></tr>
 * <tr><td>package {@code acme:shop@1.2.0-rc.1}</td><td>{@code acme.shop.v1_2_0_rc_1}</td></tr>
 * </table>
 */
public final class JavaNames {

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while");

    private static final Set<String> METHODS_OF_OBJECT =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private JavaNames() {}

    /** A function, a parameter, a field: {@code list-keys} gives {@code listKeys}. */
    public static String member(String label) {
        String name = lowerCamel(label);
        return unless(KEYWORDS.contains(name) || METHODS_OF_OBJECT.contains(name), name);
    }

    /**
     * The method for a function: of a resource's own functions {@code newBucket}, {@code bucketFrom}, and the bare name of
     * a method, which stands on the resource's interface. There {@code close} drops the handle, so that a method of this
     * name in WIT is {@code close_}.
     */
    public static String method(PlainName function) {
        String label = function.label().value();
        return switch (function.kind()) {
            case LABEL -> member(label);
            case CONSTRUCTOR -> "new" + upperCamel(label);
            case STATIC -> lowerCamel(label) + upperCamel(memberOf(function));
            case METHOD -> {
                String name = member(memberOf(function));
                yield unless(name.equals("close"), name);
            }
        };
    }

    private static String memberOf(PlainName function) {
        return function.member().orElseThrow().value();
    }

    /** An interface, a type or a case: {@code access-denied} gives {@code AccessDenied}. */
    public static String type(String label) {
        return upperCamel(label);
    }

    /**
     * A type or a case that is nested: a Java type cannot be called like one around it, and gets a trailing underscore
     * where it would be.
     *
     * @param around the simple names of the Java types around it
     */
    public static String nestedType(String label, Collection<String> around) {
        String name = upperCamel(label);
        return unless(around.contains(name), name);
    }

    /** The exception that carries an error type: {@code error} gives {@code ErrorException}. */
    public static String exception(String label) {
        return upperCamel(label) + "Exception";
    }

    /** A case of an enum, or a flag: {@code read-only} gives {@code READ_ONLY}. */
    public static String constant(String label) {
        return label.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /**
     * The Java package of a WIT package.
     *
     * @param witPackage its name without a version, such as {@code acme:shop}
     * @param version its version, if it has one
     */
    public static String packageName(String witPackage, Optional<InterfaceVersion> version) {
        StringBuilder name = new StringBuilder();
        for (String part : witPackage.split("[:/]")) {
            String word = part.replace('-', '_').toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? "" : ".").append(unless(KEYWORDS.contains(word), word));
        }
        version.ifPresent(
                v -> name.append(".v").append(v.text().replaceAll("[.+-]", "_").toLowerCase(Locale.ROOT)));
        return name.toString();
    }

    private static String unless(boolean taken, String name) {
        return taken ? name + "_" : name;
    }

    private static String lowerCamel(String label) {
        String name = upperCamel(label);
        int firstWord = label.indexOf('-') < 0 ? label.length() : label.indexOf('-');
        return name.substring(0, firstWord).toLowerCase(Locale.ROOT) + name.substring(firstWord);
    }

    private static String upperCamel(String label) {
        StringBuilder name = new StringBuilder(label.length());
        for (String word : label.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
