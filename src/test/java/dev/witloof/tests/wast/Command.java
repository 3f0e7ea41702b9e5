package dev.witloof.tests.wast;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One command of a script, as the native library tells it.
 *
 * @param json its members, which {@code src/test/native/src/commands.rs} describes
 */
record Command(Map<?, ?> json) {

    /** From 1; of an assertion the line of the component or call that it is about. */
    int line() {
        return (Integer) json.get("line");
    }

    /** As the list of commands that count spells it. */
    String kind() {
        return (String) json.get("kind");
    }

    /** The name of the instance or definition that it makes. */
    Optional<String> name() {
        return text("name");
    }

    /** The definition or instance that it is about, if it is not the last one. */
    Optional<String> of() {
        return text("of");
    }

    /** The name under which an instance is to be imported. */
    Optional<String> registeredAs() {
        return text("as");
    }

    /** Whether it is about a core module that stands alone. */
    boolean isCore() {
        return json.containsKey("core");
    }

    /** The component's bytes; empty where its text cannot be one. */
    Optional<byte[]> binary() {
        return text("binary").map(HexFormat.of()::parseHex);
    }

    /** What the text format has against the component. */
    Optional<String> refused() {
        return text("refused");
    }

    /** What the script expects to be said. */
    String message() {
        return text("message").orElse("");
    }

    /** The call that it makes. */
    Optional<Invoke> invoke() {
        return Optional.ofNullable((Map<?, ?>) json.get("invoke")).map(Invoke::new);
    }

    /** The global whose value it takes instead of calling a function. */
    Optional<String> global() {
        return text("get");
    }

    /** The values that it expects. */
    List<Map<?, ?>> results() {
        return values(json.get("results"));
    }

    private Optional<String> text(String member) {
        return Optional.ofNullable((String) json.get(member));
    }

    private static List<Map<?, ?>> values(Object list) {
        return ((List<?>) list)
                .stream().<Map<?, ?>>map(value -> (Map<?, ?>) value).toList();
    }

    /**
     * A call.
     *
     * @param json its members
     */
    record Invoke(Map<?, ?> json) {

        /** The instance, if it is not the last one. */
        Optional<String> instance() {
            return Optional.ofNullable((String) json.get("instance"));
        }

        String function() {
            return (String) json.get("function");
        }

        List<Map<?, ?>> args() {
            return values(json.get("args"));
        }
    }
}
