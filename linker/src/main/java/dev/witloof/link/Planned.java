package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.host.AdapterKind;
import dev.witloof.name.InterfaceName;
import dev.witloof.type.InstanceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An import, what the plan shows of its binding, and what serves it.
 *
 * @param need the import
 * @param bound what the plan shows
 * @param target what serves it: never a factory
 * @param served the Java interface that a backend is for the import; empty if it is none, or the target no backend
 * @param around what stands around its functions
 */
record Planned(Need need, BoundImport bound, Target target, Optional<Served> served, Around around) {

    private static final Target NOTHING = new Target.OfFunctions(Functions.of(f -> {}));

    /** An import that nothing need serve. */
    static Planned byType(Need need) {
        BoundImport bound = new BoundImport(
                need.ref(),
                "nothing (its type says all)",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                need.member(),
                List.of(),
                List.of());
        return new Planned(need, bound, NOTHING, Optional.empty(), Around.NOTHING);
    }

    static Planned of(Need need, Target target, Answer.Found found, Around around, AdapterKind adapters) {
        Optional<Class<?>> type = Optional.empty();
        if (target instanceof Target.OfInterface object) {
            type = Optional.of(object.type());
        } else if (target instanceof Target.OfBackend backend) {
            type = backend.backend().serving(need.ref());
        }
        BoundImport bound = new BoundImport(
                need.ref(),
                target.description(),
                Optional.of(found.step()),
                Optional.of(found.place()),
                found.reason(),
                otherVersion(need, target, type, found),
                need.member(),
                around.descriptions(target),
                around.denied());
        if (target instanceof Target.OfInterface object) {
            Target.OfServed ready = object.matched(need, adapters);
            return new Planned(need, bound, ready, Optional.of(ready.served()), around);
        }
        return new Planned(need, bound, target, type.map(each -> Served.of(each, need, adapters)), around);
    }

    /** The interface in the version that serves the import: what serves it says so, else what was declared. */
    private static Optional<InterfaceName> otherVersion(
            Need need, Target target, Optional<Class<?>> type, Answer.Found found) {
        List<InterfaceName> given = new ArrayList<>();
        type.flatMap(Served::interfaceName).ifPresent(given::add);
        if (given.isEmpty() && target instanceof Target.OfBackend backend) {
            given.addAll(Bindings.interfaces(backend.backend()));
        }
        if (given.isEmpty() && found.declaration() != null) {
            found.declaration().interfaceName().ifPresent(given::add);
            given.addAll(found.declaration().implementing());
        }
        Optional<InterfaceName> wanted = need.ref().interfaceName();
        return wanted.flatMap(name -> Resolution.best(name, given)).filter(name -> !name.equals(wanted.get()));
    }

    /** What is wrong with the binding, as far as it is known before anything is started. */
    Optional<Finding> check() {
        if (served.isPresent()) {
            Optional<InterfaceName> wanted = need.ref().interfaceName();
            Optional<InterfaceName> given = Served.interfaceName(served.get().type());
            boolean other =
                    wanted.isPresent() && given.isPresent() && !wanted.get().matches(given.get());
            return other
                    ? Optional.of(otherInterface(wanted.get(), List.of(given.get())))
                    : mismatch(served.get().differences());
        }
        if (target instanceof Target.Ready ready) {
            return mismatch(ready.differences(need));
        }
        return target instanceof Target.OfBackend ofBackend ? checkOffers(ofBackend.backend()) : Optional.empty();
    }

    /** What is wrong with what stands around it: a policy that denies all of it, or a wrapper that cannot stand there. */
    Optional<Finding> checkAround() {
        return around.guard()
                .flatMap(guard -> Denied.finding(this, guard.decision()))
                .or(this::checkWrappers);
    }

    private Optional<Finding> checkWrappers() {
        List<String> lines = around.problems(need);
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Finding(Problem.Kind.UNFIT_WRAPPER, subject(), lines, bound.declaredAt(), Optional.empty())
                                .of(need));
    }

    /** Against what a backend started. */
    Optional<Finding> check(Functions started) {
        return mismatch(new Target.OfFunctions(started).differences(need));
    }

    private Optional<Finding> checkOffers(Backend backend) {
        List<Offer> offers = backend.offers();
        if (offers.isEmpty()
                && !backend.serves().isEmpty()
                && need.ref().interfaceName().isPresent()) {
            List<InterfaceName> names = backend.serves().stream()
                    .map(type -> Served.interfaceName(type).orElseThrow())
                    .toList();
            return Optional.of(otherInterface(need.ref().interfaceName().get(), names));
        }
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
                        Optional.of(remedy().orElse("bind a backend that serves " + wanted)))
                .of(need);
    }

    private Optional<String> remedy() {
        return target instanceof Target.OfBackend of ? of.backend().remedy(need.ref()) : Optional.empty();
    }

    private Optional<Finding> mismatch(List<TypeDifference> differences) {
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                                Problem.Kind.TYPE_MISMATCH,
                                subject(),
                                Finding.lines(differences),
                                bound.declaredAt(),
                                Optional.empty())
                        .of(need));
    }

    /** {@code import "cache", bound to in-memory key-value (ShopApp.java:31)}. */
    String subject() {
        return need.name() + ", bound to " + bound.servedBy();
    }
}
