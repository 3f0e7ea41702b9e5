package dev.witloof.link;

import dev.witloof.error.TrapException;
import dev.witloof.instance.Call;
import dev.witloof.instance.HostFunction;
import dev.witloof.instance.ImportValue;
import dev.witloof.name.ImportRef;
import dev.witloof.policy.Audit;
import dev.witloof.policy.OwnError;
import dev.witloof.policy.PolicyDecision;
import dev.witloof.policy.PolicySubject;
import dev.witloof.policy.Verdict;
import dev.witloof.type.FuncType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What stands around the functions of one binding: what the policy denies, and inside that the wrappers.
 *
 * @param wrappers those of the binding, outermost first
 * @param guard what the policy says
 */
record Around(List<Wrapper> wrappers, Optional<Guard> guard) {

    /** Nothing. */
    static final Around NOTHING = new Around(List.of(), Optional.empty());

    Around {
        wrappers = List.copyOf(wrappers);
    }

    /** What the wrappers call themselves, and those that are known to stand around a backend. */
    List<String> descriptions(Target target) {
        Stream<Wrapper> inside = target instanceof Target.OfBackend backend
                ? InterceptedBackend.around(backend.backend()).stream()
                : Stream.of();
        return Stream.concat(wrappers.stream(), inside)
                .map(wrapper -> Text.plain(wrapper.description()))
                .toList();
    }

    /** The functions that are denied when they are called. */
    List<BoundImport.DeniedFunction> denied() {
        List<BoundImport.DeniedFunction> denied = new ArrayList<>();
        guard.ifPresent(each -> each.decision().functions().forEach((function, verdict) -> {
            if (!verdict.allowed()) {
                denied.add(new BoundImport.DeniedFunction(
                        Text.plain(function), verdict.place().orElseThrow()));
            }
        }));
        return denied;
    }

    /** Why the wrappers cannot stand around an import. */
    List<String> problems(Need need) {
        Map<String, FuncType> functions = need.functionTypes();
        if (!wrappers.isEmpty() && functions.isEmpty()) {
            return List.of("wrappers stand around functions, and it has none: it is " + need.wanted());
        }
        List<String> problems = new ArrayList<>();
        for (Wrapper wrapper : wrappers) {
            wrapper.problems(need.ref(), functions)
                    .forEach(problem -> problems.add(Text.plain(wrapper.description()) + ": " + Text.plain(problem)));
        }
        return problems;
    }

    /**
     * What puts this around the functions that an import is given, in one deployment.
     *
     * @param inside further wrappers, of the backend itself
     */
    UnaryOperator<ImportValue> inDeployment(ImportRef ref, List<Wrapper> inside, String servedBy) {
        List<Wrapper> deployed = Stream.concat(wrappers.stream(), inside.stream())
                .map(wrapper -> wrapper.forDeployment(ref))
                .toList();
        return deployed.isEmpty() && guard.stream().noneMatch(Guard::isNeeded)
                ? UnaryOperator.identity()
                : value -> new ImportValue.Wrapped(value, () -> forInstance(ref, deployed), servedBy);
    }

    private ImportValue.Wrapping forInstance(ImportRef ref, List<Wrapper> deployed) {
        List<Wrapper> own =
                deployed.stream().map(wrapper -> wrapper.forInstance(ref)).toList();
        return (call, type, next, dropOwned) -> {
            HostFunction code = next;
            for (int i = own.size() - 1; i >= 0; i--) {
                Wrapper wrapper = own.get(i);
                code = Objects.requireNonNull(
                        wrapper.wrap(call, type, code),
                        () -> "wrapper " + Text.plain(wrapper.description()) + ": expected a function, found null");
            }
            return guard.isPresent() && !call.isResourceDrop() ? guard.get().wrap(call, type, code, dropOwned) : code;
        };
    }

    /**
     * What a policy says of an import.
     *
     * @param subject the import
     * @param decision what is said of it
     * @param audit who is told
     */
    record Guard(PolicySubject subject, PolicyDecision decision, Audit audit) {

        /** Whether it makes a difference when a guest calls. What holds for the rest holds in instances within the import too. */
        boolean isNeeded() {
            return decision.rest().isAudited()
                    || decision.functions().values().stream().anyMatch(Verdict::isAudited);
        }

        HostFunction wrap(Call call, FuncType type, HostFunction next, Consumer<Object[]> dropOwned) {
            Verdict verdict = decision.functions().getOrDefault(call.function(), decision.rest());
            if (!verdict.isAudited()) {
                return next;
            }
            Runnable tell = audit.calls(subject, call.function(), verdict);
            if (verdict.allowed()) {
                return (called, args) -> {
                    tell.run();
                    return next.call(called, args);
                };
            }
            Optional<Object> error = OwnError.ACCESS_DENIED.of(type);
            String reason = "denied by " + Denied.why(verdict);
            return (called, args) -> {
                tell.run();
                dropOwned.accept(args);
                if (error.isPresent()) {
                    return error.get();
                }
                throw new TrapException(reason, null, call.toString(), List.of(), null);
            };
        }
    }
}
