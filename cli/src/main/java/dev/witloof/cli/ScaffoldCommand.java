package dev.witloof.cli;

import dev.witloof.config.Scaffold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the file of bindings that a component needs, to be filled in. */
@Command(
        name = "scaffold",
        description = "Write the file of bindings that a component needs, to be filled in.",
        footer = {
            "",
            "Examples:",
            "  witloof scaffold shop.wasm",
            "  witloof scaffold shop.wasm -o bindings.yaml",
            "",
            "Exit status: 0 it is written, 3 bad input, 64 wrong arguments."
        })
final class ScaffoldCommand implements Operation {

    @Parameters(paramLabel = "FILE", description = "A component, or - for standard input.")
    private String file = "";

    @Mixin
    private final Output output = new Output();

    private final Console console;

    ScaffoldCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        String text = Scaffold.of(Inputs.component(file, console));
        output.write(text.getBytes(StandardCharsets.UTF_8), console);
        return ExitStatus.OK;
    }
}
