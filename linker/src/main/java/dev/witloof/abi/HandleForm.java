package dev.witloof.abi;

import dev.witloof.state.RuntimeResourceType;
import org.jspecify.annotations.Nullable;

/**
 * How handles look in Java. Inside, one to a resource of the host is the object, one to a guest's a {@code ResourceValue}.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#lifting-and-lowering-values">CanonicalABI: lifting and lowering values</a>
 */
public interface HandleForm {

    /** As they are inside. */
    HandleForm PLAIN = new HandleForm() {
        @Override
        public Object lift(RuntimeResourceType type, Object inside) {
            return inside;
        }

        @Override
        public @Nullable Object lower(RuntimeResourceType type, @Nullable Object value) {
            return value;
        }
    };

    /** What Java is given for a handle. */
    Object lift(RuntimeResourceType type, Object inside);

    /**
     * The handle in what Java gave.
     *
     * @throws IllegalArgumentException if it is none of the type
     */
    @Nullable
    Object lower(RuntimeResourceType type, @Nullable Object value);
}
