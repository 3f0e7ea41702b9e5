package dev.witloof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program {@code witloof}. Its exit status: of a program that it runs that one's own; of {@code run --invoke} 0, or 1 where
 * the called function returned an {@code err}; of both 134 for a trap, 124 where it took too long, 141 where nobody reads what
 * it writes, 126 where the component is not linked or a backend did not start, 125 for bad input; of the other commands 0, 2
 * for not linked, 3 for bad input; of all 64 for wrong arguments, and 70 for a defect of this program.
 */
public final class Main {

    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";

    /** In bytes, of which only what is used takes memory. */
    private static final long STACK = 64L << 20;

    private Main() {}

    /** Runs, and ends the virtual machine with the exit status. */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--verbose") && System.getProperty(LOG_LEVEL) == null) {
            // The logger reads it once, when the first class that logs is loaded.
            System.setProperty(LOG_LEVEL, "debug");
        }
        // The thread that Java starts with has a stack on which guests cannot go as deep as native programs.
        new Thread(null, () -> System.exit(ended(List.of(arguments))), "witloof", STACK).start();
    }

    private static int ended(List<String> arguments) {
        try {
            return run(arguments, Console.ofProcess());
        } catch (Throwable defect) {
            // Else the process would end as if all had gone well.
            defect.printStackTrace();
            return ExitStatus.DEFECT;
        }
    }

    /**
     * Runs.
     *
     * @return the exit status
     */
    static int run(List<String> arguments, Console console) {
        CommandLine line = Witloof.commandLine(console);
        StringWriter help = new StringWriter();
        line.setOut(new PrintWriter(help));
        line.setColorScheme(Help.defaultColorScheme(console.colouredOut() ? Ansi.ON : Ansi.OFF));
        line.setParameterExceptionHandler((wrong, all) -> usage(wrong, console));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command, console));
        int status = line.execute(arguments.toArray(String[]::new));
        try {
            if (help.getBuffer().length() > 0) {
                console.out().print(help.toString());
            }
            return status;
        } catch (IOException e) {
            console.err().println("witloof: " + e.getMessage());
            return ExitStatus.LOOKING.badInput();
        }
    }

    private static int usage(ParameterException wrong, Console console) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        console.err().println(name + ": " + wrong.getMessage());
        StringWriter suggestions = new StringWriter();
        if (UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(suggestions, true))) {
            console.err().println(suggestions.toString().strip());
        }
        console.err().println(name + " --help says more");
        return ExitStatus.USAGE;
    }

    private static int failed(Exception failure, CommandLine command, Console console) {
        Operation operation = command.getCommand();
        Witloof witloof = (Witloof) command.getCommandSpec().root().userObject();
        console.err().println(Failures.text(failure, command.getCommandSpec().qualifiedName(), console.colouredErr()));
        operation.advice(failure).ifPresent(console.err()::println);
        if (witloof.verbose) {
            failure.printStackTrace(console.err());
        }
        return Failures.status(failure, operation.statuses());
    }
}
