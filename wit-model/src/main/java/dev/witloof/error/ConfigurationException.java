package dev.witloof.error;

/** A configuration file that cannot be read or that says something which no setting means. */
public final class ConfigurationException extends WitloofException {

    private final String file;
    private final int line;
    private final int column;

    /**
     * An error at one place of a file.
     *
     * @param file the file's name as the embedder gave it
     * @param line counted from 1; 0 where no line is known
     * @param column counted from 1, in UTF-16 units; 0 where no column is known
     * @param reason what was expected and what was found
     */
    public ConfigurationException(String file, int line, int column, String reason) {
        super(file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "") + ": " + reason, null);
        this.file = file;
        this.line = line;
        this.column = column;
    }

    /** The file's name as the embedder gave it. */
    public String file() {
        return file;
    }

    /** The line, counted from 1; 0 where none is known. */
    public int line() {
        return line;
    }

    /** The column, counted from 1, in UTF-16 units; 0 where none is known. */
    public int column() {
        return column;
    }
}
