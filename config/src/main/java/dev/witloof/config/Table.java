package dev.witloof.config;

import dev.witloof.name.Nearest;
import dev.witloof.name.Printable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping with known keys.
 *
 * @param what a noun, such as {@code a binding}
 * @param keys its keys
 * @param choice how many of {@code among} there must be
 * @param among the names of keys; where there are none, all will do
 */
record Table(String what, List<Key> keys, Choice choice, List<String> among) implements Shape {

    /** A key of a mapping. */
    record Key(String name, boolean isRequired, String says, Shape shape) {

        static Key required(String name, String says, Shape shape) {
            return new Key(name, true, says, shape);
        }

        static Key optional(String name, String says, Shape shape) {
            return new Key(name, false, says, shape);
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
                        node.from(), node.to(), "expected " + what + " with the key " + key.name() + ", found none");
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
            Map<String, Object> described = Shape.ordered("description", key.says());
            described.putAll(key.shape().schema());
            properties.put(key.name(), described);
        }
        Map<String, Object> schema = Shape.ordered("type", "object", "properties", properties);
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

    /** The keys by their names; those that are no strings, or stand there a second time, are problems. */
    static Map<String, Node> distinct(Node.Mapping mapping, Problems problems) {
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
                        "expected each key once, found " + Printable.quoted(key.text()) + " again; it stands at "
                                + problems.source().place(first.from()) + " too");
            }
        }
        return found;
    }
}
