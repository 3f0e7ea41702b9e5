package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.name.InterfaceName;
import dev.witloof.type.InstanceType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An import, what the plan shows of its binding, and what serves it.
 *
 * @param need the import
 * @param bound what the plan shows
 * @param target what serves it: never a factory
 */
record Planned(Need need, BoundImport bound, Target target) {

    private static final Target NOTHING = new Target.OfFunctions(Functions.of(f -> {}));

    /** An import that nothing need serve. */
    static Planned byType(Need need) {
        BoundImport bound = new BoundImport(
                need.ref(), "nothing (its type says all)", Optional.empty(), Optional.empty(), Optional.empty());
        return new Planned(need, bound, NOTHING);
    }

    static Planned of(Need need, Target target, Answer.Found found) {
        BoundImport bound = new BoundImport(
                need.ref(),
                target.description(),
                Optional.of(found.step()),
                Optional.of(found.place()),
                found.reason());
        return new Planned(need, bound, target);
    }

    /** What is wrong with the binding, as far as it is known before anything is started. */
    Optional<Finding> check() {
        if (target instanceof Target.Ready ready) {
            return mismatch(ready.differences(need));
        }
        return target instanceof Target.OfBackend ofBackend
                ? checkOffers(ofBackend.backend().offers())
                : Optional.empty();
    }

    /** Against what a backend started. */
    Optional<Finding> check(Functions started) {
        return mismatch(new Target.OfFunctions(started).differences(need));
    }

    private Optional<Finding> checkOffers(List<Offer> offers) {
        if (!(need.type() instanceof InstanceType)) {
            return mismatch(new Target.OfFunctions(Functions.of(f -> {})).differences(need));
        }
        if (offers.isEmpty()) {
            return Optional.empty();
        }
        Optional<InterfaceName> wanted = need.ref().interfaceName();
        if (wanted.isEmpty()) {
            return mismatch(offers.stream()
                    .map(this::differences)
                    .min(Comparator.comparingInt(List::size))
                    .orElseThrow());
        }
        List<InterfaceName> names = offers.stream().map(Offer::interfaceName).toList();
        Optional<InterfaceName> best = Resolution.best(wanted.get(), names);
        if (best.isEmpty()) {
            return Optional.of(otherInterface(wanted.get(), names));
        }
        return mismatch(differences(offers.get(names.indexOf(best.get()))));
    }

    private List<TypeDifference> differences(Offer offer) {
        return TypeDifference.ofFunctions((InstanceType) need.type(), offer.functions());
    }

    private Finding otherInterface(InterfaceName wanted, List<InterfaceName> offered) {
        List<String> otherVersions = offered.stream()
                .filter(name -> name.unversioned().equals(wanted.unversioned()))
                .map(InterfaceName::toString)
                .toList();
        List<String> shown = otherVersions.isEmpty()
                ? offered.stream().map(InterfaceName::toString).toList()
                : otherVersions;
        return new Finding(
                otherVersions.isEmpty() ? Problem.Kind.TYPE_MISMATCH : Problem.Kind.VERSION,
                subject(),
                Finding.lines(List.of(new TypeDifference("", wanted.toString(), Text.list(shown)))),
                bound.declaredAt(),
                Optional.of("bind a backend that serves " + wanted));
    }

    private Optional<Finding> mismatch(List<TypeDifference> differences) {
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        Problem.Kind.TYPE_MISMATCH,
                        subject(),
                        Finding.lines(differences),
                        bound.declaredAt(),
                        Optional.empty()));
    }

    /** {@code import "cache", bound to in-memory key-value (ShopApp.java:31)}. */
    String subject() {
        return need.name() + ", bound to " + bound.servedBy();
    }
}
