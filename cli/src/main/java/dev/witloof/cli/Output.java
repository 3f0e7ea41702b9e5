package dev.witloof.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command's result goes when it is a file's content. */
final class Output {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to this file instead of standard output.")
    private @Nullable Path file;

    void write(byte[] bytes, Console console) throws IOException {
        if (file == null) {
            console.out().write(bytes);
        } else {
            Files.write(file, bytes);
        }
    }
}
