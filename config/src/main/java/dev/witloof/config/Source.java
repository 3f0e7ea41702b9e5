package dev.witloof.config;

import dev.witloof.error.ConfigurationProblem;
import dev.witloof.name.Printable;
import java.util.Arrays;
import java.util.List;

/** A file's text with its lines; offsets are in UTF-16 units. */
final class Source {

    /** How much of a line is shown around what is underlined. */
    private static final int WINDOW = 100;

    private final String name;
    private final String text;
    private final int[] lineStarts;

    // Offsets are asked for from one node to the next; so the way is short from the last one.
    private int lastIndex;
    private int lastOffset;

    Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    String name() {
        return name;
    }

    String text() {
        return text;
    }

    /** The offset of the code point with this index. */
    int offset(int index) {
        while (lastIndex > index) {
            lastOffset -= Character.charCount(text.codePointBefore(lastOffset));
            lastIndex--;
        }
        while (lastIndex < index && lastOffset < text.length()) {
            lastOffset += Character.charCount(text.codePointAt(lastOffset));
            lastIndex++;
        }
        return lastOffset;
    }

    private int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** {@code bindings.yaml:3:12}. */
    String place(int offset) {
        int line = line(offset);
        return name + ":" + (line + 1) + ":" + (offset - lineStarts[line] + 1);
    }

    /** A problem with what stands between two offsets, of which the part in the first line is underlined. */
    ConfigurationProblem problem(int from, int to, String reason) {
        int line = line(from);
        int start = lineStarts[line];
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        int column = from - start + 1;
        return new ConfigurationProblem(
                name, line + 1, column, reason, excerpt(start, Math.min(from, end), Math.min(to, end), end));
    }

    private List<String> excerpt(int start, int from, int to, int end) {
        int left = from - start > WINDOW ? from - WINDOW / 2 : start;
        int right = Math.min(end, Math.max(left + WINDOW, from + WINDOW / 2));
        String before = (left > start ? "…" : "") + seen(text.substring(left, from));
        String marked = seen(text.substring(from, Math.max(from, Math.min(to, right))));
        String after = seen(text.substring(Math.min(from + marked.length(), right), right)) + (right < end ? "…" : "");
        StringBuilder underline = new StringBuilder();
        before.chars().forEach(c -> underline.append(c == '\t' ? '\t' : ' '));
        underline.append("^".repeat(Math.max(1, marked.length())));
        return List.of((before + marked + after).stripTrailing(), underline.toString());
    }

    /** The text with a dot for each unit that could not be seen or would upset the line; as long as the text. */
    private static String seen(String text) {
        if (Printable.plain(text).equals(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            String unit = Character.toString(c);
            boolean fine = c == '\t' || Printable.plain(unit).equals(unit);
            out.append(fine ? unit : "·".repeat(unit.length()));
            i += unit.length();
        }
        return out.toString();
    }
}
