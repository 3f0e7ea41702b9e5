package dev.witloof.bindings;

import com.palantir.javapoet.CodeBlock;
import dev.witloof.wit.Stability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WIT's documentation, which is Markdown, as Javadoc: paragraphs, lists, code. All that Javadoc, HTML or the compiler would take for
 * its own is written as an entity.
 */
final class Docs {

    private static final int WIDTH = 110;
    private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1");
    private static final Pattern PLAIN_CODE = Pattern.compile("[ -\\[\\]-z|~]+");
    private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*+]|[0-9]+[.)])\\s+(.*)");

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private String opening = "";
    private boolean inList;
    private boolean inItem;

    private Docs() {}

    /** A Javadoc comment, with the tags that the gates give; empty if there is nothing to say. */
    static CodeBlock of(Optional<String> docs, Stability stability) {
        return of(docs, List.of(), stability);
    }

    /**
     * With tags of its own before those of the gates.
     *
     * @param tags whole tags, such as {@code @param key …}, already escaped
     */
    static CodeBlock of(Optional<String> docs, List<String> tags, Stability stability) {
        Docs writing = new Docs();
        docs.ifPresent(writing::markdown);
        List<String> all = new ArrayList<>(tags);
        stability.since().ifPresent(since -> all.add("@since " + escaped(since)));
        stability.deprecated().ifPresent(version -> all.add("@deprecated since " + escaped(version)));
        if (!all.isEmpty() && !writing.lines.isEmpty()) {
            writing.lines.add("");
        }
        all.forEach(writing::wrap);
        return writing.lines.isEmpty() ? CodeBlock.of("") : CodeBlock.of("$L", String.join("\n", writing.lines) + "\n");
    }

    /** For a tag: one line, whatever its paragraphs. */
    static String inOneLine(Optional<String> docs) {
        return docs.map(text -> inline(text.strip().replaceAll("\\s+", " "))).orElse("");
    }

    private void markdown(String text) {
        boolean fenced = false;
        for (String line : text.strip().split("\r\n|\r|\n")) {
            if (line.strip().startsWith("```")) {
                endParagraph();
                lines.add(fenced ? "</pre>" : "<pre>");
                fenced = !fenced;
            } else if (fenced) {
                lines.add(escaped(line.stripTrailing()));
            } else {
                prose(line);
            }
        }
        endParagraph();
        endList();
        if (fenced) {
            lines.add("</pre>");
        }
    }

    private void prose(String line) {
        Matcher item = ITEM.matcher(line);
        if (line.isBlank()) {
            endParagraph();
        } else if (item.matches()) {
            endParagraph();
            if (!inList) {
                lines.add("<ul>");
                inList = true;
            }
            opening = "<li>";
            inItem = true;
            paragraph.append(item.group(1));
        } else {
            // What follows an item's blank line without an indent is no part of the list.
            if (inList && !inItem && !line.startsWith(" ")) {
                endList();
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip().replaceFirst("^#+ ", ""));
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            boolean first = lines.isEmpty();
            if (opening.isEmpty() && !first) {
                lines.add("");
                opening = "<p>";
            }
            wrap(opening + inline(paragraph.toString()));
            paragraph.setLength(0);
        }
        opening = "";
        inItem = false;
    }

    private void endList() {
        if (inList) {
            lines.add("</ul>");
            inList = false;
        }
    }

    private void wrap(String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    private static String inline(String text) {
        StringBuilder written = new StringBuilder();
        Matcher code = CODE.matcher(text);
        int from = 0;
        while (code.find()) {
            written.append(escaped(text.substring(from, code.start())))
                    .append(code(code.group(2).strip()));
            from = code.end();
        }
        return written.append(escaped(text.substring(from))).toString();
    }

    /** Code in prose: by Javadoc's tag where that takes it as it is. */
    static String code(String text) {
        return PLAIN_CODE.matcher(text).matches() && !text.contains("*/") && !text.contains(" @")
                ? "{@code " + text + "}"
                : "<code>" + escaped(text) + "</code>";
    }

    /** Text in which nothing means anything but itself, in whatever character set the compiler reads it. */
    static String escaped(String text) {
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '&') {
                written.append("&amp;");
            } else if (c == '<') {
                written.append("&lt;");
            } else if (c == '>') {
                written.append("&gt;");
            } else if (c == '\\' || c == '@' && !endsWithLetter(written)) {
                written.append("&#").append(c).append(';');
            } else if (c == '/' && endsWithStar(written)) {
                // Two characters that would end the comment.
                written.append("&#47;");
            } else if (c == '\t') {
                written.append("    ");
            } else if (c < ' ' || c >= 0xD800 && c < 0xE000 || c == 0xFFFE || c == 0xFFFF) {
                // What no HTML may hold, even as an entity.
                written.append("&#65533;");
            } else if (c > '~') {
                written.append("&#").append(c).append(';');
            } else {
                written.appendCodePoint(c);
            }
        });
        return written.toString();
    }

    /** As an address does before its sign; anywhere else the sign may begin a tag. */
    private static boolean endsWithLetter(StringBuilder written) {
        return !written.isEmpty() && Character.isLetterOrDigit(written.charAt(written.length() - 1));
    }

    private static boolean endsWithStar(StringBuilder written) {
        return !written.isEmpty() && written.charAt(written.length() - 1) == '*';
    }
}
