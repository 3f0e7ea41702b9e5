package dev.witloof.link;

import dev.witloof.error.Problem;
import dev.witloof.error.StartException;
import dev.witloof.instance.ImportValue;
import dev.witloof.name.ImportRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One run of starting a plan: opens each backend once and asks it for each of its imports. */
final class Starting {

    private final Needs needs;
    private final List<Planned> planned;
    private final Map<Planned, InterceptedObject> implementations = new IdentityHashMap<>();
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
     * @param imports what instances are given
     */
    record Result(Opened opened, InstanceImports imports) {}

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
            return new Result(opened, imports());
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
            InterceptedObject given = implementation(started, plan);
            if (given.object() instanceof Functions functions) {
                plan.check(functions).ifPresent(mismatches::add);
            }
            implementations.put(plan, given);
        }
        if (!mismatches.isEmpty()) {
            throw Report.failedToStart(needs, mismatches, null);
        }
    }

    /** What a backend gave for an import: functions, an object of the interface in question, or a maker of such objects. */
    private InterceptedObject implementation(Backend.Started started, Planned plan) {
        Object implementation;
        try {
            implementation = started.implementation(plan.need().ref());
        } catch (Exception failure) {
            throw failed(plan, Optional.empty(), "implementation " + Finding.threw(failure), failure);
        }
        InterceptedObject given = InterceptedObject.of(implementation);
        Object object = given.object();
        Optional<Served> served = plan.served();
        boolean fits = object instanceof Functions
                || served.isPresent()
                        && (object instanceof PerInstance || served.get().type().isInstance(object));
        if (fits) {
            return given;
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

    private InstanceImports imports() {
        InstanceImports imports = new InstanceImports();
        for (Planned plan : planned) {
            String servedBy = plan.bound().servedBy();
            InterceptedObject given = implementations.get(plan);
            List<Wrapper> inside = given == null ? List.of() : given.wrappers();
            if (given == null && !(plan.target() instanceof Target.Ready)) {
                continue;
            }
            UnaryOperator<ImportValue> around =
                    plan.around().inDeployment(plan.need().ref(), inside, servedBy);
            if (given == null) {
                Target.Ready ready = (Target.Ready) plan.target();
                imports.add(plan, around.apply(ready.value(plan.need(), servedBy)));
            } else if (given.object() instanceof PerInstance each) {
                imports.add(plan, each, around);
            } else if (given.object() instanceof Functions functions) {
                imports.add(plan, around.apply(new Target.OfFunctions(functions).value(plan.need(), servedBy)));
            } else {
                Served served = plan.served().orElseThrow();
                imports.add(plan, around.apply(served.value(Objects.requireNonNull(given.object()), servedBy)));
            }
        }
        return imports;
    }
}
