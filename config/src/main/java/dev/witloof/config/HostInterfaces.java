package dev.witloof.config;

import dev.witloof.host.InterfaceNames;
import dev.witloof.link.Backend;
import dev.witloof.link.Offer;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the entries of the foreign list {@code hostInterfaces}. */
final class HostInterfaces {

    private static final String BACKEND = "backend";

    private final Problems problems;
    private final BackendRegistry registry;
    private final BackendMaker backends;
    private final References references;
    private final Subjects subjects;

    HostInterfaces(
            Problems problems,
            BackendRegistry registry,
            BackendMaker backends,
            References references,
            Subjects subjects) {
        this.problems = problems;
        this.registry = registry;
        this.backends = backends;
        this.references = references;
        this.subjects = subjects;
    }

    /**
     * One interface of an entry.
     *
     * @param name without its version
     * @param written where it stands
     */
    private record Interface(String name, Node.Scalar written) {}

    /** What an entry says, one for each import or export that it is for. */
    List<Declared> read(Fields fields) {
        Optional<String> prefix = fields.text("namespace")
                .flatMap(namespace -> fields.text("package").map(pkg -> namespace + ":" + pkg + "/"));
        List<Interface> interfaces = fields.scalars("interfaces").stream()
                .map(scalar -> new Interface(prefix.orElse("") + scalar.text(), scalar))
                .toList();
        Map<String, Setting> settings = settings(fields);
        Optional<Setting> named = Optional.ofNullable(settings.remove(BACKEND));
        if (prefix.isEmpty() || interfaces.isEmpty()) {
            return List.of();
        }
        Optional<Setting.Value> id = named.isPresent() ? named.flatMap(this::id) : defaultId(interfaces);
        if (id.isEmpty()) {
            return named.isPresent() ? List.of() : exports(fields, interfaces, settings);
        }
        return backends.make(id.get(), settings)
                .map(backend -> entries(fields, interfaces, backend, id.get()))
                .orElse(List.of());
    }

    private List<Declared> entries(
            Fields fields, List<Interface> interfaces, RegisteredBackend backend, Setting.Value id) {
        if (fields.isBad("version") || fields.isBad("name")) {
            return List.of();
        }
        Optional<Node.Scalar> name = fields.scalar("name");
        List<Declared> entries = new ArrayList<>();
        List<String> implemented = new ArrayList<>();
        for (Interface each : interfaces) {
            List<String> full = fields.text("version")
                    .map(version -> List.of(each.name() + "@" + version))
                    .orElseGet(() -> versions(each, backend, id, name.isPresent()));
            implemented.addAll(full);
            if (name.isEmpty() && !full.isEmpty()) {
                subjects.once(Optional.empty(), Optional.empty(), full, each.written());
                entries.add(new Entry(
                        problems.place(each.written()),
                        Optional.empty(),
                        Optional.empty(),
                        full,
                        false,
                        true,
                        backend));
            }
        }
        if (name.isPresent()) {
            Optional<String> text = name.map(Node.Scalar::text);
            subjects.once(text, Optional.empty(), implemented, name.get());
            entries.add(
                    new Entry(problems.place(name.get()), text, Optional.empty(), implemented, false, true, backend));
        }
        return entries;
    }

    /** An entry for which there is no backend chooses exports. */
    private List<Declared> exports(Fields fields, List<Interface> interfaces, Map<String, Setting> settings) {
        Interface first = interfaces.get(0);
        backends.read("export " + first.name(), settings, Setting.Value.of(first.written()), given -> {
            interfaces.forEach(each -> registry.export(each.name()).ifPresent(reader -> reader.accept(given)));
            // It is not there, or the entry would not be here; one that is misspelt is reported with this as the
            // remedy.
            given.optionalString(BACKEND);
            return true;
        });
        Optional<Node.Scalar> name = fields.scalar("name");
        if (name.isPresent()) {
            String label = name.get().text();
            String place = problems.place(name.get());
            subjects.once(Optional.of(label), Optional.empty(), List.of(), name.get());
            return List.of(linker -> linker.selectExport(label, place));
        }
        Optional<String> version = fields.text("version");
        if (fields.isBad("version")) {
            return List.of();
        }
        if (version.isEmpty()) {
            problems.at(
                    first.written(),
                    "expected an entry with the key version, because it has no backend and so chooses an export, found"
                            + " none; " + backends.existing());
            return List.of();
        }
        List<Declared> selected = new ArrayList<>();
        for (Interface each : interfaces) {
            String full = each.name() + "@" + version.get();
            String place = problems.place(each.written());
            subjects.once(Optional.empty(), Optional.empty(), List.of(full), each.written());
            selected.add(linker -> linker.selectExport(full, place));
        }
        return selected;
    }

    /** Where the entry has no version: those that the backend says it serves. */
    private List<String> versions(Interface each, Backend backend, Setting.Value id, boolean mayBeSeveral) {
        List<String> served = Stream.concat(
                        backend.serves().stream().flatMap(type -> InterfaceNames.of(type).stream()),
                        backend.offers().stream().map(Offer::interfaceName))
                .filter(name -> name.unversioned().equals(each.name()))
                .map(InterfaceName::toString)
                .distinct()
                .toList();
        if (served.isEmpty() || served.size() > 1 && !mayBeSeveral) {
            problems.at(
                    each.written(),
                    "expected an entry with the key version, because backend " + id.shown() + " "
                            + (served.isEmpty()
                                    ? "does not say in which it serves " + each.name()
                                    : "serves " + String.join(" and ", served))
                            + ", found none");
            return List.of();
        }
        return served;
    }

    private Optional<Setting.Value> id(Setting named) {
        Setting.Value value = named.isList() ? null : named.values().get(0);
        if (value == null || value.isSecret()) {
            problems.at(
                    named.from(),
                    named.to(),
                    "expected the id of a registered backend, found " + (value == null ? "a list" : "a secret"));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** What the embedder registered for these interfaces, if that is one backend. */
    private Optional<Setting.Value> defaultId(List<Interface> interfaces) {
        Node.Scalar first = interfaces.get(0).written();
        Set<String> ids = new LinkedHashSet<>();
        interfaces.forEach(each -> registry.defaultFor(each.name()).ifPresent(ids::add));
        if (ids.size() > 1) {
            problems.at(
                    first,
                    "expected the setting backend, because these interfaces have several by default ("
                            + String.join(", ", ids) + "), found none");
        }
        return ids.stream()
                .findFirst()
                .map(id -> new Setting.Value(id, id, Printable.quoted(id), false, false, first.from(), first.to()));
    }

    /** {@code config}, then {@code configFrom}, then {@code secretFrom}; later ones win. */
    private Map<String, Setting> settings(Fields fields) {
        Map<String, Setting> settings = new LinkedHashMap<>(backends.settings(fields.fields("config"), false));
        for (String list : List.of("configFrom", "secretFrom")) {
            for (Fields source : fields.rows(list)) {
                source.scalar("name")
                        .ifPresent(name -> references
                                .resolveAll(list, name)
                                .forEach((key, value) -> settings.put(
                                        key,
                                        new Setting(
                                                key,
                                                name.from(),
                                                name.to(),
                                                List.of(new Setting.Value(
                                                        value,
                                                        "${" + list + ":" + name.text() + "}",
                                                        "that of " + list + " " + name.found(),
                                                        true,
                                                        list.equals("secretFrom"),
                                                        name.from(),
                                                        name.to())),
                                                false))));
            }
        }
        return settings;
    }
}
