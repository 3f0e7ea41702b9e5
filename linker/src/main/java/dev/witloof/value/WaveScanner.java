package dev.witloof.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of WAVE: a place in a text that moves on. White space and comments count for nothing between tokens. */
final class WaveScanner {

    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|-?inf|nan");
    private static final Pattern WORD = Pattern.compile("%?[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*");
    private static final Pattern SPACE = Pattern.compile("(?:[ \\t\\r\\n]|//[^\\n]*)*+");
    private static final Pattern UNICODE = Pattern.compile("u\\{([0-9a-fA-F]{1,6})}");
    private static final Pattern OPENING = Pattern.compile("\"\"\"\\r?\\n");
    private static final Pattern CLOSING = Pattern.compile("\\n( *+)\"\"\"");
    private static final int FOUND = 20;

    private final String text;
    private final Matcher matcher;
    private int at;

    WaveScanner(String text, int from) {
        this.text = text;
        this.matcher = SPACE.matcher(text).useTransparentBounds(true);
        this.at = from;
    }

    /** Whether the next token begins so; nothing is taken. */
    boolean sees(String begin) {
        skip();
        return text.startsWith(begin, at);
    }

    /** Takes this sign if it is next. */
    boolean takes(char sign) {
        skip();
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }

    /** Takes this sign, or fails. */
    void require(char sign, String expected) {
        if (!takes(sign)) {
            throw unexpected(expected);
        }
    }

    /** Requires that nothing follows. */
    void end() {
        skip();
        if (at < text.length()) {
            throw unexpected("the end");
        }
    }

    /** The next token, a word with its percent sign if it has one; empty if something else is next. Nothing is taken. */
    String peekWord() {
        skip();
        return match(WORD) ? matcher.group() : "";
    }

    /** Takes a word, without its percent sign. */
    String word(String expected) {
        String word = peekWord();
        if (word.isEmpty()) {
            throw unexpected(expected);
        }
        at += word.length();
        return word.startsWith("%") ? word.substring(1) : word;
    }

    /** Takes a number, {@code inf} and {@code nan} among them. */
    String number(String expected) {
        skip();
        if (!match(NUMBER) || matcher.end() < text.length() && isWordPart(text.charAt(matcher.end()))) {
            throw unexpected(expected);
        }
        at = matcher.end();
        return matcher.group();
    }

    private static boolean isWordPart(char c) {
        return c == '.' || Character.isLetterOrDigit(c);
    }

    /** Takes a char, as its code point. */
    int character() {
        require('\'', "char");
        if (sees("'")) {
            throw unexpected("a character");
        }
        int codePoint = codePoint("a closing '");
        if (at >= text.length() || text.charAt(at) != '\'') {
            throw unexpected("' behind one character");
        }
        at++;
        return codePoint;
    }

    /** Takes a string. */
    String string() {
        if (sees("\"\"\"")) {
            return lines();
        }
        require('"', "string");
        StringBuilder string = new StringBuilder();
        while (at >= text.length() || text.charAt(at) != '"') {
            string.appendCodePoint(codePoint("a closing \""));
        }
        at++;
        return string.toString();
    }

    /** A string of several lines, each without the indentation of the quotes at its end. */
    private String lines() {
        Matcher opening = OPENING.matcher(text).region(at, text.length());
        Matcher closing = CLOSING.matcher(text);
        if (!opening.lookingAt() || !closing.find(opening.end() - 1)) {
            throw unexpected("lines between \"\"\" and \"\"\", each on a line of its own");
        }
        String indentation = closing.group(1);
        StringBuilder string = new StringBuilder();
        at = opening.end();
        while (at <= closing.start()) {
            int end = text.indexOf('\n', at);
            if (text.startsWith(indentation, at)) {
                at += indentation.length();
            } else if (!text.substring(at, end).isBlank()) {
                throw unexpected("a line that is indented like the closing \"\"\"");
            } else {
                at = end;
            }
            while (at < end && !text.startsWith("\r\n", at)) {
                string.appendCodePoint(codePoint("a line break"));
            }
            string.append(end < closing.start() ? "\n" : "");
            at = end + 1;
        }
        at = closing.end();
        return string.toString();
    }

    private int codePoint(String expected) {
        if (at >= text.length() || text.charAt(at) == '\n') {
            throw failure(at, expected, found());
        }
        int codePoint = text.codePointAt(at);
        if (codePoint == '\\') {
            at++;
            return escaped();
        }
        at += Character.charCount(codePoint);
        return codePoint;
    }

    private int escaped() {
        if (match(UNICODE)) {
            int codePoint = Integer.parseInt(matcher.group(1), 16);
            if (!Character.isValidCodePoint(codePoint) || codePoint >>> 11 == Character.MIN_SURROGATE >>> 11) {
                throw unexpected("the code point of a character");
            }
            at = matcher.end();
            return codePoint;
        }
        int place = at < text.length() ? "\"'\\tnr".indexOf(text.charAt(at)) : -1;
        if (place < 0) {
            throw unexpected("one of \" ' \\ t n r u{…} behind \\");
        }
        at++;
        return "\"'\\\t\n\r".charAt(place);
    }

    private boolean match(Pattern token) {
        return matcher.usePattern(token).region(at, text.length()).lookingAt();
    }

    private void skip() {
        match(SPACE);
        at = matcher.end();
    }

    /** An error at the next token. */
    IllegalArgumentException unexpected(String expected) {
        skip();
        return failure(at, expected, found());
    }

    /** An error at what was taken from there on. */
    IllegalArgumentException unexpected(int from, String expected) {
        return failure(from, expected, text.substring(from, at).strip());
    }

    private static IllegalArgumentException failure(int place, String expected, String found) {
        return new IllegalArgumentException("column " + (place + 1) + ": expected " + expected + ", found " + found);
    }

    /** Where the next token begins. */
    int next() {
        skip();
        return at;
    }

    private String found() {
        if (at >= text.length()) {
            return "the end";
        }
        String rest = text.substring(at);
        String line = rest.lines().findFirst().orElse("");
        return line.length() <= FOUND ? line : line.substring(0, line.offsetByCodePoints(0, FOUND - 2)) + "…";
    }
}
