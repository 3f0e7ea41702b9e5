package dev.witloof.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a WIT package in binary form. */
@Command(
        name = "encode",
        description = "Write a WIT package, or the WIT of a component, in binary form.",
        footer = {
            "",
            "Examples:",
            "  witloof wit encode src/main/wit -o shop.wit.wasm",
            "  witloof wit encode - < shop.wit > shop.wit.wasm",
            "",
            "Exit status: 0 it is written, 3 bad input, 64 wrong arguments."
        })
final class WitEncodeCommand implements Operation {

    @Parameters(
            paramLabel = "FILE",
            description = "A component, WIT text or binary, a folder of WIT, or - for standard input.")
    private String file = "";

    @Mixin
    private final WitOptions wit = new WitOptions();

    @Mixin
    private final Output output = new Output();

    private final Console console;

    WitEncodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        output.write(wit.encode(file, console), console);
        return ExitStatus.OK;
    }
}
