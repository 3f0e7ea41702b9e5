package dev.witloof.link;

import dev.witloof.instance.Component;
import dev.witloof.name.ExportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.type.ExternType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the members of a composition export, and which of it serves an import of another member. */
final class MemberExports {

    private final Composition composition;
    private final Origins origins;
    private final Map<String, List<Export>> byMember = new LinkedHashMap<>();
    private final Map<String, List<Export>> byName = new HashMap<>();
    private final Map<String, List<Export>> byInterface = new HashMap<>();
    private final Map<String, List<Wire>> wires = new HashMap<>();

    /**
     * An export of a member.
     *
     * @param member the member
     * @param ref its name and what stands beside it
     * @param type its type
     */
    private record Export(String member, ExportRef ref, ExternType type) {

        boolean isOf(Need need) {
            return need.member().filter(member::equals).isPresent();
        }

        boolean matches(Optional<InterfaceName> wanted) {
            return wanted.isPresent()
                    && ref.interfaceName().filter(wanted.get()::matches).isPresent();
        }
    }

    MemberExports(Composition composition, Origins origins) {
        this.composition = composition;
        this.origins = origins;
        composition.members().forEach(this::collect);
        for (Wire wire : composition.wires()) {
            add(wires, wire.key(), wire);
        }
    }

    private void collect(String member, Component component) {
        for (int i = 0; i < component.exports().size(); i++) {
            ExportRef ref = component.exports().get(i);
            Export export =
                    new Export(member, ref, component.type().exports().get(i).type());
            add(byMember, member, export);
            add(byName, ref.name(), export);
            ref.interfaceName().ifPresent(name -> add(byInterface, name.unversioned(), export));
        }
    }

    private static <T> void add(Map<String, List<T>> index, String key, T value) {
        index.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    private List<Wire> wires(Need need) {
        return wires.getOrDefault(need.key(), List.of());
    }

    /** The answers for an import: wires, else the member of its name, else the export of its name or interface. */
    List<Answer.Found> serving(Need need) {
        List<Wire> wired = wires(need);
        if (!wired.isEmpty()) {
            return wired.stream().map(wire -> found(export(wire), wire.place())).toList();
        }
        List<Export> found = need.ref().isNamed() ? forNamed(need) : unnamed(need, alike(need));
        return found.stream()
                .map(export ->
                        found(export, composition.added().get(export.member()).place()))
                .toList();
    }

    private Export export(Wire wire) {
        return byMember.get(wire.exporter()).stream()
                .filter(export -> export.ref().name().equals(wire.export()))
                .findFirst()
                .orElseThrow();
    }

    private Answer.Found found(Export export, String place) {
        Target target = new Target.OfMember(export.member(), export.ref().name(), export.type(), origins);
        return new Answer.Found(target, Step.COMPOSITION, place, Optional.empty(), List.of(), null);
    }

    private List<Export> forNamed(Need need) {
        String name = need.ref().name();
        Optional<InterfaceName> wanted = need.ref().interfaceName();
        List<Export> ofMember = select(byMember.get(name), export -> !export.isOf(need) && export.matches(wanted));
        if (!ofMember.isEmpty()) {
            List<Export> unnamed = unnamed(need, ofMember);
            return unnamed.isEmpty() ? ofMember : unnamed;
        }
        return select(byName.get(name), export -> !export.isOf(need) && isAlike(need, export));
    }

    private static boolean isAlike(Need need, Export export) {
        Optional<InterfaceName> wanted = need.ref().interfaceName();
        return export.ref().kind().equals(need.ref().kind())
                && (wanted.isPresent()
                        ? export.matches(wanted)
                        : export.ref().interfaceName().isEmpty());
    }

    /** The exports of other members that are of the import's interface. */
    private List<Export> alike(Need need) {
        Optional<InterfaceName> wanted = need.ref().interfaceName();
        return select(
                wanted.map(name -> byInterface.get(name.unversioned())).orElse(null),
                export -> !export.isOf(need) && export.matches(wanted));
    }

    /** Of these, those that have no name of their own: of the exact version, else of the highest. */
    private static List<Export> unnamed(Need need, List<Export> exports) {
        List<Export> unnamed = select(exports, export -> !export.ref().isNamed());
        Optional<InterfaceName> best = need.ref()
                .interfaceName()
                .flatMap(wanted -> Resolution.best(
                        wanted,
                        unnamed.stream()
                                .flatMap(each -> each.ref().interfaceName().stream())
                                .toList()));
        return select(unnamed, export -> export.ref().interfaceName().equals(best));
    }

    private static List<Export> select(@Nullable List<Export> exports, Predicate<Export> which) {
        return exports == null ? List.of() : exports.stream().filter(which).toList();
    }

    /** The exports that came close and do not serve an import, with the reason. */
    List<String> notes(Need need) {
        List<String> notes = new ArrayList<>();
        for (Export export : alike(need)) {
            notes.add(export.member() + " exports it as "
                    + Text.quoted(export.ref().name()) + (need.ref().isNamed() ? "" : ", which no unnamed import takes")
                    + ": a wire would be an answer");
        }
        Optional<InterfaceName> wanted = need.ref().interfaceName();
        for (Export export : select(byName.get(need.ref().name()), each -> !each.isOf(need) && !isAlike(need, each))) {
            notes.add(export.member() + " exports " + Text.quoted(export.ref().name()) + ", "
                    + export.ref()
                            .implementsName()
                            .map(name -> "which implements " + name)
                            .orElse(Text.article(export.ref().kind())
                                    + (wanted.isPresent() ? " that says of no interface" : "")));
        }
        wanted.ifPresent(name -> select(
                        byInterface.get(name.unversioned()), each -> !each.isOf(need) && !each.matches(wanted))
                .forEach(export -> notes.add(export.member() + " exports it in another version: " + export.ref())));
        return notes.stream().limit(Text.LONGEST_LIST).toList();
    }

    /** The wire that would decide among several exports; none where wires are the answers already. */
    Optional<String> choice(Need need, List<Answer.Found> found) {
        return wires(need).isEmpty() && found.get(0).target() instanceof Target.OfMember target
                ? Optional.of("."
                        + Wire.written(
                                target.member(),
                                target.export(),
                                need.member().orElseThrow(),
                                need.ref().name())
                        + ", or from another of them")
                : Optional.empty();
    }

    /** The wire that would serve an import, if only one export could. */
    Optional<String> fix(Need need) {
        List<Export> alike = alike(need);
        return alike.size() == 1
                ? Optional.of("."
                        + Wire.written(
                                alike.get(0).member(),
                                alike.get(0).ref().name(),
                                need.member().orElseThrow(),
                                need.ref().name()))
                : Optional.empty();
    }
}
