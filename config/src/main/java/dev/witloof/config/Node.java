package dev.witloof.config;

import dev.witloof.name.Printable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A piece of YAML with its place: offsets of where it begins and ends in the file's text. */
sealed interface Node {

    /** Where it begins. */
    int from();

    /** Where it ends. */
    int to();

    /** What it is, for a message. */
    String found();

    /**
     * A single value.
     *
     * @param text its text, without quotes and with escapes resolved
     * @param isPlain whether it was written without quotes, so that what it looks like is what it is
     */
    record Scalar(String text, boolean isPlain, int from, int to) implements Node {

        // What YAML 1.2's core schema takes for something else than a string.
        private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
        private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
        private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
                + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
        private static final int LONGEST = 60;

        boolean isNull() {
            return isPlain && NULL.matcher(text).matches();
        }

        boolean isBoolean() {
            return isPlain && BOOLEAN.matcher(text).matches();
        }

        boolean isString() {
            return !isPlain
                    || !isNull() && !isBoolean() && !NUMBER.matcher(text).matches();
        }

        @Override
        public String found() {
            if (isNull()) {
                return "nothing";
            }
            String shown = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
            return isPlain && !isString() ? shown : Printable.quoted(shown);
        }
    }

    /** A list. */
    record Sequence(List<Node> items, int from, int to) implements Node {

        @Override
        public String found() {
            return items.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** Keys and values, in the order of the file. */
    record Mapping(List<Pair> pairs, int from, int to) implements Node {

        /** The first value of a key. */
        Optional<Node> get(String key) {
            return pairs.stream()
                    .filter(pair ->
                            pair.key() instanceof Scalar scalar && scalar.text().equals(key))
                    .map(Pair::value)
                    .findFirst();
        }

        @Override
        public String found() {
            return "a mapping";
        }
    }

    /** A key and its value. */
    record Pair(Node key, Node value) {}

    /** What YAML has and a file of bindings does not: an alias, or a value with a tag. */
    record Foreign(String found, int from, int to) implements Node {}
}
