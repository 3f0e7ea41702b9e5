package dev.witloof.config;

import java.util.List;
import java.util.Optional;

/** The values of a mapping that was checked: those that are fine, and nothing else. */
record Fields(Node.Mapping mapping, Problems problems) {

    static Optional<Fields> of(Node node, Problems problems) {
        return node instanceof Node.Mapping mapping && !problems.isBad(node)
                ? Optional.of(new Fields(mapping, problems))
                : Optional.empty();
    }

    Optional<Node> get(String key) {
        return mapping.get(key).filter(value -> !problems.isBad(value));
    }

    /** Whether there is a value, and something is wrong with it. */
    boolean isBad(String key) {
        return mapping.get(key).filter(problems::isBad).isPresent();
    }

    Optional<Node.Scalar> scalar(String key) {
        return get(key).filter(Node.Scalar.class::isInstance).map(Node.Scalar.class::cast);
    }

    Optional<String> text(String key) {
        return scalar(key).map(Node.Scalar::text);
    }

    Optional<Fields> fields(String key) {
        return get(key).flatMap(value -> of(value, problems));
    }

    /** The items of a list, or the one value that stands there without a list. */
    List<Node> items(String key) {
        return items(get(key), problems);
    }

    private static List<Node> items(Optional<Node> node, Problems problems) {
        return node
                .filter(value -> !problems.isBad(value))
                .map(value -> value instanceof Node.Sequence list ? list.items() : List.of(value))
                .orElse(List.of())
                .stream()
                .filter(item -> !problems.isBad(item))
                .toList();
    }

    /** The single values among the items. */
    List<Node.Scalar> scalars(String key) {
        return items(key).stream()
                .filter(Node.Scalar.class::isInstance)
                .map(Node.Scalar.class::cast)
                .toList();
    }

    /** The mappings among the items. */
    List<Fields> rows(String key) {
        return rows(get(key), problems);
    }

    /** The mappings among the items of a list. */
    static List<Fields> rows(Optional<Node> list, Problems problems) {
        return items(list, problems).stream()
                .flatMap(item -> of(item, problems).stream())
                .toList();
    }
}
