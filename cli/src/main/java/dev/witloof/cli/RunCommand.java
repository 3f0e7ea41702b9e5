package dev.witloof.cli;

import dev.witloof.error.DeadlineException;
import dev.witloof.error.ExitException;
import dev.witloof.error.TrapException;
import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.name.Printable;
import dev.witloof.value.Result;
import dev.witloof.value.Wave;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a program, or calls an exported function. */
@Command(
        name = "run",
        description =
                "Link a component and run it as a program, or call an exported function and print what it returns.",
        footer = {
            "",
            "Arguments and result are written in WAVE: 1, -2.5, true, 'c', \"text\", [1, 2], (1, \"a\"),",
            "{name: \"ada\"}, some(1), none, ok(1), err(\"why\"), blue, circle(2.5), {read, write}.",
            "",
            "Examples:",
            "  witloof run --env LANG=C hello.wasm -- one two",
            "  witloof run shop.wasm --bindings bindings.yaml --invoke 'checkout(\"cart-42\")'",
            "  witloof run sessions.wasm --bindings bindings.yaml \\",
            "    --invoke 'demo:named/session-service@0.1.0#login(\"ada\", [1, 2])'",
            "",
            "Exit status: 0 the function returned, 1 it returned an err, or that of the program; 134 it trapped,",
            "124 it took longer than it may, 141 nobody reads what it writes, 126 the component is not linked or",
            "a backend did not start, 125 bad input, 64 wrong arguments."
        })
final class RunCommand implements Operation {

    @Parameters(index = "0", paramLabel = "FILE", description = "A component, or - for standard input.")
    private String file = "";

    @Parameters(index = "1..*", paramLabel = "ARG", description = "The program's arguments, after --.")
    private final List<String> arguments = new ArrayList<>();

    @Option(
            names = "--invoke",
            paramLabel = "CALL",
            description =
                    "The function and its arguments; with the export and # before the name where several have it.")
    private @Nullable String invoke;

    @Mixin
    private final BindingOptions bindings = new BindingOptions();

    @Mixin
    private final WasiOptions guest = new WasiOptions();

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitStatus statuses() {
        return ExitStatus.RUNNING;
    }

    @Override
    public Optional<String> advice(Exception failure) {
        return bindings.advice(file, failure);
    }

    @Override
    public Integer call() throws IOException {
        Component component = bindings.component(file, console);
        Optional<Invocation> invocation = Optional.ofNullable(invoke).map(text -> Invocation.parse(text, component));
        if (invocation.isEmpty() && dev.witloof.wasi.Command.export(component).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected --invoke CALL, or a component that exports wasi:cli/run, found neither");
        }
        LinkPlan plan = bindings.plan(component, console, guest.wasi(file, arguments, console));
        try (ComponentInstance instance = plan.instantiate()) {
            return invocation.isPresent() ? invoke(invocation.get(), instance) : run(instance);
        }
    }

    /** Runs a program, of which one line is said if it comes to no end of its own; where it was is for those who ask. */
    private static int run(ComponentInstance instance) {
        try {
            return dev.witloof.wasi.Command.run(instance);
        } catch (TrapException trap) {
            int status = trap instanceof DeadlineException ? ExitStatus.LATE : ExitStatus.TRAP;
            String where =
                    trap.importOnTheWay().map(name -> "import " + name + ": ").orElse("");
            String text = Printable.plain(instance.component().name()) + " trapped: " + where + trap.reason();
            throw new Failure(statuses -> status, text, trap);
        }
    }

    private int invoke(Invocation invocation, ComponentInstance instance) throws IOException {
        try {
            Object result = invocation.call(instance);
            if (invocation.type().result().isPresent()) {
                console.out()
                        .println(Wave.print(result, invocation.type().result().get()));
            }
            return result instanceof Result.Err<?, ?> ? ExitStatus.ERR : ExitStatus.OK;
        } catch (ExitException exit) {
            return exit.code();
        }
    }
}
