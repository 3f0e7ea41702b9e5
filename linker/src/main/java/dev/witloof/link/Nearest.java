package dev.witloof.link;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * The name that was probably meant: the one with the smallest edit distance (letters added, left out, changed, or two
 * swapped), letter case aside, if that is small for its length. The distance is bounded, so that hundreds of names against
 * hundreds of names take milliseconds.
 */
final class Nearest {

    private static final int FARTHEST = 3;

    private Nearest() {}

    /** The nearest of the candidates; of two as near, the first. */
    static Optional<String> to(String name, Collection<String> candidates) {
        String nearest = null;
        int smallest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(name, candidate);
            if (distance < smallest) {
                smallest = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The distance, or {@link Integer#MAX_VALUE} if the names are not near. */
    static int distance(String name, String other) {
        int limit = Math.min(FARTHEST, Math.max(1, Math.max(name.length(), other.length()) / 3));
        if (Math.abs(name.length() - other.length()) > limit) {
            return Integer.MAX_VALUE;
        }
        int distance = bounded(name.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT), limit);
        return distance <= limit && distance < Math.min(name.length(), other.length()) ? distance : Integer.MAX_VALUE;
    }

    /** Three rows of the usual table, of each only the band of width {@code 2 * limit + 1} around the diagonal. */
    private static int bounded(String a, String b, int limit) {
        int width = b.length() + 1;
        int[] beforeLast = new int[width];
        int[] last = new int[width];
        int[] row = new int[width];
        for (int j = 0; j < width; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int from = Math.max(1, i - limit);
            int to = Math.min(b.length(), i + limit);
            row[from - 1] = from == 1 ? i : limit + 1;
            int smallest = row[from - 1];
            for (int j = from; j <= to; j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int above = j == i + limit ? limit + 1 : last[j] + 1;
                int best = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(row[j - 1] + 1, above));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                row[j] = best;
                smallest = Math.min(smallest, best);
            }
            if (smallest > limit) {
                return limit + 1;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
