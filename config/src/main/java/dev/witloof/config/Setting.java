package dev.witloof.config;

import java.util.List;

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
     * @param shown how a message quotes it: as it is written, never as it was resolved
     * @param isResolved whether any of it came from the embedder's resolver
     * @param isSecret whether any of it is secret
     * @param from where it begins in the file
     * @param to where it ends
     */
    record Value(String text, String shown, boolean isResolved, boolean isSecret, int from, int to) {

        /** A value that is what is written. */
        static Value of(Node.Scalar scalar) {
            return new Value(scalar.text(), scalar.found(), false, false, scalar.from(), scalar.to());
        }

        /** Never the text. */
        @Override
        public String toString() {
            return shown;
        }
    }
}
