package dev.witloof.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with WIT. */
@Command(
        name = "wit",
        description =
                "Print, encode, or make Java of WIT. Needs the native WIT parser, which the jar has for its platform.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  witloof wit print shop.wasm",
            "  witloof wit encode src/main/wit -o shop.wit.wasm",
            "  witloof wit generate src/main/wit -o target/generated-sources/witloof",
            "",
            "Exit status: 0 it is done, 3 bad input, 64 wrong arguments."
        })
final class WitCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command, found none");
    }
}
