package dev.witloof.config;

import dev.witloof.config.Table.Choice;
import dev.witloof.config.Table.Key;
import dev.witloof.error.InvalidException;
import dev.witloof.limit.Limit;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.InterfaceVersion;
import dev.witloof.name.Label;
import dev.witloof.name.PlainName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What may stand in a file of bindings: the one description by which files are checked and from which the JSON Schema is
 * made.
 */
final class Format {

    private static final String WORDS = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String LABEL = "([a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(-([a-z0-9]+|[A-Z0-9]+))*";
    private static final String NUMBER = "(0|[1-9][0-9]*)";
    private static final String PRE = "(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";
    private static final String BUILD = "[0-9a-zA-Z-]+";
    private static final String VERSION = "([1-9][0-9]*|0\\.[1-9][0-9]*|" + NUMBER + "\\." + NUMBER + "\\." + NUMBER
            + "(-" + PRE + "(\\." + PRE + ")*)?(\\+" + BUILD + "(\\." + BUILD + ")*)?)";
    private static final String INTERFACE = "(" + WORDS + ":)+" + WORDS + "(/" + LABEL + ")+@" + VERSION;

    static final Shape.Line NAME = line("a label in kebab case", LABEL, Label::isLabel);

    // No text of a file meets the patterns here: a regular expression recurses, and a text may be long.
    private static final Shape.Line WORD = line(
            "a label in lower case", WORDS, text -> Label.isLabel(text) && text.equals(text.toLowerCase(Locale.ROOT)));
    private static final Shape.Line INTERFACE_WITH_VERSION = new Shape.Line(
            "an interface with its version, such as wasi:keyvalue/store@0.2.0-draft", whole(INTERFACE), text -> {
                try {
                    return InterfaceName.parse(text).version().isPresent()
                            ? Optional.empty()
                            : Optional.of("it has no version");
                } catch (InvalidException invalid) {
                    return Optional.of(invalid.reason());
                }
            });
    private static final Shape.Line FUNCTION = line(
            "a function's name, such as [method]bucket.get",
            "(\\[constructor\\]" + LABEL + "|\\[(method|static)\\]" + LABEL + "\\." + LABEL + "|" + LABEL + ")",
            Format::isPlainName);
    private static final Shape.Line TEXT = new Shape.Line("a string", "", text -> Optional.empty());
    private static final Shape.Line FILLED = line("a string that is not empty", "[\\s\\S]+", text -> !text.isEmpty());
    private static final Shape.Line DURATION = line(
            "a duration such as 250ms, 5s, 10m or 1h",
            Quantity.DURATION_PATTERN,
            text -> Quantity.duration(text).isPresent());
    private static final Shape.Line VERSION_TEXT = line(
            "a version such as 0.2.0-draft",
            VERSION,
            text -> InterfaceVersion.read(text).isPresent());

    /** In place of a list of functions: all that write. */
    static final String WRITES = "writes";

    private static final String PATTERN = "(" + WORDS + ":)+" + WORDS + "((/" + LABEL + ")+(@" + VERSION + ")?|/\\*)";
    private static final Shape.Line INTERFACES = line(
            "an interface with or without its version, or all of a package as in wasi:keyvalue/*",
            PATTERN,
            text -> interfaceName(text.endsWith("/*") ? text.substring(0, text.length() - 1) + "any" : text)
                    .filter(name -> !text.endsWith("/*") || name.version().isEmpty())
                    .isPresent());
    private static final Shape.Line COMPONENT = line(
            "a component's name, or sha256: and 64 lower-case hexadecimal digits",
            "(sha256:[0-9a-f]{64}|(?!sha256:)[\\s\\S]+)",
            text -> text.startsWith("sha256:") ? text.matches("sha256:[0-9a-f]{64}") : !text.isEmpty());
    private static final Shape.Line FUNCTIONS =
            line("a list of functions' names such as [method]bucket.get, or writes", WRITES, WRITES::equals);

    private static final Table SELECTION = new Table(
            "what a rule is about",
            List.of(
                    Key.optional("component", "Components, by name or digest.", some(COMPONENT)),
                    Key.optional("name", "The imports' names.", some(NAME)),
                    Key.optional("externalId", "The imports' external-ids.", some(TEXT)),
                    Key.optional("interface", "The imports' interfaces.", some(INTERFACES)),
                    Key.optional("backend", "The ids of the backends that serve the imports.", some(FILLED)),
                    Key.optional(
                            "functions",
                            "Functions, if the rule is not about all; writes stands for all that write.",
                            new Shape.Some(FUNCTION, FUNCTIONS.what(), Optional.of(FUNCTIONS))),
                    Key.optional("audited", "Whether calls that the rule allows are audited too.", new Shape.Truth())),
            Choice.SOME,
            List.of("component", "name", "externalId", "interface", "backend", "functions"));

