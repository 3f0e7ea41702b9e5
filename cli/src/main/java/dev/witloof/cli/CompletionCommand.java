package dev.witloof.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the script by which a shell completes the commands. */
@Command(
        name = "completion",
        description = "Write the script by which bash and zsh complete commands and options.",
        footer = {
            "",
            "Examples:",
            "  source <(witloof completion)",
            "  witloof completion -o /etc/bash_completion.d/witloof",
            "",
            "Exit status: 0 it is written, 3 it cannot be, 64 wrong arguments."
        })
final class CompletionCommand implements Operation {

    @Mixin
    private final Output output = new Output();

    @Spec
    private CommandSpec spec;

    private final Console console;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String script = AutoComplete.bash("witloof", spec.root().commandLine());
        output.write(script.getBytes(StandardCharsets.UTF_8), console);
        return ExitStatus.OK;
    }
}
