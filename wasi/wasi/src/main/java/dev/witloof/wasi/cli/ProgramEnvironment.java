package dev.witloof.wasi.cli;

import dev.witloof.host.Tuple2;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code wasi:cli/environment}: what the embedder says that a program was started with.
 *
 * @see <a href="https://github.com/WebAssembly/wasi-cli/blob/e922fd7bd137cd284a5e6c4815a5a630d32fdd01/wit/environment.wit">wasi:cli/environment</a>
 */
public final class ProgramEnvironment implements Environment {

    private final List<String> arguments;
    private final List<Tuple2<String, String>> variables;
    private final @Nullable String workingDirectory;

    /**
     * What a program was started with.
     *
     * @param arguments the program's own name first
     * @param variables in their order
     * @param workingDirectory {@code null} for none
     * @throws IllegalArgumentException if something has a NUL, or the name of a variable is empty or has a {@code =}
     */
    public ProgramEnvironment(
            List<String> arguments, Map<String, String> variables, @Nullable String workingDirectory) {
        arguments.forEach(argument -> requireNoNul("argument", argument));
        variables.forEach((name, value) -> {
            requireNoNul("environment variable", name);
            requireNoNul("value of environment variable \"" + name + '"', value);
            if (name.isEmpty() || name.indexOf('=') >= 0) {
                throw new IllegalArgumentException(
                        "environment variable: expected a name without \"=\", found \"" + name + '"');
            }
        });
        if (workingDirectory != null) {
            requireNoNul("working directory", workingDirectory);
        }
        this.arguments = List.copyOf(arguments);
        this.variables = variables.entrySet().stream()
                .map(each -> new Tuple2<>(each.getKey(), each.getValue()))
                .toList();
        this.workingDirectory = workingDirectory;
    }

    private static void requireNoNul(String what, String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(what + ": expected no NUL, found one at " + text.indexOf('\0'));
        }
    }

    @Override
    public List<Tuple2<String, String>> getEnvironment() {
        return variables;
    }

    @Override
    public List<String> getArguments() {
        return arguments;
    }

    @Override
    public Optional<String> initialCwd() {
        return Optional.ofNullable(workingDirectory);
    }
}
