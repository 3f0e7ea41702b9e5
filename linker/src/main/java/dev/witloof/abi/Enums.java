package dev.witloof.abi;

import dev.witloof.value.EnumValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enums: the place of a name. There is one object for each name, so that lifting makes none.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
final class Enums implements Names {

    private final EnumValue[] values;
    private final CaseLabels labels;

    Enums(List<String> labels) {
        this.labels = new CaseLabels(labels);
        this.values = new EnumValue[labels.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = EnumValue.at(i, labels.get(i));
        }
    }

    @Override
    public Object lift(int place) {
        require(place);
        return values[place];
    }

    /** Checks the place of a case that a guest gave. */
    void require(int place) {
        Variants.require("enum", place, values.length);
    }

    @Override
    public int lower(@Nullable Object value) {
        if (!(value instanceof EnumValue one)) {
            throw UnfitValueException.found("enum", value);
        }
        return labels.place(one.label(), one.place());
    }
}
