package dev.witloof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What came of a run. */
record Outcome(int status, String out, String err) {

    /** Runs in this process, with nothing on standard input, and no terminal. */
    static Outcome of(String... arguments) {
        return of(new byte[0], arguments);
    }

    static Outcome of(byte[] in, String... arguments) {
        return of(in, false, Map.of(), arguments);
    }

    static Outcome of(byte[] in, boolean isTerminal, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminals terminals = new Terminals(false, isTerminal, isTerminal);
        Console console = Console.of(new ByteArrayInputStream(in), out, err, terminals, environment);
        int status = Main.run(List.of(arguments), console);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    void is(int expectedStatus, String expectedOut, String expectedErr) {
        assertThat(err).isEqualTo(expectedErr);
        assertThat(out).isEqualTo(expectedOut);
        assertThat(status).isEqualTo(expectedStatus);
    }

    /** Copies a guest to a folder, under its own name. */
    static Path guest(String name, Path to) throws IOException {
        return resource("/guests/" + name, to);
    }

    /** Copies a file of the class path to a folder, under its own name. */
    static Path resource(String name, Path to) throws IOException {
        try (InputStream in = Outcome.class.getResourceAsStream(name)) {
            Path file = to.resolve(name.substring(name.lastIndexOf('/') + 1));
            Files.copy(Objects.requireNonNull(in, name), file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        }
    }
}
