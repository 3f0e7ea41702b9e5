package dev.witloof.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the foreign list {@code hostInterfaces} may stand. What is around it in the last two is not ours. */
enum Stand {
    /** In a file of our own form. */
    BARE(List.of()),
    /** Under {@code dev:}. */
    DEV(List.of("dev")),
    /** In a Kubernetes {@code WorkloadDeployment}. */
    WORKLOAD(List.of("spec", "template", "spec"));

    static final String KEY = "hostInterfaces";
    static final String KIND = "WorkloadDeployment";

    private final List<String> path;

    Stand(List<String> path) {
        this.path = path;
    }

    /** The keys around the list, outermost first. */
    List<String> path() {
        return path;
    }

    /** A file of this kind as JSON Schema, where the list is {@code list}. */
    Map<String, Object> schema(Map<String, Object> list) {
        Map<String, Object> schema = holding(KEY, list);
        for (int i = path.size() - 1; i >= 0; i--) {
            schema = holding(path.get(i), schema);
        }
        if (this == WORKLOAD) {
            schema.put("allOf", List.of(holding("kind", Map.of("const", KIND))));
        }
        return schema;
    }

    private static Map<String, Object> holding(String key, Map<String, Object> value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", Map.of(key, value));
        schema.put("required", List.of(key));
        return schema;
    }

    /** What kind of file this is. */
    static Stand of(Node root) {
        if (root instanceof Node.Mapping mapping
                && mapping.get("bindings").isEmpty()
                && mapping.get(KEY).isEmpty()) {
            if (mapping.get("kind").isPresent()) {
                return WORKLOAD;
            }
            if (mapping.get("dev").isPresent()) {
                return DEV;
            }
        }
        return BARE;
    }

    /** The list of a file that is not of our own form; a problem where it is not there. */
    Optional<Node> list(Node root, Problems problems) {
        Node at = root;
        if (this == WORKLOAD) {
            Node kind = ((Node.Mapping) root).get("kind").orElseThrow();
            if (!(kind instanceof Node.Scalar scalar) || !scalar.text().equals(KIND)) {
                problems.at(kind, "expected the kind " + KIND + ", found " + kind.found());
                return Optional.empty();
            }
        }
        for (int i = 0; i <= path.size(); i++) {
            String key = i < path.size() ? path.get(i) : KEY;
            Optional<Node> next = at instanceof Node.Mapping mapping ? mapping.get(key) : Optional.empty();
            if (next.isEmpty()) {
                problems.at(
                        at.from(),
                        at.to(),
                        "expected " + String.join(".", path) + "." + KEY + ", found no " + key + " in "
                                + (i == 0 ? "the file" : String.join(".", path.subList(0, i))));
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(at);
    }
}
