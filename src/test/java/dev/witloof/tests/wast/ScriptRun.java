package dev.witloof.tests.wast;

import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentFunction;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.Slots.MissingException;
import dev.witloof.type.ExternDecl;
import dev.witloof.type.Features;
import dev.witloof.type.FuncType;
import dev.witloof.type.LabelledType;
import dev.witloof.type.ValType;
import dev.witloof.value.Wave;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of a script: the definitions and instances that it has made, and its commands, each done once in their order. */
final class ScriptRun implements AutoCloseable {

    /** How a command ended. */
    record Verdict(boolean passed, String expected, String found) {}

    private final Supplier<Linker.Builder> linkers;
    private final Features features;
    private final Slots<Component> definitions = new Slots<>("definition");
    private final Slots<ComponentInstance> instances = new Slots<>("instance");
    private final Map<String, ComponentInstance> registered = new LinkedHashMap<>();
    private final Deque<ComponentInstance> open = new ArrayDeque<>();

    ScriptRun(Supplier<Linker.Builder> linkers, Features features) {
        this.linkers = linkers;
        this.features = features;
    }

    /** Does one command. */
    Verdict run(Command command) {
        return switch (command.kind()) {
            case "module" -> make(command, "an instance", this::instantiate);
            case "module_definition" -> make(command, "a valid component", this::define);
            case "module_instance" -> make(command, "an instance", this::instantiateDefinition);
            case "register" -> attempt("an instance", () -> register(command));
            case "action" -> attempt("a call that returns", () -> shown(call(command)));
            case "assert_return" -> assertReturn(command);
            case "assert_trap", "assert_exhaustion" -> assertTrap(command);
            case "assert_malformed" -> assertMalformed(command);
            case "assert_invalid" -> assertThrown(InvalidException.class, command, () -> load(command));
            case "assert_unlinkable" -> assertUnlinkable(command);
            case "assert_uninstantiable" -> assertUninstantiable(command);
            default -> new Verdict(false, "a command of a component script", "one that is not run here");
        };
    }

    /** What was made for a command that is left out is not there for those that need it. */
    void leaveOut(Command command) {
        lose(command, "line " + command.line() + " is left out");
    }

    private void lose(Command command, String why) {
        if (command.kind().equals("module_definition")) {
            definitions.lose(command.name(), why);
        } else if (command.kind().equals("module") || command.kind().equals("module_instance")) {
            instances.lose(command.name(), why);
        }
    }

    /** Something that a command does; it returns what there is to say when it ends well. */
    private interface Work {
        String run() throws MissingException;
    }

    private interface Making {
        String run(Command command) throws MissingException;
    }

