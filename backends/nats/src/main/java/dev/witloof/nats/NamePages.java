package dev.witloof.nats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Pages of names. JetStream has no cursor, so names are put into an order of their own, that of the first 64 bits of their
 * SHA-256, and the cursor is a number in it.
 *
 * @param names the names of a page
 * @param next where the next one begins; nothing after the last
 */
record NamePages(List<String> names, OptionalLong next) {

    /** A name and its place. */
    private record Placed(long order, String name) {}

    /** The page that begins at a cursor, an unsigned number, of all names that there are. */
    static NamePages of(Collection<String> all, long cursor, int size) {
        List<Placed> placed = new ArrayList<>();
        for (String name : all) {
            long order = Names.order(name);
            if (Long.compareUnsigned(order, cursor) >= 0) {
                placed.add(new Placed(order, name));
            }
        }
        placed.sort(Comparator.comparing(Placed::order, Long::compareUnsigned).thenComparing(Placed::name));
        int end = Math.min(size, placed.size());
        // Names in one place are on one page, because the cursor cannot stand between them.
        while (end > 0
                && end < placed.size()
                && placed.get(end).order() == placed.get(end - 1).order()) {
            end++;
        }
        return new NamePages(
                placed.subList(0, end).stream().map(Placed::name).toList(),
                end < placed.size() ? OptionalLong.of(placed.get(end).order()) : OptionalLong.empty());
    }
}
