package dev.witloof.abi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of cases, and the way from a name to its place.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#despecialization">CanonicalABI: despecialization</a>
 */
final class CaseLabels {

    private static final int MOST_IN_MESSAGE = 8;

    private final List<String> labels;
    private final Map<String, Integer> places = new HashMap<>();

    CaseLabels(List<String> labels) {
        this.labels = labels;
        for (int i = 0; i < labels.size(); i++) {
            places.put(labels.get(i), i);
        }
    }

    String label(int place) {
        return labels.get(place);
    }

    int size() {
        return labels.size();
    }

    /** The place of a name; a hint that is right saves looking it up. */
    int place(String label, int hint) {
        if (hint >= 0 && hint < labels.size() && labels.get(hint).equals(label)) {
            return hint;
        }
        Integer place = places.get(label);
        if (place == null) {
            throw new UnfitValueException("expected one of " + some() + ", found \"" + label + "\"");
        }
        return place;
    }

    private String some() {
        return labels.size() <= MOST_IN_MESSAGE
                ? String.join(", ", labels)
                : String.join(", ", labels.subList(0, MOST_IN_MESSAGE)) + " and " + (labels.size() - MOST_IN_MESSAGE)
                        + " more";
    }
}
