package dev.witloof.config;

import dev.witloof.link.Text;
import dev.witloof.name.Nearest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What may stand at one place of a file. It checks what stands there, and describes itself as JSON Schema, so that the two
 * say the same.
 */
sealed interface Shape {

    /** Reports all that is wrong with a node and with what is in it. */
    void check(Node node, Problems problems);

    /** The same as JSON Schema: maps, lists, strings, numbers and booleans. */
    Map<String, Object> schema();

    /** A key of a mapping. */
    record Key(String name, boolean isRequired, String says, Shape shape) {

        static Key required(String name, String says, Shape shape) {
            return new Key(name, true, says, shape);
        }

        static Key optional(String name, String says, Shape shape) {
            return new Key(name, false, says, shape);
        }
    }

    /**
     * A string.
     *
     * @param what a noun, such as {@code a label}
     * @param pattern what it looks like, for the schema; empty where any string will do
     * @param refusal what is wrong with a string; empty where nothing is
     */
    record Line(String what, String pattern, Function<String, Optional<String>> refusal) implements Shape {

        @Override
        public void check(Node node, Problems problems) {
            if (!(node instanceof Node.Scalar scalar)) {
                problems.at(node, "expected " + what + ", found " + node.found());
            } else if (!scalar.isString()) {
                problems.at(
                        node,
                        "expected " + what + ", found " + scalar.found()
                                + (scalar.isNull() ? "" : ", which is no string without quotes"));
            } else {
                refusal.apply(scalar.text())
                        .ifPresent(why -> problems.at(
                                node,
                                "expected " + what + ", found " + scalar.found() + (why.isEmpty() ? "" : ": " + why)));
            }
        }

        @Override
        public Map<String, Object> schema() {
            return pattern.isEmpty() ? Map.of("type", "string") : ordered("type", "string", "pattern", pattern);
        }
    }

    /** A whole number. */
    record Whole(long least, long most) implements Shape {

        @Override
        public void check(Node node, Problems problems) {
            if (!(node instanceof Node.Scalar scalar)
                    || !scalar.isPlain()
                    || !scalar.text().matches("-?[0-9]{1,18}")
                    || Long.parseLong(scalar.text()) < least
                    || Long.parseLong(scalar.text()) > most) {
                problems.at(
                        node,
                        (least == most
                                        ? "expected the number " + least
                                        : "expected a whole number from " + least + " to " + most)
                                + ", found " + node.found());
            }
        }

        @Override
        public Map<String, Object> schema() {
            return least == most
                    ? Map.of("const", least)
                    : ordered("type", "integer", "minimum", least, "maximum", most);
        }
    }

    /** {@code true} or {@code false}. */
    record Truth() implements Shape {

