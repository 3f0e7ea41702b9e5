package dev.witloof.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints WIT text. */
@Command(
        name = "print",
        description = "Print as text the WIT of a component, or a WIT package in its usual form, with what it needs.",
        footer = {
            "",
            "Examples:",
            "  witloof wit print shop.wasm",
            "  witloof wit print src/main/wit > shop.wit",
            "",
            "Exit status: 0 it is printed, 3 bad input, 64 wrong arguments."
        })
final class WitPrintCommand implements Operation {

    @Parameters(
            paramLabel = "FILE",
            description = "A component, WIT text or binary, a folder of WIT, or - for standard input.")
    private String file = "";

    @Mixin
    private final WitOptions wit = new WitOptions();

    @Mixin
    private final Output output = new Output();

    private final Console console;

    WitPrintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        output.write((wit.print(file, console).stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8), console);
        return ExitStatus.OK;
    }
}
