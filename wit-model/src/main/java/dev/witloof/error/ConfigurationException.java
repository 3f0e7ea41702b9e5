package dev.witloof.error;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration file that cannot be read or that says something which no setting means. It tells all that is wrong at once. */
public final class ConfigurationException extends WitloofException {

    private final List<ConfigurationProblem> problems;

    /**
     * All that is wrong in a file.
     *
     * @param problems in the order of the file; never empty
     */
    public ConfigurationException(List<ConfigurationProblem> problems) {
        super(message(problems), null);
        this.problems = List.copyOf(problems);
    }

    private static String message(List<ConfigurationProblem> problems) {
        String all = problems.stream().map(Object::toString).collect(Collectors.joining("\n\n"));
        return problems.size() == 1 ? all : problems.get(0).file() + ": " + problems.size() + " problems\n\n" + all;
    }

    /** All problems, in the order of the file. */
    public List<ConfigurationProblem> problems() {
        return problems;
    }

    /** The file's name as the embedder gave it. */
    public String file() {
        return problems.get(0).file();
    }

    /** The line of the first problem, counted from 1; 0 where none is known. */
    public int line() {
        return problems.get(0).line();
    }

    /** The column of the first problem, counted from 1, in UTF-16 units; 0 where none is known. */
    public int column() {
        return problems.get(0).column();
    }
}
