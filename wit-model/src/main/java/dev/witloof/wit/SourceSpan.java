package dev.witloof.wit;

/**
 * A place in WIT text.
 *
 * @param file the file's path within what was parsed, such as {@code deps/io/streams.wit}
 * @param start the first byte
 * @param end the byte after the last
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units
 */
public record SourceSpan(String file, int start, int end, int line, int column) {

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
