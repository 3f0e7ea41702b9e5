package dev.witloof.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, which does nothing without a command. */
@Command(
        name = "witloof",
        description = "WebAssembly components and their named imports.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        usageHelpWidth = 100,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND")
final class Witloof implements Runnable {

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show where an error comes from, and more of the log.")
    boolean verbose;

    @Spec
    private CommandSpec spec;

    /** The commands. */
    static CommandLine commandLine(Console console) {
        Witloof witloof = new Witloof();
        CommandLine wit = new CommandLine(new WitCommand());
        CommandLine line = new CommandLine(witloof)
                .addSubcommand(new InspectCommand(console))
                .addSubcommand(new PlanCommand(console))
                .addSubcommand(new ScaffoldCommand(console))
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new ServeCommand(console))
                .addSubcommand(wit)
                .addSubcommand(new CompletionCommand(console));
        wit.addSubcommand(new WitPrintCommand(console))
                .addSubcommand(new WitEncodeCommand(console))
                .addSubcommand(new WitGenerateCommand(console));
        // A guest's arguments are its own, those that begin with an @ too.
        return line.setExpandAtFiles(false);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "expected a command, found none");
    }
}
