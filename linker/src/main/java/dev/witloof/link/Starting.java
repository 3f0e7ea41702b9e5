package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.error.StartException;
import dev.witloof.instance.ImportValue;
import dev.witloof.name.ImportRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of starting a plan: opens each backend once and asks it for each of its imports. */
final class Starting {

    private final Needs needs;
    private final List<Planned> planned;
    private final Map<Planned, Given> implementations = new IdentityHashMap<>();
    private final Opened opened;

    private Starting(Needs needs, List<Planned> planned, Sharing sharing) {
        this.needs = needs;
        this.planned = planned;
        this.opened = new Opened(sharing);
    }

    /**
     * What was opened, and what each import is given.
     *
     * @param opened what is to be closed
     * @param values by the imports' {@linkplain Need#key keys}
     */
    record Result(Opened opened, Map<String, ImportValue> values) {}

    /**
     * Opens everything, or nothing.
     *
     * @throws StartException if something failed; what had been opened is closed, in reverse
     */
    static Result start(Needs needs, List<Planned> planned, Sharing sharing) {
        return new Starting(needs, planned, sharing).run();
    }

    private Result run() {
        try {
            Map<Backend, List<Planned>> byBackend = new IdentityHashMap<>();
            List<Backend> inOrder = new ArrayList<>();
            for (Planned plan : planned) {
                if (plan.target() instanceof Target.OfBackend target) {
                    byBackend
                            .computeIfAbsent(target.backend(), backend -> {
                                inOrder.add(backend);
                                return new ArrayList<>();
                            })
                            .add(plan);
                }
            }
            for (Backend backend : inOrder) {
                start(backend, byBackend.get(backend));
            }
            return new Result(opened, values());
        } catch (RuntimeException | Error failure) {
            opened.close().stream().filter(f -> f != failure).forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private void start(Backend backend, List<Planned> plans) {
        List<ImportRef> refs =
                plans.stream().map(p -> p.need().ref()).distinct().toList();
        Backend.Started started;
        try {
            started = opened.start(backend, refs);
        } catch (Exception failure) {
            throw failed(plans.get(0), served(plans), "start " + Finding.threw(failure), failure);
        }
        if (started == null) {
            throw failed(plans.get(0), served(plans), "start returned null, expected what was opened", null);
        }
        List<Finding> mismatches = new ArrayList<>();
        for (Planned plan : plans) {
            Given given = implementation(started, plan);
            if (given.target() instanceof Target.OfFunctions functions) {
                plan.check(functions.functions()).ifPresent(mismatches::add);
            }
            implementations.put(plan, given);
        }
        if (!mismatches.isEmpty()) {
            throw Report.failedToStart(needs, mismatches, null);
        }
    }

    /**
     * What a backend gave for an import.
     *
     * @param target what it is
     * @param wrappers what the backend itself put around it
     */
    private record Given(Target.Ready target, List<Wrapper> wrappers) {}

    private Given implementation(Backend.Started started, Planned plan) {
        Object implementation;
        try {
            implementation = started.implementation(plan.need().ref());
        } catch (Exception failure) {
            throw failed(plan, Optional.empty(), "implementation " + Finding.threw(failure), failure);
        }
        InterceptedObject given = InterceptedObject.of(implementation);
        Object object = given.object();
        if (object instanceof Functions functions) {
            return new Given(new Target.OfFunctions(functions), given.wrappers());
        }
        Optional<Served> served = plan.served();
        if (object != null && served.isPresent() && served.get().type().isInstance(object)) {
            Target.OfInterface target = new Target.OfInterface(served.get().type(), object);
            return new Given(new Target.OfServed(target, served.get()), given.wrappers());
        }
        String found = object == null ? "null" : object.getClass().getName();
        throw failed(
                plan,
                Optional.empty(),
                "implementation returned " + found + ", expected "
                        + served.map(each -> each.type().getName()).orElse(Functions.class.getName()),
                null);
    }

    private static Optional<String> served(List<Planned> plans) {
        return plans.size() == 1
                ? Optional.empty()
                : Optional.of("it serves "
                        + Text.list(plans.stream()
                                .map(p -> Text.quoted(p.need().ref().name()))
                                .toList()));
    }

    private StartException failed(Planned plan, Optional<String> served, String what, @Nullable Exception cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        List<String> lines = new ArrayList<>();
        served.ifPresent(lines::add);
        lines.add(what);
        if (cause != null) {
            lines.add("its message may hold a secret and stands only in this exception's cause");
        }
        Finding finding = new Finding(
                        Problem.Kind.FAILED_TO_START,
                        plan.subject(),
                        lines,
                        plan.bound().declaredAt(),
                        Optional.empty())
                .of(plan.need());
        return Report.failedToStart(needs, List.of(finding), cause);
    }

    private Map<String, ImportValue> values() {
        Map<String, ImportValue> values = new LinkedHashMap<>();
        for (Planned plan : planned) {
            Given given = implementations.get(plan);
            Target target = given != null ? given.target() : plan.target();
            if (target instanceof Target.Ready ready) {
                String servedBy = plan.bound().servedBy();
                ImportValue value = ready.value(plan.need(), servedBy);
                List<Wrapper> inside = given != null ? given.wrappers() : List.of();
                values.put(plan.need().key(), plan.around().value(plan.need().ref(), value, inside, servedBy));
            }
        }
        return values;
    }
}