    @SuppressWarnings("IllegalCatch") // whatever goes wrong is what the command ended with
    private static Verdict attempt(String expected, Work work) {
        try {
            return new Verdict(true, expected, work.run());
        } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
            return new Verdict(false, expected, shown(failure));
        }
    }

    private Verdict make(Command command, String expected, Making making) {
        Verdict verdict = attempt(expected, () -> making.run(command));
        if (!verdict.passed()) {
            lose(command, "line " + command.line() + " failed");
        }
        return verdict;
    }

    private Component load(Command command) throws MissingException {
        if (command.isCore()) {
            throw new MissingException("a core module, which is not run without a component");
        }
        if (command.refused().isPresent()) {
            throw new MissingException(
                    "a text that cannot be a binary: " + command.refused().get());
        }
        return Component.load(command.binary().orElseThrow(), features);
    }

    private String define(Command command) throws MissingException {
        Component component = load(command);
        definitions.put(command.name(), component);
        return "a valid component";
    }

    private String instantiate(Command command) throws MissingException {
        return instantiate(command, load(command));
    }

    private String instantiateDefinition(Command command) throws MissingException {
        return instantiate(command, definitions.get(command.of()));
    }

    private String instantiate(Command command, Component component) {
        instances.put(command.name(), opened(plan(component).instantiate()));
        return "an instance";
    }

    private ComponentInstance opened(ComponentInstance instance) {
        open.push(instance);
        return instance;
    }

    private LinkPlan plan(Component component) {
        Linker.Builder linker = linkers.get();
        for (ExternDecl need : component.type().imports()) {
            ComponentInstance instance = registered.get(need.name());
            if (instance != null) {
                Registered.bind(linker, need.name(), instance);
            }
        }
        return linker.build().plan(component);
    }

    private String register(Command command) throws MissingException {
        registered.put(command.registeredAs().orElseThrow(), instances.get(command.of()));
        return "an instance";
    }

    /** A call that returned. */
    private record Returned(FuncType type, @Nullable Object value) {}

    private Returned call(Command command) throws MissingException {
        Command.Invoke invoke = command.invoke()
                .orElseThrow(() -> new MissingException("no call: only core modules have globals to get"));
        ComponentFunction function = instances.get(invoke.instance()).function(invoke.function());
        List<LabelledType> params = function.type().params();
        List<Map<?, ?>> given = invoke.args();
        if (params.size() != given.size()) {
            throw new MissingException(given.size() + " arguments for " + function);
        }
        Object[] args = new Object[given.size()];
        for (int i = 0; i < args.length; i++) {
            args[i] = Consts.value(params.get(i).type(), given.get(i));
        }
        return new Returned(function.type(), function.call(args));
    }

    private Verdict assertReturn(Command command) {
        List<Map<?, ?>> results = command.results();
        AtomicReference<String> expected =
                new AtomicReference<>(results.isEmpty() ? "no result" : Consts.spelt(results));
        AtomicBoolean same = new AtomicBoolean();
        Verdict ended = attempt("", () -> {
            Returned returned = call(command);
            Optional<ValType> type = returned.type.result();
            if (type.isPresent() && results.size() == 1) {
                expected.set(Consts.shown(type.get(), results.get(0)));
                same.set(Consts.matches(type.get(), results.get(0), returned.value));
            } else {
                same.set(type.isEmpty() && results.isEmpty());
            }
            return shown(returned);
        });
        return new Verdict(ended.passed() && same.get(), expected.get(), ended.found());
    }

    /** A trap, but none by which the library tells that it failed itself. */
    private Verdict assertTrap(Command command) {
        String expected = expected(TrapException.class, command);
        return attemptThrown(expected, TrapException.class, () -> shown(call(command)), trap -> {
            String reason = trap.reason();
            return !reason.startsWith("engine failed: ") && !reason.startsWith("host function failed: ");
        });
    }

    private Verdict assertMalformed(Command command) {
        // A quotation that the text format refuses never becomes bytes: that is all that the script says.
        return command.refused().isPresent() && !command.isCore()
                ? new Verdict(
                        true,
                        "a malformed text: " + command.message(),
                        command.refused().get())
                : assertThrown(MalformedException.class, command, () -> load(command));
    }

    private Verdict assertUnlinkable(Command command) {
        return afterwards(UnlinkableException.class, command, this::load, this::plan);
    }

    private Verdict assertUninstantiable(Command command) {
        return afterwards(
                UninstantiableException.class, command, each -> plan(load(each)), plan -> opened(plan.instantiate()));
    }

    private interface Step<A, B> {
        B run(A input) throws MissingException;
    }

    /** The exception must come of the second step: what the first throws is another failure, whatever its class. */
    private <A> Verdict afterwards(
            Class<? extends RuntimeException> kind, Command command, Step<Command, A> before, Step<A, ?> step) {
        AtomicReference<A> ready = new AtomicReference<>();
        Verdict first = attempt(expected(kind, command), () -> {
            ready.set(before.run(command));
            return "";
        });
        return first.passed() ? assertThrown(kind, command, () -> step.run(ready.get())) : first;
    }

    private interface Asserted {
        Object run() throws MissingException;
    }

    private static <E extends RuntimeException> Verdict assertThrown(Class<E> kind, Command command, Asserted work) {
        return attemptThrown(
                expected(kind, command),
                kind,
                () -> {
                    work.run();
                    return "none";
                },
                thrown -> true);
    }

    private static <E extends RuntimeException> Verdict attemptThrown(
            String expected, Class<E> kind, Work work, Predicate<E> accepted) {
        AtomicBoolean right = new AtomicBoolean();
        Verdict ended = attempt(expected, () -> {
            try {
                return work.run();
            } catch (RuntimeException failure) {
                right.set(kind.isInstance(failure) && accepted.test(kind.cast(failure)));
                throw failure;
            }
        });
        return new Verdict(right.get(), expected, ended.found());
    }

    private static String expected(Class<?> kind, Command command) {
        return kind.getSimpleName() + " (" + command.message() + ")";
    }

    private static String shown(Returned returned) {
        return returned.type.result().isPresent() ? Wave.print(returned.value) : "no result";
    }

    private static String shown(Throwable failure) {
        return failure instanceof MissingException
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** Closes the instances, the last one first. */
    @Override
    public void close() {
        open.forEach(ComponentInstance::close);
    }
}
