package dev.witloof.tests.wast;

import dev.witloof.core.CoreModule;
import dev.witloof.error.InvalidException;
import dev.witloof.error.MalformedException;
import dev.witloof.error.TrapException;
import dev.witloof.error.UninstantiableException;
import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.link.Linker;
import dev.witloof.tests.wast.CoreScriptInstance.UnknownImportException;
import dev.witloof.tests.wast.ScriptInstance.Returned;
import dev.witloof.tests.wast.Slots.MissingException;
import dev.witloof.type.Features;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One run of a script: the definitions and instances that it has made, and its commands, each done once in their order. */
final class ScriptRun implements AutoCloseable {

    /** How a command ended. */
    record Verdict(boolean passed, String expected, String found) {}

    /** How the reason of a trap begins by which the library tells that it failed itself, or was stopped. */
    private static final List<String> NO_TRAPS =
            List.of("engine failed: ", "host function failed: ", "the core engine lacks ", "interrupted");

    private final Supplier<Linker.Builder> linkers;
    private final Features features;
    private final Slots<Definition> definitions = new Slots<>("definition");
    private final Slots<ScriptInstance> instances = new Slots<>("instance");
    private final Map<String, ScriptInstance> registered = new HashMap<>();
    private final Deque<ScriptInstance> open = new ArrayDeque<>();

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
            case "action" -> attempt("a call that returns", () -> call(command).toString());
            case "assert_return" -> assertReturn(command);
            case "assert_trap" ->
                assertTrap(command, reason -> NO_TRAPS.stream().noneMatch(reason::startsWith));
            case "assert_exhaustion" -> assertTrap(command, "call stack exhausted"::equals);
            case "assert_exception" -> assertTrap(command, "uncaught exception"::equals);
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
        String run() throws MissingException, UnknownImportException;
    }

    private interface Making {
        String run(Command command) throws MissingException, UnknownImportException;
    }

    @SuppressWarnings("IllegalCatch") // whatever goes wrong is what the command ended with
    private static Verdict attempt(String expected, Work work) {
        try {
            return new Verdict(true, expected, work.run());
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError failure) {
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

    private Definition load(Command command) throws MissingException {
        if (command.refused().isPresent()) {
            throw new MissingException(
                    "a text that cannot be a binary: " + command.refused().get());
        }
        byte[] binary = command.binary().orElseThrow();
        return command.isCore()
                ? new Definition.OfModule(CoreModule.parse(binary, 0, binary.length, ""))
                : new Definition.OfComponent(Component.load(binary, features), linkers);
    }

    private String define(Command command) throws MissingException {
        definitions.put(command.name(), load(command));
        return command.isCore() ? "a valid module" : "a valid component";
    }

    private String instantiate(Command command) throws MissingException, UnknownImportException {
        return instantiate(command, load(command));
    }

    private String instantiateDefinition(Command command) throws MissingException, UnknownImportException {
        return instantiate(command, definitions.get(command.of()));
    }

    private String instantiate(Command command, Definition definition) throws UnknownImportException {
        instances.put(command.name(), opened(link(definition)));
        return "an instance";
    }

    private Definition.Linked link(Definition definition) throws UnknownImportException {
        if (definition instanceof Definition.OfModule) {
            registered.computeIfAbsent(Spectest.NAME, name -> Spectest.instance());
        }
        return definition.link(registered);
    }

    private ScriptInstance opened(Definition.Linked linked) {
        ScriptInstance instance = linked.instantiate();
        open.push(instance);
        return instance;
    }

    private String register(Command command) throws MissingException {
        registered.put(command.registeredAs().orElseThrow(), instances.get(command.of()));
        return "an instance";
    }

    private Returned call(Command command) throws MissingException {
        if (command.global().isPresent()) {
            return instances.get(command.of()).get(command.global().get());
        }
        Command.Invoke invoke = command.invoke().orElseThrow(() -> new MissingException("no call"));
        return instances.get(invoke.instance()).call(invoke);
    }

    private Verdict assertReturn(Command command) {
        List<Map<?, ?>> results = command.results();
        AtomicReference<String> expected =
                new AtomicReference<>(results.isEmpty() ? "no result" : Consts.spelt(results));
        AtomicBoolean same = new AtomicBoolean();
        Verdict ended = attempt("", () -> {
            Returned returned = call(command);
            if (!results.isEmpty()) {
                expected.set(returned.shown(results));
            }
            same.set(returned.matches(results));
            return returned.toString();
        });
        return new Verdict(ended.passed() && same.get(), expected.get(), ended.found());
    }

    private Verdict assertTrap(Command command, Predicate<String> reasons) {
        return attemptThrown(
                expected(TrapException.class, command),
                TrapException.class,
                () -> call(command).toString(),
                trap -> reasons.test(trap.reason()));
    }

    private Verdict assertMalformed(Command command) {
        // A quotation that the text format refuses never becomes bytes: that is all that the script says.
        return command.refused().isPresent()
                ? new Verdict(
                        true,
                        "a malformed text: " + command.message(),
                        command.refused().get())
                : assertThrown(MalformedException.class, command, () -> load(command));
    }

    private Verdict assertUnlinkable(Command command) {
        if (command.isCore()) {
            return assertCoreUnlinkable(command);
        }
        return afterwards(UnlinkableException.class, command, this::load, this::link);
    }

    /** The script's own instances are what a core module is linked with, so nobody there is this run's word. */
    private Verdict assertCoreUnlinkable(Command command) {
        Verdict ended = afterwards(InvalidException.class, command, this::load, each -> opened(link(each)));
        String expected = "a module that cannot be linked (" + command.message() + ")";
        return new Verdict(
                ended.passed() || ended.found().startsWith(UnknownImportException.class.getSimpleName()),
                expected,
                ended.found());
    }

    private Verdict assertUninstantiable(Command command) {
        return afterwards(UninstantiableException.class, command, each -> link(load(each)), this::opened);
    }

    private interface Step<A, B> {
        B run(A input) throws MissingException, UnknownImportException;
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
        Object run() throws MissingException, UnknownImportException;
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

    private static String shown(Throwable failure) {
        return failure instanceof MissingException
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /** Closes the instances, the last one first. */
    @Override
    public void close() {
        open.forEach(ScriptInstance::close);
    }
}