        @Override
        public void check(Node node, Problems problems) {
            if (!(node instanceof Node.Scalar scalar) || !scalar.isBoolean()) {
                problems.at(node, "expected true or false, found " + node.found());
            }
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "boolean");
        }
    }

    /**
     * A list of different things, at least one.
     *
     * @param alone what may stand there instead, without a list
     */
    record Some(Line item, String what, Optional<Line> alone) implements Shape {

        @Override
        public void check(Node node, Problems problems) {
            if (node instanceof Node.Sequence list && !list.items().isEmpty()) {
                Map<String, Node> seen = new HashMap<>();
                for (Node each : list.items()) {
                    item.check(each, problems);
                    if (each instanceof Node.Scalar scalar) {
                        Node first = seen.putIfAbsent(scalar.text(), each);
                        if (first != null) {
                            problems.at(
                                    each,
                                    "expected each once, found " + scalar.found() + " again; it stands at "
                                            + problems.source().place(first.from()) + " too");
                        }
                    }
                }
            } else if (node instanceof Node.Scalar scalar && alone.isPresent() && !scalar.isNull()) {
                alone.get().check(node, problems);
            } else {
                problems.at(node, "expected " + what + ", found " + node.found());
            }
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> list =
                    ordered("type", "array", "items", item.schema(), "minItems", 1, "uniqueItems", true);
            return alone.map(one -> ordered("anyOf", List.of(one.schema(), list)))
                    .orElse(list);
        }
    }

    /** A list of mappings, which may be empty. */
    record Rows(Table item, String what) implements Shape {

        @Override
        public void check(Node node, Problems problems) {
            if (node instanceof Node.Sequence list) {
                list.items().forEach(each -> item.check(each, problems));
            } else {
                problems.at(node, "expected a list of " + what + ", found " + node.found());
            }
        }

        @Override
        public Map<String, Object> schema() {
            return ordered("type", "array", "items", item.schema());
        }
    }

    /** How many of some keys there must be. */
    enum Choice {
        /** At least one. */
        SOME("anyOf"),
        /** Exactly one. */
        ONE("oneOf");

        private final String keyword;

        Choice(String keyword) {
            this.keyword = keyword;
        }
    }

    /**
     * A mapping with known keys.
     *
     * @param what a noun, such as {@code a binding}
     * @param keys its keys
     * @param choice how many of {@code among} there must be
     * @param among the names of keys; where there are none, all will do
     */
    record Table(String what, List<Key> keys, Choice choice, List<String> among) implements Shape {

        @Override
        public void check(Node node, Problems problems) {
            if (!(node instanceof Node.Mapping mapping)) {
                problems.at(node, "expected " + what + ", which is a mapping, found " + node.found());
                return;
            }
            Map<String, Node> found = distinct(mapping, problems);
            Set<String> meant = new HashSet<>();
            found.forEach((name, key) -> unknown(name, key, problems).ifPresent(meant::add));
            for (Key key : keys) {
                Optional<Node> value = mapping.get(key.name());
                if (value.isPresent()) {
                    key.shape().check(value.get(), problems);
                } else if (key.isRequired() && !meant.contains(key.name())) {
                    problems.at(
                            node.from(),
                            node.to(),
                            "expected " + what + " with the key " + key.name() + ", found none");
                }
            }
            List<String> chosen = among.stream().filter(found::containsKey).toList();
            boolean isNoneMeant = among.stream().noneMatch(meant::contains);
            if (!among.isEmpty() && chosen.isEmpty() && isNoneMeant || choice == Choice.ONE && chosen.size() > 1) {
                problems.at(
                        node.from(),
                        node.to(),
                        "expected " + what + " with " + (choice == Choice.ONE ? "one" : "at least one")
                                + " of the keys " + String.join(", ", among) + ", found "
                                + (chosen.isEmpty() ? "none" : String.join(", ", chosen)));
            }
        }

        /** Reports a key that is not known, and finds the one that was probably meant. */
        private Optional<String> unknown(String name, Node key, Problems problems) {
            List<String> names = keys.stream().map(Key::name).toList();
            if (names.contains(name)) {
                return Optional.empty();
            }
            Optional<String> near = Nearest.to(name, names);
            problems.at(
                    key,
                    "expected one of the keys " + String.join(", ", names) + ", found " + key.found()
                            + near.map(n -> "; did you mean " + n + "?").orElse(""));
            return near;
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> properties = new LinkedHashMap<>();
            for (Key key : keys) {
                Map<String, Object> described = ordered("description", key.says());
                described.putAll(key.shape().schema());
                properties.put(key.name(), described);
            }
            Map<String, Object> schema = ordered("type", "object", "properties", properties);
            List<String> required =
                    keys.stream().filter(Key::isRequired).map(Key::name).toList();
            if (!required.isEmpty()) {
                schema.put("required", required);
            }
            if (!among.isEmpty()) {
                schema.put(
                        choice.keyword,
                        among.stream()
                                .map(name -> Map.of("required", List.of(name)))
                                .toList());
            }
            schema.put("additionalProperties", false);
            return schema;
        }
    }

    /** A mapping with keys that are a backend's business; values are single, or lists of such. */
    record Free() implements Shape {

        @Override
        public void check(Node node, Problems problems) {
            if (!(node instanceof Node.Mapping mapping)) {
                problems.at(node, "expected settings, which are a mapping, found " + node.found());
                return;
            }
            distinct(mapping, problems);
            for (Node.Pair pair : mapping.pairs()) {
                boolean isList = pair.value() instanceof Node.Sequence;
                List<Node> values = pair.value() instanceof Node.Sequence list ? list.items() : List.of(pair.value());
                for (Node value : values) {
                    if (!(value instanceof Node.Scalar scalar) || scalar.isNull()) {
                        problems.at(
                                value,
                                "expected a value" + (isList ? "" : " or a list of values") + ", found "
                                        + value.found());
                    }
                }
            }
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> value = ordered("type", List.of("string", "number", "boolean"));
            Map<String, Object> list = ordered("type", "array", "items", value);
            return ordered("type", "object", "additionalProperties", ordered("anyOf", List.of(value, list)));
        }
    }

    /** The keys by their names; those that are no strings, or stand there a second time, are problems. */
    private static Map<String, Node> distinct(Node.Mapping mapping, Problems problems) {
        Map<String, Node> found = new LinkedHashMap<>();
        for (Node.Pair pair : mapping.pairs()) {
            if (!(pair.key() instanceof Node.Scalar key) || !key.isString()) {
                problems.at(
                        pair.key(),
                        "expected a key, which is a string, found " + pair.key().found());
                continue;
            }
            Node first = found.putIfAbsent(key.text(), key);
            if (first != null) {
                problems.at(
                        key,
                        "expected each key once, found " + Text.quoted(key.text()) + " again; it stands at "
                                + problems.source().place(first.from()) + " too");
            }
        }
        return found;
    }

    /** A map with its keys in this order. */
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
