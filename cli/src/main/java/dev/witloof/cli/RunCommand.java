package dev.witloof.cli;

import dev.witloof.instance.Component;
import dev.witloof.instance.ComponentInstance;
import dev.witloof.link.LinkPlan;
import dev.witloof.name.ExportRef;
import dev.witloof.name.Printable;
import dev.witloof.value.Result;
import dev.witloof.value.Wave;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Calls an exported function. */
@Command(
        name = "run",
        description = "Link a component, call an exported function, and print what it returns.",
        footer = {
            "",
            "Arguments and result are written in WAVE: 1, -2.5, true, 'c', \"text\", [1, 2], (1, \"a\"),",
            "{name: \"ada\"}, some(1), none, ok(1), err(\"why\"), blue, circle(2.5), {read, write}.",
            "",
            "Examples:",
            "  witloof run shop.wasm --bindings bindings.yaml --invoke 'checkout(\"cart-42\")'",
            "  witloof run sessions.wasm --bindings bindings.yaml \\",
            "    --invoke 'demo:named/session-service@0.1.0#login(\"ada\", [1, 2])'",
            "",
            "Exit status: 0 the function returned, 1 it returned an err, 134 it trapped, 126 the component is not",
            "linked or a backend did not start, 125 bad input, 64 wrong arguments."
        })
final class RunCommand implements Operation {

    private static final String COMMANDS = "wasi:cli/run";

    @Parameters(paramLabel = "FILE", description = "A component, or - for standard input.")
    private String file = "";

    @Option(
            names = "--invoke",
            paramLabel = "CALL",
            description =
                    "The function and its arguments; with the export and # before the name where several have it.")
    private @Nullable String invoke;

    @Mixin
    private final BindingOptions bindings = new BindingOptions();

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
        Invocation invocation = Invocation.parse(call(component), component);
        LinkPlan plan = bindings.plan(component, console);
        try (ComponentInstance instance = plan.instantiate()) {
            Object result = invocation.call(instance);
            if (invocation.type().result().isPresent()) {
                console.out()
                        .println(Wave.print(result, invocation.type().result().get()));
            }
            return result instanceof Result.Err<?, ?> ? ExitStatus.ERR : ExitStatus.OK;
        }
    }

    private String call(Component component) {
        if (invoke != null) {
            return invoke;
        }
        Optional<ExportRef> command = component.exports().stream()
                .filter(export -> export.interfaceName()
                        .filter(name -> name.unversioned().equals(COMMANDS))
                        .isPresent())
                .findFirst();
        if (command.isPresent()) {
            throw new Failure(
                    ExitStatus::notLinked,
                    Printable.plain(component.name()) + ": " + command.get()
                            + ": commands cannot be run yet; --invoke calls an exported function",
                    null);
        }
        throw new ParameterException(spec.commandLine(), "expected --invoke CALL, found none");
    }
}
