package dev.witloof.config;

import dev.witloof.name.Printable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One setting of an entry, with its references resolved.
 *
 * @param key its key
 * @param from where its key begins in the file; of what comes from a source of settings, where that is named
 * @param to where its key ends
 * @param values its value, or those of its list
 * @param isList whether it was written as a list
 */
record Setting(String key, int from, int to, List<Value> values, boolean isList) {

    /**
     * A value.
     *
     * @param text the value itself
     * @param written what the file has; of what comes from a source of settings, that source as a reference
     * @param shown how a message quotes it: as it is written, never as it was resolved
     * @param isResolved whether any of it came from the embedder's resolver
     * @param isSecret whether any of it is secret
     * @param from where it begins in the file
     * @param to where it ends
     */
    record Value(String text, String written, String shown, boolean isResolved, boolean isSecret, int from, int to) {

        private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]*\\}");

        /** A value that is what is written. */
        static Value of(Node.Scalar scalar) {
            return new Value(scalar.text(), scalar.text(), scalar.found(), false, false, scalar.from(), scalar.to());
        }

        /** What stands for it in the digest of the configuration; nothing that a secret could be guessed by. */
        String declared(boolean isReadAsSecret) {
            boolean isHidden =
                    isReadAsSecret && !(isResolved && REFERENCE.matcher(written).matches());
            return isHidden ? "a secret" : Printable.quoted(written);
        }

        /** Never the text. */
        @Override
        public String toString() {
            return shown;
        }
    }
}
