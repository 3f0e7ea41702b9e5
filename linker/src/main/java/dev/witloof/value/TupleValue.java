package dev.witloof.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value of a tuple type. */
public final class TupleValue {

    private final Object[] elements;

    private TupleValue(Object[] elements) {
        this.elements = elements;
    }

    /** A tuple of these elements. */
    public static TupleValue of(Object... elements) {
        return new TupleValue(elements.clone());
    }

    /** A tuple that takes the array over: nobody may change it afterwards. */
    public static TupleValue adopt(Object[] elements) {
        return new TupleValue(elements);
    }

    /** How many elements there are. */
    public int size() {
        return elements.length;
    }

    /** The element at a place, from 0. */
    public Object get(int place) {
        return elements[place];
    }

    /** The elements in order; cannot be changed. */
    public List<Object> elements() {
        return Collections.unmodifiableList(Arrays.asList(elements));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TupleValue tuple && Content.equal(elements(), tuple.elements());
    }

    @Override
    public int hashCode() {
        return Content.hash(elements());
    }

    /** The value in WAVE, such as {@code (1, "x")}. */
    @Override
    public String toString() {
        return Wave.appendAll(new StringBuilder("("), elements().iterator())
                .append(')')
                .toString();
    }
}
