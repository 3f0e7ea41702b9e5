package dev.witloof.link;

import dev.witloof.name.ImportRef;
import dev.witloof.name.InterfaceName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How one import finds what serves it: the steps of {@link Step} in their order, the first with an answer decides. */
final class Resolution {

    private final Bindings bindings;
    private final Siblings siblings;
    private final List<Exception> thrown = new ArrayList<>();

    Resolution(Bindings bindings, Siblings siblings) {
        this.bindings = bindings;
        this.siblings = siblings;
    }

    /** What resolvers threw so far. */
    List<Exception> thrown() {
        return thrown;
    }

    Answer resolve(Need need) {
        List<String> notes = new ArrayList<>();
        for (Step step : Step.values()) {
            List<Answer.Found> found = step == Step.COMPOSITION ? siblings.serving(need) : ask(step, need.ref(), notes);
            if (found.size() == 1) {
                return found.get(0);
            }
            if (!found.isEmpty()) {
                return new Answer.Conflict(step, found);
            }
        }
        notes.addAll(siblings.notes(need));
        return new Answer.None(notes, siblings.fix(need));
    }

    private List<Answer.Found> ask(Step step, ImportRef ref, List<String> notes) {
        if (step == Step.RESOLVER) {
            return askResolvers(ref, notes);
        }
        if (step == Step.INTERFACE) {
            return ref.isNamed() && !bindings.allowsInterfaceFor(ref.name())
                    ? List.of()
                    : ref.interfaceName().map(this::forInterface).orElse(List.of());
        }
        List<Declaration> candidates = step == Step.EXTERNAL_ID
                ? forExternalId(ref)
                : ref.isNamed() ? bindings.forName(ref.name()) : List.of();
        List<Declaration> fitting = candidates.stream()
                .filter(d -> d.step() == step)
                .filter(d -> step != Step.NAME_AND_EXTERNAL_ID || d.externalId().equals(ref.externalId()))
                .filter(d -> d.isImplementedBy(ref))
                .toList();
        return fitting.size() > 1 ? ofBestVersion(ref, fitting) : answers(fitting);
    }

    private static List<Answer.Found> answers(List<Declaration> declarations) {
        return declarations.stream().map(Answer.Found::of).toList();
    }

    /** Where each says which interface it is for, those of the best version. */
    private static List<Answer.Found> ofBestVersion(ImportRef ref, List<Declaration> fitting) {
        Optional<InterfaceName> wanted = ref.interfaceName();
        if (wanted.isEmpty() || fitting.stream().anyMatch(d -> d.implementing().isEmpty())) {
            return answers(fitting);
        }
        List<InterfaceName> names =
                fitting.stream().flatMap(d -> d.implementing().stream()).toList();
        InterfaceName best = best(wanted.get(), names).orElseThrow();
        return answers(
                fitting.stream().filter(d -> d.implementing().contains(best)).toList());
    }

    private List<Declaration> forExternalId(ImportRef ref) {
        return ref.externalId().map(bindings::forExternalId).orElse(List.of());
    }

    /** Of several versions on one track the exact one answers, else the highest; two of the same are a conflict. */
    private List<Answer.Found> forInterface(InterfaceName needed) {
        List<Bindings.Provision> matching = bindings.forInterface(needed).stream()
                .filter(p -> needed.matches(p.name()))
                .toList();
        Optional<InterfaceName> best =
                best(needed, matching.stream().map(Bindings.Provision::name).toList());
        return matching.stream()
                .filter(p -> best.isPresent() && p.name().equals(best.get()))
                .map(p -> Answer.Found.of(p.declaration()))
                .toList();
    }

    /** Of the names that match the need, the exact one, else the one with the highest version. */
    static Optional<InterfaceName> best(InterfaceName needed, List<InterfaceName> names) {
        List<InterfaceName> matching = names.stream().filter(needed::matches).toList();
        if (matching.contains(needed)) {
            return Optional.of(needed);
        }
        return matching.stream().max(Comparator.comparing(name -> name.version().orElseThrow()));
    }

    private List<Answer.Found> askResolvers(ImportRef ref, List<String> notes) {
        List<Answer.Found> found = new ArrayList<>();
        for (Linker.Resolver resolver : bindings.resolvers()) {
            String who = "the resolver (" + resolver.place() + ")";
            Optional<Binding> answer;
            try {
                answer = resolver.answers().apply(ref);
            } catch (RuntimeException failure) {
                thrown.add(failure);
                notes.add(who + " " + Finding.threw(failure));
                continue;
            }
            if (answer == null) {
                notes.add(who + " returned null, expected an Optional");
            } else if (answer.isEmpty()) {
                notes.add(who + " has no answer");
            } else {
                Binding binding = answer.get();
                found.add(new Answer.Found(
                        binding.target(), Step.RESOLVER, resolver.place(), binding.reason(), binding.wrappers(), null));
            }
        }
        return found;
    }
}
