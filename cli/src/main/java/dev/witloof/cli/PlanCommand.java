package dev.witloof.cli;

import dev.witloof.error.UnlinkableException;
import dev.witloof.instance.Component;
import dev.witloof.link.LinkPlan;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a component links, and what serves each of its imports. No backend is started. */
@Command(
        name = "plan",
        description = "Say whether a component links, and what serves each of its imports. No backend is started.",
        footer = {
            "",
            "Examples:",
            "  witloof plan shop.wasm --bindings bindings.yaml",
            "  witloof plan shop.wasm --bindings bindings.yaml --secrets /run/secrets --json",
            "",
            "Exit status: 0 it links, 2 it does not, 3 bad input, 64 wrong arguments."
        })
final class PlanCommand implements Operation {

    @Parameters(paramLabel = "FILE", description = "A component, or - for standard input.")
    private String file = "";

    @Option(names = "--json", description = "For programs: the plan or the report as one object, in one line.")
    private boolean json;

    @Mixin
    private final BindingOptions bindings = new BindingOptions();

    private final Console console;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Optional<String> advice(Exception failure) {
        return bindings.advice(file, failure);
    }

    @Override
    public Integer call() throws IOException {
        Component component = bindings.component(file, console);
        try {
            LinkPlan plan = bindings.plan(component, console);
            console.out().println(json ? plan.toJson() : plan.toString());
            return ExitStatus.OK;
        } catch (UnlinkableException e) {
            if (json) {
                console.out().println(e.report().toJson());
                return statuses().notLinked();
            }
            throw e;
        }
    }
}
