package dev.witloof.value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Labels in order, with the way back from a label to its place. Made once for each type, shared by its values. */
final class Labels {

    private final List<String> labels;
    private final Map<String, Integer> places = new HashMap<>();

    Labels(List<String> labels) {
        this.labels = List.copyOf(labels);
        for (int i = 0; i < this.labels.size(); i++) {
            if (places.put(this.labels.get(i), i) != null) {
                throw new IllegalArgumentException("\"" + this.labels.get(i) + "\": expected once, found twice");
            }
        }
    }

    List<String> inOrder() {
        return labels;
    }

    /** The place of a label, or -1. */
    int indexOf(String label) {
        return places.getOrDefault(label, -1);
    }

    int require(String label) {
        int index = indexOf(label);
        if (index < 0) {
            throw new NoSuchElementException(
                    "expected one of " + String.join(", ", labels) + ", found \"" + label + "\"");
        }
        return index;
    }
}
