package dev.witloof.name;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name that was probably meant: the one with the smallest edit distance (letters added, left out, changed, or two
 * swapped), letter case aside, if that is small for its length. The distance is bounded by the best one so far, so that
 * hundreds of names against hundreds of names take milliseconds.
 *
 * @param <T> what the names stand for
 */
public final class Nearest<T> {

    private static final int FARTHEST = 3;

    private final String wanted;
    private int smallest = FARTHEST + 1;
    private @Nullable T nearest;

    /** A search for what was probably meant by a name. */
    public Nearest(String wanted) {
        this.wanted = folded(wanted);
    }

    /** A name without its letter case, as {@link #offer} wants it. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The nearest of the names; of two as near, the first. */
    public static Optional<String> to(String wanted, Collection<String> names) {
        Nearest<String> search = new Nearest<>(wanted);
        names.forEach(name -> search.offer(folded(name), name));
        return search.found();
    }

    /** Considers one name. */
    public void offer(String folded, T meaning) {
        int longer = Math.max(wanted.length(), folded.length());
        int shorter = Math.min(wanted.length(), folded.length());
        int limit = Math.min(Math.min(smallest - 1, shorter - 1), Math.max(1, longer / 3));
        if (longer - shorter <= limit) {
            int distance = distance(folded, limit);
            if (distance <= limit) {
                smallest = distance;
                nearest = meaning;
            }
        }
    }

    /** The nearest of those considered, if one is near. */
    public Optional<T> found() {
        return Optional.ofNullable(nearest);
    }

    /** How near it is; more than any limit if nothing is. */
    public int smallest() {
        return smallest;
    }

    private int distance(String other, int limit) {
        int from = 0;
        int a = wanted.length();
        int b = other.length();
        while (from < a && from < b && wanted.charAt(from) == other.charAt(from)) {
            from++;
        }
        while (a > from && b > from && wanted.charAt(a - 1) == other.charAt(b - 1)) {
            a--;
            b--;
        }
        return a == from || b == from
                ? a + b - 2 * from
                : bounded(wanted.substring(from, a), other.substring(from, b), limit);
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
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int above = j == i + limit ? limit + 1 : last[j] + 1;
                int best = Math.min(last[j - 1] + (same ? 0 : 1), Math.min(row[j - 1] + 1, above));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    best = Math.min(best, beforeLast[j - 2] + 1);
                }
                row[j] = best;
                least = Math.min(least, best);
            }
            if (least > limit) {
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
