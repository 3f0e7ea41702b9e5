package dev.witloof.config;

import dev.witloof.name.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link Format} as JSON Schema. */
final class Schema {

    private Schema() {}

    /** The schema as text, with a line break at its end. */
    static String text() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Bindings of a component's imports");
        // As Stand.of tells the kinds of file apart.
        schema.put("if", Map.of("anyOf", List.of(having("bindings"), having(Stand.KEY))));
        schema.put("then", ref("file"));
        schema.put("else", choice("kind", "workload", choice("dev", "dev", ref("file"))));
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put("file", Format.FILE.schema());
        definitions.put("dev", Stand.DEV.schema(ref("hostInterfaces")));
        definitions.put("workload", Stand.WORKLOAD.schema(ref("hostInterfaces")));
        definitions.put("hostInterfaces", Format.HOST_INTERFACES.schema());
        schema.put("$defs", definitions);
        StringBuilder out = new StringBuilder();
        write(schema, "", out);
        return out.append('\n').toString();
    }

    private static Map<String, Object> having(String key) {
        return Map.of("required", List.of(key));
    }

    private static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/$defs/" + name);
    }

    private static Map<String, Object> choice(String key, String name, Map<String, Object> otherwise) {
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("if", having(key));
        choice.put("then", ref(name));
        choice.put("else", otherwise);
        return choice;
    }

    private static void write(Object value, String indent, StringBuilder out) {
        String deeper = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            String before = "{\n";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(before)
                        .append(deeper)
                        .append('"')
                        .append(entry.getKey())
                        .append("\": ");
                write(entry.getValue(), deeper, out);
                before = ",\n";
            }
            out.append('\n').append(indent).append('}');
        } else if (value instanceof List<?> list) {
            String before = "[";
            for (Object item : list) {
                out.append(before);
                write(item, deeper, out);
                before = ", ";
            }
            out.append(']');
        } else {
            out.append(value instanceof String text ? Printable.quoted(text) : value);
        }
    }
}
