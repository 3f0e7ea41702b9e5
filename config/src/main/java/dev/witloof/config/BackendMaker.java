package dev.witloof.config;

import dev.witloof.link.Backend;
import dev.witloof.name.Nearest;
import dev.witloof.name.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds an entry's backend and lets it read its settings. */
final class BackendMaker {

    private final BackendRegistry registry;
    private final References references;
    private final Problems problems;

    BackendMaker(BackendRegistry registry, References references, Problems problems) {
        this.registry = registry;
        this.references = references;
        this.problems = problems;
    }

    /** The settings of a mapping, with their references resolved. */
    Map<String, Setting> settings(Optional<Fields> config, boolean isOurs) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        for (Node.Pair pair : config.map(fields -> fields.mapping().pairs()).orElse(List.of())) {
            if (pair.key() instanceof Node.Scalar key && !problems.isBad(key) && !problems.isBad(pair.value())) {
                List<Node> nodes = pair.value() instanceof Node.Sequence list ? list.items() : List.of(pair.value());
                List<Setting.Value> values = new ArrayList<>();
                for (Node node : nodes) {
                    if (node instanceof Node.Scalar scalar && !problems.isBad(scalar)) {
                        values.add(references.resolve(scalar, isOurs));
                    }
                }
                boolean isList = pair.value() instanceof Node.Sequence;
                settings.put(key.text(), new Setting(key.text(), key.from(), key.to(), values, isList));
            }
        }
        return settings;
    }

    /** {@code registered are a, b}. */
    String existing() {
        List<String> ids = registry.ids().stream().map(Printable::plain).toList();
        return ids.isEmpty() ? "none is registered" : "registered are " + String.join(", ", ids);
    }

    /** The backend of this id, which has read its settings; empty if there were problems. */
    Optional<RegisteredBackend> make(Setting.Value id, Map<String, Setting> settings) {
        Optional<BackendFactory> factory = registry.factory(id.text());
        if (factory.isEmpty()) {
            problems.at(
                    id.from(),
                    id.to(),
                    "expected the id of a registered backend, found " + id.shown()
                            + Nearest.to(id.text(), registry.ids())
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse("; " + existing()));
            return Optional.empty();
        }
        List<RegisteredBackend> made = new ArrayList<>();
        read("backend " + Printable.quoted(id.text()), settings, id, given -> {
            Backend backend = factory.get().create(given);
            if (backend != null) {
                made.add(new RegisteredBackend(id.text(), backend, given.declared()));
            }
            return backend != null;
        });
        return made.stream().findFirst();
    }

    /** Reads settings. */
    interface Reader {

        /** Whether something came of it. */
        boolean read(Settings settings) throws Exception;
    }

    /** Lets a reader read settings, and reports what it did not read. */
    void read(String name, Map<String, Setting> values, Setting.Value named, Reader reader) {
        int before = problems.count();
        Settings settings = new Settings(name, values, named.from(), named.to(), problems);
        String wrong = "";
        try {
            if (!reader.read(settings)) {
                wrong = "gave null";
            }
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            wrong = threw(failure, values);
        }
        if (wrong.isEmpty()) {
            settings.finish();
        } else if (problems.count() == before) {
            problems.at(named.from(), named.to(), "expected settings for " + name + ", but it " + wrong);
        }
    }

    private static String threw(Exception failure, Map<String, Setting> settings) {
        boolean mayQuoteSecret = settings.values().stream()
                .anyMatch(setting -> setting.values().stream().anyMatch(Setting.Value::isResolved));
        return "threw " + failure.getClass().getName()
                + (failure instanceof IllegalArgumentException && failure.getMessage() != null && !mayQuoteSecret
                        ? ": " + Printable.plain(failure.getMessage())
                        : "");
    }
}
