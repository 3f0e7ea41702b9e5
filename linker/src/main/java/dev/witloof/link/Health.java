package dev.witloof.link;

import dev.witloof.name.ImportRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a backend of a deployment was found.
 *
 * @param imports the imports that it serves
 * @param description what plans call the backend
 * @param took how long it took to ask
 * @param failure why it cannot serve at present; empty if it can. Its message may come from the backend's client library
 */
public record Health(List<ImportRef> imports, String description, Duration took, Optional<Throwable> failure) {

    /** Copies the list. */
    public Health {
        imports = List.copyOf(imports);
    }

    /** Whether it can serve. */
    public boolean isUp() {
        return failure.isEmpty();
    }

    /** {@code sessions: Redis key-value at 127.0.0.1:6379 is up}; of a failure its class, because its message may hold a secret. */
    @Override
    public String toString() {
        return Text.list(imports.stream().map(each -> Text.plain(each.name())).toList()) + ": "
                + Text.plain(description)
                + failure.map(thrown -> " is down: it " + Finding.threw(thrown)).orElse(" is up");
    }
}