    private static final Shape.Rows POLICY = new Shape.Rows(
            new Table(
                    "a rule",
                    List.of(
                            Key.optional("allow", "What is allowed.", SELECTION),
                            Key.optional("deny", "What is denied.", SELECTION),
                            Key.optional(
                                    "default",
                                    "What holds where no rule matches; without it, allow.",
                                    line("allow or deny", "(allow|deny)", text -> text.matches("allow|deny")))),
                    Choice.ONE,
                    List.of("allow", "deny", "default")),
            "rules");

    private static final Table LIMITS = new Table(
            "limits",
            Arrays.stream(Limit.values())
                    .map(limit -> Key.optional(limit.words(), says(limit), shape(limit)))
                    .toList(),
            Choice.SOME,
            List.of());

    private static final Table BINDING = new Table(
            "a binding",
            List.of(
                    Key.optional("name", "The import's name, or several names that one backend serves.", some(NAME)),
                    Key.optional("externalId", "Only imports with this external-id.", TEXT),
                    Key.optional(
                            "interface",
                            "The interface, with its version, or several interfaces that one backend serves. Without name"
                                    + " and externalId the binding is for unnamed imports of them.",
                            some(INTERFACE_WITH_VERSION)),
                    Key.required("backend", "The id under which the embedder registered the backend.", FILLED),
                    Key.optional("config", "The backend's settings.", new Shape.Free()),
                    Key.optional("optional", "Whether the binding may go unused.", new Shape.Truth())),
            Choice.SOME,
            List.of("name", "externalId", "interface"));

    private static final Shape.Rows SOURCES = new Shape.Rows(
            new Table(
                    "a source of settings",
                    List.of(Key.required("name", "The name by which the embedder finds it.", FILLED)),
                    Choice.SOME,
                    List.of()),
            "sources of settings");

    static final Shape.Rows HOST_INTERFACES = new Shape.Rows(
            new Table(
                    "an entry",
                    List.of(
                            Key.required("namespace", "The interfaces' namespace.", WORD),
                            Key.required("package", "The interfaces' package.", WORD),
                            Key.required(
                                    "interfaces",
                                    "The interfaces, which one backend serves.",
                                    new Shape.Some(NAME, "a list of interfaces, at least one", Optional.empty())),
                            Key.optional("version", "The package's version.", VERSION_TEXT),
                            Key.optional("name", "The import's name.", NAME),
                            Key.optional(
                                    "config",
                                    "The backend's settings; backend is the id under which the embedder registered it.",
                                    new Shape.Free()),
                            Key.optional("configFrom", "Maps of settings that the embedder knows.", SOURCES),
                            Key.optional("secretFrom", "Maps of secrets that the embedder knows.", SOURCES)),
                    Choice.SOME,
                    List.of()),
            "entries");

    /** A file of our own, with the foreign list bare in it where there is one. */
    static final Table FILE = new Table(
            "a file of bindings",
            List.of(
                    Key.optional("version", "The version of this format.", new Shape.Whole(1, 1)),
                    Key.optional("bindings", "What serves the imports.", new Shape.Rows(BINDING, "bindings")),
                    Key.optional("policy", "What is allowed and what is denied.", POLICY),
                    Key.optional("limits", "What an instance may use.", LIMITS),
                    Key.optional("hostInterfaces", "Bindings in the form of another host.", HOST_INTERFACES)),
            Choice.SOME,
            List.of("version", "hostInterfaces"));

    private Format() {}

    private static Shape.Line line(String what, String pattern, Predicate<String> is) {
        return new Shape.Line(what, whole(pattern), text -> is.test(text) ? Optional.empty() : Optional.of(""));
    }

    /** One, or a list of them. */
    private static Shape.Some some(Shape.Line line) {
        return new Shape.Some(line, line.what() + ", or a list of such", Optional.of(line));
    }

    private static Shape shape(Limit limit) {
        return limit == Limit.DEADLINE ? DURATION : new Shape.Whole(limit.least(), limit.ceiling());
    }

    private static String says(Limit limit) {
        return switch (limit) {
            case MEMORY_PAGES -> "Pages of 64 KiB in all memories.";
            case TABLE_ELEMENTS -> "Elements in all tables.";
            case HANDLES -> "Handles to resources at the same time.";
            case INSTANCES -> "Component instances, and as many core instances.";
            case DEFINITIONS -> "Definitions of all instances.";
            case CALL_DEPTH -> "Calls into instances, one within the other.";
            case LIFTED_BYTES -> "Bytes of the values that one side of a call hands over.";
            case DEADLINE -> "How long a call may run; the program gives the scheduler.";
        };
    }

    private static String whole(String pattern) {
        return "^" + pattern + "$";
    }

    private static Optional<InterfaceName> interfaceName(String text) {
        try {
            return Optional.of(InterfaceName.parse(text));
        } catch (InvalidException invalid) {
            return Optional.empty();
        }
    }

    private static boolean isPlainName(String text) {
        try {
            PlainName.parse(text);
            return true;
        } catch (InvalidException invalid) {
            return false;
        }
    }
}
