package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.name.ExportRef;
import dev.witloof.name.InterfaceName;
import dev.witloof.name.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the exports that were chosen among those that a component has. */
final class ExportSelecting {

    private final List<ExportRef> exports;
    private final List<SelectedExport> selected = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    ExportSelecting(List<ExportRef> exports) {
        this.exports = List.copyOf(exports);
    }

    /** What was found, each once, in the order in which it was chosen. */
    List<SelectedExport> selected() {
        return selected;
    }

    /** A problem for each that the component does not have. */
    List<Finding> findings() {
        return findings;
    }

    /** The exports that were chosen as such. */
    void select(List<ExportSelection> selections) {
        for (ExportSelection selection : selections) {
            Optional<ExportRef> found = selection.name().indexOf(':') < 0
                    ? plain(selection.name())
                    : unnamed(InterfaceName.parse(selection.name()));
            if (found.isPresent()) {
                add(found.get(), selection.place());
            } else {
                findings.add(missing(selection));
            }
        }
    }

    /**
     * The exports of bindings that choose one where no import takes them.
     *
     * @param used the bindings that imports take; those that choose an export are added
     */
    void select(List<Declaration> declarations, Set<Declaration> used) {
        for (Declaration declaration : declarations) {
            if (declaration.isOrExport() && !used.contains(declaration)) {
                List<ExportRef> found = meant(declaration);
                found.forEach(export -> add(export, declaration.place()));
                if (!found.isEmpty()) {
                    used.add(declaration);
                }
            }
        }
    }

    private List<ExportRef> meant(Declaration declaration) {
        if (declaration.interfaceName().isPresent()) {
            return unnamed(declaration.interfaceName().get()).stream().toList();
        }
        return exports.stream()
                .filter(export -> declaration.name().isPresent()
                        || declaration.externalId().isPresent())
                .filter(export -> declaration.name().map(export.name()::equals).orElse(true))
                .filter(export -> declaration.externalId().isEmpty()
                        || declaration.externalId().equals(export.externalId()))
                .filter(export -> declaration.isImplementedBy(export.interfaceName()))
                .toList();
    }

    private void add(ExportRef export, Place place) {
        if (selected.stream().noneMatch(each -> each.exportRef().equals(export))) {
            selected.add(new SelectedExport(export, place.text()));
        }
    }

    private Optional<ExportRef> plain(String name) {
        return exports.stream().filter(export -> export.name().equals(name)).findFirst();
    }

    /** The export that has no name of its own and is of this interface: of this version, else of the highest that matches. */
    private Optional<ExportRef> unnamed(InterfaceName wanted) {
        List<ExportRef> unnamed =
                exports.stream().filter(export -> !export.isNamed()).toList();
        Optional<InterfaceName> best = Resolution.best(
                wanted,
                unnamed.stream()
                        .flatMap(export -> export.interfaceName().stream())
                        .toList());
        return unnamed.stream()
                .filter(export -> best.isPresent() && export.interfaceName().equals(best))
                .findFirst();
    }

    /** What could have been chosen. */
    static String there(List<ExportRef> exports) {
        return "the component exports "
                + (exports.isEmpty()
                        ? "nothing"
                        : Text.list(exports.stream()
                                .map(export -> Text.quoted(export.name()))
                                .toList()));
    }

    private Finding missing(ExportSelection selection) {
        List<String> lines = new ArrayList<>();
        Optional<String> near = Nearest.to(
                selection.name(), exports.stream().map(ExportRef::name).toList());
        lines.add(there(exports)
                + near.map(name -> ". Did you mean " + Text.quoted(name) + "?").orElse(""));
        if (selection.name().indexOf(':') >= 0) {
            InterfaceName wanted = InterfaceName.parse(selection.name());
            for (ExportRef export : exports) {
                Optional<InterfaceName> given = export.interfaceName();
                if (given.isPresent() && given.get().unversioned().equals(wanted.unversioned())) {
                    lines.add(
                            export.isNamed()
                                    ? "export " + Text.quoted(export.name()) + " implements " + given.get()
                                            + ", and is chosen by its name"
                                    : export.name() + " is another version: " + Loss.ofVersions(wanted, given.get()));
                }
            }
        }
        return new Finding(
                Problem.Kind.NO_SUCH_EXPORT,
                "export " + Text.quoted(selection.name()),
                lines,
                Optional.of(selection.place().text()),
                Optional.of(near.map(name -> "choose " + Text.quoted(name)).orElse("choose another one, or none")));
    }
}
