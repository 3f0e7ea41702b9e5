package dev.witloof.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes bindings of the tree of one file. */
final class Reading {

    private final Problems problems;
    private final BackendMaker backends;
    private final HostInterfaces hostInterfaces;
    private final List<Declared> declared = new ArrayList<>();
    private final Subjects subjects;

    private Reading(Problems problems, BackendRegistry registry, SecretResolver resolver) {
        this.problems = problems;
        References references = new References(resolver, problems);
        this.backends = new BackendMaker(registry, references, problems);
        this.subjects = new Subjects(problems);
        this.hostInterfaces = new HostInterfaces(problems, registry, backends, references, subjects);
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
        return new Bindings(source.name(), reading.declared);
    }

    private void file(Node root) {
        Stand stand = Stand.of(root);
        if (stand == Stand.BARE) {
            Format.FILE.check(root, problems);
            Fields.of(root, problems).ifPresent(file -> {
                file.rows("bindings").forEach(this::binding);
                file.get("policy")
                        .ifPresent(policy -> Rules.read(policy, problems).ifPresent(declared::add));
                file.get("limits")
                        .ifPresent(
                                limits -> LimitsReading.read(limits, problems).ifPresent(declared::add));
                foreign(file.get(Stand.KEY));
            });
        } else {
            Optional<Node> list = stand.list(root, problems);
            list.ifPresent(node -> Format.HOST_INTERFACES.check(node, problems));
            foreign(list);
        }
    }

    private void foreign(Optional<Node> list) {
        for (Fields row : Fields.rows(list, problems)) {
            declared.addAll(hostInterfaces.read(row));
        }
    }

    private void binding(Fields fields) {
        List<Node.Scalar> names = fields.scalars("name");
        Optional<Node.Scalar> externalId = fields.scalar("externalId");
        List<Node.Scalar> interfaceNames = fields.scalars("interface");
        Optional<RegisteredBackend> backend = backend(fields);
        List<String> all = interfaceNames.stream().map(Node.Scalar::text).toList();
        List<Node.Scalar> written =
                !names.isEmpty() ? names : externalId.map(List::of).orElse(interfaceNames);
        boolean isNamed = !names.isEmpty();
        for (Node.Scalar subject : written) {
            Optional<String> name = isNamed ? Optional.of(subject.text()) : Optional.empty();
            List<String> interfaces = isNamed || externalId.isPresent() ? all : List.of(subject.text());
            subjects.once(name, externalId.map(Node.Scalar::text), interfaces, subject);
            backend.ifPresent(served -> declared.add(new Entry(
                    problems.source().place(subject.from()),
                    name,
                    externalId.map(Node.Scalar::text),
                    interfaces,
                    fields.text("optional")
                            .filter(text -> text.equalsIgnoreCase("true"))
                            .isPresent(),
                    false,
                    served)));
        }
    }

    private Optional<RegisteredBackend> backend(Fields fields) {
        Map<String, Setting> settings = backends.settings(fields.fields("config"), true);
        return fields.scalar("backend").flatMap(id -> backends.make(Setting.Value.of(id), settings));
    }
}
