package dev.witloof.abi;

import java.util.Arrays;
import java.util.Collections;
import java.util.function.IntFunction;

/**
 * What Java object a lifted list is.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#loading">CanonicalABI: loading</a>
 */
public abstract class ListForm {

    /** An array of primitives. */
    public static final ListForm OF_NUMBERS = ofList();

    /** An immutable {@code List}. */
    public static final ListForm OF_VALUES = ofList();

    /** A read-only buffer over a copy of the bytes. */
    public static final ListForm BUFFER = ofList();

    /** A read-only buffer over the guest's memory, valid until the guest runs again. */
    public static final ListForm BUFFER_OVER_MEMORY = ofList();

    private ListForm() {}

    private static ListForm ofList() {
        return new ListForm() {
            @Override
            Object[] elements(int length) {
                return new Object[length];
            }

            @Override
            Object of(Object[] elements) {
                return Collections.unmodifiableList(Arrays.asList(elements));
            }
        };
    }

    /**
     * An array of objects.
     *
     * @param array makes one of a length
     */
    public static ListForm ofArray(IntFunction<? extends Object[]> array) {
        return new ListForm() {
            @Override
            Object[] elements(int length) {
                return array.apply(length);
            }

            @Override
            Object of(Object[] elements) {
                return elements;
            }
        };
    }

    /** Room for the elements. */
    abstract Object[] elements(int length);

    /** The list of these elements; takes the array over. */
    abstract Object of(Object[] elements);
}
