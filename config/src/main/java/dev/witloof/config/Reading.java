package dev.witloof.config;

import dev.witloof.link.Backend;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes bindings of the tree of one file. */
final class Reading {

    private final Problems problems;
    private final BackendMaker backends;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<List<String>, Integer> seen = new HashMap<>();

    private Reading(Problems problems, BackendRegistry registry, SecretResolver resolver) {
        this.problems = problems;
        this.backends = new BackendMaker(registry, new References(resolver, problems), problems);
    }

    /**
     * Reads a file.
     *
     * @throws dev.witloof.error.ConfigurationException with all that is wrong
     */
    static Bindings read(Source source, BackendRegistry registry, SecretResolver resolver) {
        Problems problems = new Problems(source);
        Reading reading = new Reading(problems, registry, resolver);
        YamlTree.read(problems).ifPresent(reading::file);
        problems.throwIfAny();
        return new Bindings(reading.entries);
    }

    private void file(Node root) {
        Format.FILE.check(root, problems);
        Optional<Fields> file = Fields.of(root, problems);
        file.map(fields -> fields.rows("bindings")).orElse(List.of()).forEach(this::binding);
    }

    private void binding(Fields fields) {
        List<Node.Scalar> names = fields.scalars("name");
        Optional<Node.Scalar> externalId = fields.scalar("externalId");
        Optional<Node.Scalar> interfaceName = fields.scalar("interface");
        Optional<Backend> backend = backend(fields);
        List<Node.Scalar> subjects = !names.isEmpty()
                ? names
                : externalId.or(() -> interfaceName).map(List::of).orElse(List.of());
        boolean isNamed = !names.isEmpty();
        for (Node.Scalar subject : subjects) {
            List<String> identity = List.of(
                    isNamed ? subject.text() : "",
                    externalId.map(Node.Scalar::text).map(id -> "=" + id).orElse(""),
                    isNamed || externalId.isPresent() ? "" : subject.text());
            once(identity, subject);
            backend.ifPresent(served -> entries.add(new Entry(
                    problems.source().place(subject.from()),
                    isNamed ? Optional.of(subject.text()) : Optional.empty(),
                    externalId.map(Node.Scalar::text),
                    interfaceName.map(Node.Scalar::text).map(List::of).orElse(List.of()),
                    fields.text("optional").filter(text -> text.equalsIgnoreCase("true")).isPresent(),
                    served)));
        }
    }

    private Optional<Backend> backend(Fields fields) {
        Map<String, Setting> settings = backends.settings(fields.fields("config"), true);
        Optional<Node.Scalar> named = fields.scalar("backend");
        return named.flatMap(id -> backends.factory(id.text(), id)
                .flatMap(factory -> backends.make(id.text(), factory, settings, id)));
    }

    /** Reports a second entry for the same imports. */
    private void once(List<String> identity, Node.Scalar subject) {
        Integer first = seen.putIfAbsent(identity, subject.from());
        if (first != null) {
            problems.at(
                    subject.from(),
                    subject.to(),
                    "expected one entry for " + subject.found() + ", found another; the first is at "
                            + problems.source().place(first));
        }
    }
}
