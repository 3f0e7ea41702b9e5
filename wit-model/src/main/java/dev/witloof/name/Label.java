package dev.witloof.name;

import dev.witloof.error.InvalidException;

/**
 * A label in kebab case: words of lower-case letters and digits or acronyms of upper-case letters and digits, joined by
 * single hyphens; the first begins with a letter. {@code users-DB} is a label, {@code 1cache} and {@code userDB} are not.
 *
 * @param value the label as written
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#import-and-export-definitions">Explainer: label</a>
 */
public record Label(String value) {

    /**
     * Checks the grammar.
     *
     * @throws InvalidException if {@code value} is not in kebab case
     */
    public Label {
        if (!isLabel(value)) {
            throw new InvalidException("", "\"" + value + "\" is not in kebab case");
        }
    }

    /** Whether {@code text} is a label. */
    public static boolean isLabel(String text) {
        return isKebab(text, 0, text.length(), true);
    }

    /** Whether {@code text} is what a namespace or package name may be: a label without upper-case letters. */
    static boolean isWords(String text) {
        return isKebab(text, 0, text.length(), false);
    }

    private static boolean isKebab(String text, int from, int to, boolean acronyms) {
        int at = from;
        boolean first = true;
        do {
            int start = at;
            boolean lower = false;
            boolean upper = false;
            for (; at < to && text.charAt(at) != '-'; at++) {
                char c = text.charAt(at);
                if (c >= 'a' && c <= 'z') {
                    lower = true;
                } else if (c >= 'A' && c <= 'Z') {
                    upper = true;
                } else if (c < '0' || c > '9' || first && at == start) {
                    return false;
                }
            }
            if (at == start || lower && upper || upper && !acronyms) {
                return false;
            }
            first = false;
        } while (at++ < to);
        return true;
    }

    /** The label as written. */
    @Override
    public String toString() {
        return value;
    }
}
