package dev.witloof.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What may stand at one place of a file. It checks what stands there, and describes itself as JSON Schema, so that the two
 * say the same.
 */
sealed interface Shape permits Shape.Line, Shape.Whole, Shape.Truth, Shape.Some, Shape.Rows, Shape.Free, Table {

    /** Reports all that is wrong with a node and with what is in it. */
    void check(Node node, Problems problems);

    /** The same as JSON Schema: maps, lists, strings, numbers and booleans. */
    Map<String, Object> schema();

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

    /** A mapping with keys that are a backend's business; values are single, or lists of such. */
    record Free() implements Shape {

        @Override
        public void check(Node node, Problems problems) {
            if (!(node instanceof Node.Mapping mapping)) {
                problems.at(node, "expected settings, which are a mapping, found " + node.found());
                return;
            }
            Table.distinct(mapping, problems);
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

    /** A map with its keys in this order. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
