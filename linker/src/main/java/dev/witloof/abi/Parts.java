package dev.witloof.abi;

import dev.witloof.type.ValType;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the parts of a type, each with its own view.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lifting and lowering values</a>
 */
@FunctionalInterface
interface Parts<T> {

    /** Prepares the part at a place; see {@link View#part}. */
    T prepare(ValType type, int place);

    /** Prepares fields or elements. */
    default T[] all(List<ValType> types, IntFunction<T[]> array) {
        T[] prepared = array.apply(types.size());
        for (int i = 0; i < prepared.length; i++) {
            prepared[i] = prepare(types.get(i), i);
        }
        return prepared;
    }

    /** Prepares the payloads of cases; {@code null} where a case has none. */
    default @Nullable T[] payloads(List<Optional<ValType>> types, IntFunction<@Nullable T[]> array) {
        @Nullable T[] prepared = array.apply(types.size());
        for (int i = 0; i < prepared.length; i++) {
            int place = i;
            prepared[i] = types.get(i).map(type -> prepare(type, place)).orElse(null);
        }
        return prepared;
    }
}
