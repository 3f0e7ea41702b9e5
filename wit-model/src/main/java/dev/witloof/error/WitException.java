package dev.witloof.error;

import java.util.List;
import java.util.stream.Collectors;

/** WIT text that is wrong. It carries every error that the parser could find in one run. */
public final class WitException extends WitloofException {

    private final List<Diagnostic> diagnostics;

    /**
     * What one run of the parser found.
     *
     * @param diagnostics the errors, in the order of files and positions; never empty
     */
    public WitException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")), null);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Every error, in the order of files and positions. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /**
     * One error in WIT text.
     *
     * @param code the kind of error, stable across versions, such as {@code syntax} or {@code unresolved}
     * @param message what was expected and what was found
     * @param file the file's name; empty where the error belongs to no file
     * @param start the first byte of the place
     * @param end the byte after the place
     * @param line counted from 1; 0 where no place is known
     * @param column counted from 1, in UTF-16 units; 0 where no place is known
     * @param snippet the source line with the place underlined, two lines; empty where no place is known
     * @param related other places that explain the error, such as the earlier of two definitions
     */
    public record Diagnostic(
            String code,
            String message,
            String file,
            int start,
            int end,
            int line,
            int column,
            String snippet,
            List<Related> related) {

        /** Copies the related places. */
        public Diagnostic {
            related = List.copyOf(related);
        }

        /** {@code file:line:column: message}, the underlined source line, and the related places. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(place(file, line, column)).append(message);
            if (!snippet.isEmpty()) {
                text.append('\n').append(snippet.stripTrailing());
            }
            for (Related other : related) {
                text.append("\n  ")
                        .append(place(other.file, other.line, other.column))
                        .append(other.message);
            }
            return text.toString();
        }

        private static String place(String file, int line, int column) {
            return file.isEmpty() ? "" : file + (line > 0 ? ":" + line + ":" + column : "") + ": ";
        }
    }

    /**
     * Another place that explains an error.
     *
     * @param message what stands there
     * @param file the file's name
     * @param line counted from 1
     * @param column counted from 1, in UTF-16 units
     */
    public record Related(String message, String file, int line, int column) {}
}
