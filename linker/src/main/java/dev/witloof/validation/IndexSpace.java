package dev.witloof.validation;

import dev.witloof.error.InvalidException;
import java.util.ArrayList;
import java.util.List;

/**
 * One index space: definitions of one sort, numbered in their order.
 *
 * @param <T> what is known of each definition
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#index-spaces">Explainer: index spaces</a>
 */
final class IndexSpace<T> {

    private final String sort;
    private final List<T> entries = new ArrayList<>();

    IndexSpace(String sort) {
        this.sort = sort;
    }

    /** Appends a definition; the result is its index. */
    int add(T entry) {
        entries.add(entry);
        return entries.size() - 1;
    }

    /**
     * What is known of a definition.
     *
     * @throws InvalidException if there is none of this index yet
     */
    T get(int index) {
        if (index < 0 || index >= entries.size()) {
            throw new InvalidException(
                    "",
                    "expected the index of " + withArticle(sort) + ", found " + Integer.toUnsignedString(index) + " of "
                            + entries.size());
        }
        return entries.get(index);
    }

    /** A sort as messages name one of it: a func, an instance. */
    static String withArticle(String sort) {
        return (sort.startsWith("i") ? "an " : "a ") + sort;
    }

    int size() {
        return entries.size();
    }
}
