package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.instance.Beginning;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComposedComponent;
import dev.witloof.instance.ImportValue;
import dev.witloof.name.ExportRef;
import dev.witloof.type.ExternDecl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One run of planning a composition: what its members give each other, and how all of them become one instance. */
final class Composing implements Siblings {

    private final Composition composition;
    private final Needs needs;
    private final Origins origins = new Origins();
    private final MemberExports exports;
    private List<String> order = List.of();
    private Map<String, String> exporters = Map.of();
    private SharedImports shared = new SharedImports(List.of(), List.of());

    private Composing(Composition composition) {
        this.composition = composition;
        this.needs = needs(composition);
        this.exports = new MemberExports(composition, origins);
    }

    static LinkPlan plan(Composition composition, Linker linker) {
        Composing run = new Composing(composition);
        return linker.plan(run.needs, run, () -> beginning(composition), planned -> run.instantiation(planned, linker));
    }

    private static Beginning beginning(Composition composition) {
        return composition.members().values().stream()
                .map(Component::beginning)
                .reduce(Beginning.NOTHING, Beginning::and);
    }

    private static Needs needs(Composition composition) {
        List<Need> imports = new ArrayList<>();
        List<String> unsupported = new ArrayList<>();
        composition.members().forEach((name, component) -> {
            for (Need need : Needs.of(component).imports()) {
                imports.add(need.of(name));
            }
            component.unsupported().forEach(feature -> unsupported.add(name + ": " + feature));
        });
        return new Needs(
                "composition of " + Text.list(List.copyOf(composition.members().keySet())),
                digest(composition),
                imports,
                unsupported,
                List.of(),
                members(composition, composition.members().keySet()));
    }

    private static List<Needs.Member> members(Composition composition, Iterable<String> names) {
        List<Needs.Member> members = new ArrayList<>();
        for (String name : names) {
            Component component = composition.members().get(name);
            members.add(new Needs.Member(name, component.name(), component.sha256()));
        }
        return members;
    }

    /** Of all that the composition is made of: members, wires and preferences, but not where they were declared. */
    private static String digest(Composition composition) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(composition.members())
                .forEach((name, component) ->
                        text.append(name).append(' ').append(component.sha256()).append('\n'));
        composition.wires().stream().map(wire -> wire.written() + "\n").sorted().forEach(text::append);
        composition.exportFrom().forEach(member -> text.append(member).append('\n'));
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public List<Answer.Found> serving(Need need) {
        return exports.serving(need);
    }

    @Override
    public List<String> notes(Need need) {
        return exports.notes(need);
    }

    @Override
    public Optional<String> fix(Need need) {
        return exports.fix(need);
    }

    @Override
    public Optional<String> choice(Need need, List<Answer.Found> found) {
        return exports.choice(need, found);
    }

    @Override
    public Needs settled(Needs planned) {
        return new Needs(
                planned.name(),
                planned.sha256(),
                planned.imports(),
                planned.unsupported(),
                planned.exports(),
                members(composition, order));
    }

    @Override
    public List<ExportRef> exports(List<ExportRef> none) {
        List<ExportRef> composed = new ArrayList<>();
        composition
                .members()
                .forEach((name, component) -> component.exports().stream()
                        .filter(export -> name.equals(exporters.get(export.name())))
                        .forEach(composed::add));
        return composed;
    }

    @Override
    public List<Finding> settle(List<Need> imports, List<Answer> answers) {
        MemberOrder members = new MemberOrder(composition.members().keySet(), imports, answers);
        order = members.members();
        shared = new SharedImports(imports, answers);
        if (members.cycles().isEmpty()) {
            order.forEach(member -> follow(member, imports, answers));
            origins.settle();
        }
        ComposedExports composed = new ComposedExports(composition, answers);
        exporters = composed.exporters();
        List<Finding> findings = new ArrayList<>(members.cycles());
        findings.addAll(composed.conflicts());
        findings.addAll(unused(imports, answers));
        return findings;
    }

    /** Notes where the resource types of a member's imports come from. */
    private void follow(String member, List<Need> imports, List<Answer> answers) {
        for (int i = 0; i < imports.size(); i++) {
            Need need = imports.get(i);
            if (need.member().orElseThrow().equals(member)) {
                if (!(answers.get(i) instanceof Answer.Found found)) {
                    origins.unserved(need);
                } else if (found.target() instanceof Target.OfMember target) {
                    origins.served(need, target);
                } else {
                    origins.served(need, shared.group(need));
                }
            }
        }
    }

    /** The wires that a binding overrules. */
    private List<Finding> unused(List<Need> imports, List<Answer> answers) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < imports.size(); i++) {
            places.put(imports.get(i).key(), i);
        }
        List<Finding> findings = new ArrayList<>();
        for (Wire wire : composition.wires()) {
            int i = places.get(wire.key());
            if (answers.get(i) instanceof Answer.Found found && found.step() != Step.COMPOSITION) {
                findings.add(new Finding(
                        Problem.Kind.UNUSED_BINDING,
                        wire.written() + " (" + wire.place() + ")",
                        List.of(imports.get(i).name() + " is served by " + found.candidate() + ", by "
                                + found.step().words()),
                        Optional.of(wire.place()),
                        Optional.of("remove it, or the binding")));
            }
        }
        return findings;
    }

    private Deployment.Instantiation instantiation(List<Planned> planned, Linker linker) {
        List<ComposedComponent.Member> members = new ArrayList<>();
        order.forEach(name -> members.add(
                new ComposedComponent.Member(name, composition.members().get(name))));
        ComposedComponent composed =
                ComposedComponent.of(needs.name(), needs.sha256(), members, imports(planned), exporters);
        composed.prepare();
        List<Need> imports = planned.stream().map(Planned::need).toList();
        return values -> composed.instantiate(linker.newStore(), byMember(imports, values));
    }

    /** What is left to import; what members share, once. */
    private List<ExternDecl> imports(List<Planned> planned) {
        List<ExternDecl> imports = new ArrayList<>();
        Set<String> groups = new HashSet<>();
        for (Planned each : planned) {
            Need need = each.need();
            if (!(each.target() instanceof Target.OfMember)
                    && (!shared.isShared(need) || groups.add(shared.group(need)))) {
                imports.add(new ExternDecl(need.ref().name(), need.ref().attributes(), need.type()));
            }
        }
        return imports;
    }

    private Map<String, Map<String, ImportValue>> byMember(List<Need> imports, Map<String, ImportValue> values) {
        Map<String, Map<String, ImportValue>> given = new LinkedHashMap<>();
        for (Need need : imports) {
            ImportValue value = values.get(need.key());
            given.computeIfAbsent(need.member().orElseThrow(), member -> new LinkedHashMap<>())
                    .put(
                            need.ref().name(),
                            shared.isShared(need) ? new ImportValue.Shared(value, shared.group(need)) : value);
        }
        return given;
    }
}
