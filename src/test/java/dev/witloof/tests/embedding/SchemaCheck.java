package dev.witloof.tests.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares JSON with the definitions of a JSON Schema, as far as ours go: objects with properties, of which all must be known,
 * arrays, strings with patterns, enumerations, references. It keeps what the schema has and no JSON showed.
 */
final class SchemaCheck {

    private final Map<?, ?> definitions;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> expected = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();

    SchemaCheck(Map<?, ?> schema) {
        definitions = (Map<?, ?>) schema.get("$defs");
    }

    /** Compares a value with the definition of this name. */
    void check(String definition, Object value) {
        check(definition, definition, (Map<?, ?>) definitions.get(definition), value);
    }

    /** What is not as the schema says, with its path. */
    List<String> problems() {
        return problems;
    }

    /** Members and words of enumerations that no value had, of the definitions that were used. */
    Set<String> neverSeen() {
        Set<String> never = new TreeSet<>(expected);
        never.removeAll(seen);
        return never;
    }

    /** The path tells where in the value it is, the place where in the schema. */
    private void check(String path, String place, Map<?, ?> schema, Object value) {
        if (schema.get("$ref") instanceof String reference) {
            String definition = reference.replace("#/$defs/", "");
            check(path, definition, (Map<?, ?>) definitions.get(definition), value);
        } else if (schema.get("enum") instanceof List<?> words) {
            words.forEach(word -> expected.add(place + ": " + word));
            seen.add(place + ": " + value);
            if (!words.contains(value)) {
                problems.add(path + ": " + value + " is none of " + words);
            }
        } else if (schema.get("properties") instanceof Map<?, ?> properties) {
            checkObject(path, place, schema, properties, value);
        } else if (schema.get("items") instanceof Map<?, ?> items) {
            if (value instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    check(path + "[" + i + "]", place + "[]", items, list.get(i));
                }
            } else {
                problems.add(path + ": not an array");
            }
        } else if (!(value instanceof String)) {
            problems.add(path + ": not a string");
        } else if (schema.get("pattern") instanceof String pattern && !((String) value).matches(pattern)) {
            problems.add(path + ": " + value + " does not match " + pattern);
        }
    }

    private void checkObject(String path, String place, Map<?, ?> schema, Map<?, ?> properties, Object value) {
        if (!(value instanceof Map<?, ?> object)) {
            problems.add(path + ": not an object");
            return;
        }
        properties.keySet().forEach(name -> expected.add(place + "." + name));
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> !object.containsKey(name))
                    .forEach(name -> problems.add(path + ": no member " + name));
        }
        object.forEach((name, member) -> {
            seen.add(place + "." + name);
            if (properties.get(name) instanceof Map<?, ?> known) {
                check(path + "." + name, place + "." + name, known, member);
            } else {
                problems.add(path + "." + name + ": not in the schema");
            }
        });
    }
}
