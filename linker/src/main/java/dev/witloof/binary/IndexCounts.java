package dev.witloof.binary;

import dev.witloof.component.ComponentSort;
import dev.witloof.component.CoreSort;
import dev.witloof.component.Sort;

/** How many definitions of each sort one component has so far, so that errors number them as indices do. */
final class IndexCounts {

    private final int[] core = new int[CoreSort.values().length];
    private final int[] component = new int[ComponentSort.values().length];

    int of(Sort sort) {
        return sort instanceof CoreSort
                ? core[((CoreSort) sort).ordinal()]
                : component[((ComponentSort) sort).ordinal()];
    }

    void add(Sort sort, int count) {
        if (sort instanceof CoreSort) {
            core[((CoreSort) sort).ordinal()] += count;
        } else {
            component[((ComponentSort) sort).ordinal()] += count;
        }
    }
}
