package dev.witloof.abi;

import dev.witloof.state.RuntimeResourceType;
import org.jspecify.annotations.Nullable;

/** How handles look in Java. Inside, one to a resource of the host is the object, one to a guest's a {@code ResourceValue}. */
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
