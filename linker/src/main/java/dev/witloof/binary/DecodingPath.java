package dev.witloof.binary;

import java.util.Arrays;

/**
 * The definitions around the byte that is being read, outermost first. Entering and leaving costs nothing but two
 * stores; words are made of it only for an error.
 */
final class DecodingPath {

    /** For {@link #enter}: what is entered has no number. */
    static final int NO_NUMBER = -1;

    /** Of a long path, how many definitions are shown at either end. */
    private static final int SHOWN = 8;

    private String[] names = new String[16];
    private int[] numbers = new int[16];
    private int depth;

    void enter(String name, int number) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            numbers = Arrays.copyOf(numbers, depth * 2);
        }
        names[depth] = name;
        numbers[depth++] = number;
    }

    void leave() {
        depth--;
    }

    /** {@code component 0, type section, type 3}. The middle of a path that nobody would read in full is left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            if (depth > 2 * SHOWN && i == SHOWN) {
                i = depth - SHOWN;
                text.append(", … ").append(depth - 2 * SHOWN).append(" more …");
            }
            text.append(i == 0 ? "" : ", ").append(names[i]);
            if (numbers[i] != NO_NUMBER) {
                text.append(' ').append(numbers[i]);
            }
        }
        return text.toString();
    }
}
