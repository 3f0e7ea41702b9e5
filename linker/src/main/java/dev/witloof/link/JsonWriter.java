package dev.witloof.link;

import java.util.Optional;

/** Writes JSON, without white space; the caller opens and closes objects and arrays in pairs. */
final class JsonWriter {

    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    JsonWriter open(char bracket) {
        separate();
        out.append(bracket);
        first = true;
        return this;
    }

    JsonWriter close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    /** The name of the member whose value is written next. */
    JsonWriter name(String name) {
        separate();
        string(name);
        out.append(':');
        first = true;
        return this;
    }

    JsonWriter member(String name, String value) {
        name(name);
        separate();
        string(value);
        return this;
    }

    /** An element of an array. */
    JsonWriter value(String value) {
        separate();
        string(value);
        return this;
    }

    /** A member that is left out where there is no value. */
    JsonWriter member(String name, Optional<String> value) {
        value.ifPresent(v -> member(name, v));
        return this;
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c) && !isPaired(text, i)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
