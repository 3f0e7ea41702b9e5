package dev.witloof.error;

import java.util.List;

/**
 * One thing that is wrong in a configuration file, as plain data.
 *
 * @param file the file's name as the embedder gave it
 * @param line counted from 1; 0 where no line is known
 * @param column counted from 1, in UTF-16 units; 0 where no column is known
 * @param reason what was expected and what was found
 * @param excerpt the line in question, and beneath it what underlines the place; empty where no line is known
 */
public record ConfigurationProblem(String file, int line, int column, String reason, List<String> excerpt) {

    /** Copies the excerpt. */
    public ConfigurationProblem {
        excerpt = List.copyOf(excerpt);
    }

    /** {@code bindings.yaml:3:5}, as far as it is known. */
    public String place() {
        return file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    }

    /** Place and reason, and the excerpt beneath them. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(place()).append(": ").append(reason);
        excerpt.forEach(each -> out.append("\n    ").append(each));
        return out.toString();
    }
}
