package dev.witloof.host;

import dev.witloof.abi.Cases;
import dev.witloof.abi.UnfitValueException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How options look in Java. */
abstract class Options extends Cases {

    /** {@code Optional}. */
    static final Options OPTIONAL = new Options(Optional.class) {
        @Override
        protected Object lift(int place, @Nullable Object payload) {
            return Optional.ofNullable(payload);
        }

        @Override
        boolean isPresent(Object value) {
            return ((Optional<?>) value).isPresent();
        }

        @Override
        Object present(Object value) {
            return ((Optional<?>) value).orElseThrow();
        }
    };

    /** {@code null} for none. */
    static final Cases NULLABLE = new OfNullable();

    /** {@code OptionalInt}. */
    static final Options INT = new Options(OptionalInt.class) {
        @Override
        protected Object lift(int place, @Nullable Object payload) {
            return payload == null ? OptionalInt.empty() : OptionalInt.of((int) payload);
        }

        @Override
        boolean isPresent(Object value) {
            return ((OptionalInt) value).isPresent();
        }

        @Override
        Object present(Object value) {
            return ((OptionalInt) value).getAsInt();
        }
    };

    /** {@code OptionalLong}. */
    static final Options LONG = new Options(OptionalLong.class) {
        @Override
        protected Object lift(int place, @Nullable Object payload) {
            return payload == null ? OptionalLong.empty() : OptionalLong.of((long) payload);
        }

        @Override
        boolean isPresent(Object value) {
            return ((OptionalLong) value).isPresent();
        }

        @Override
        Object present(Object value) {
            return ((OptionalLong) value).getAsLong();
        }
    };

    /** {@code OptionalDouble}. */
    static final Options DOUBLE = new Options(OptionalDouble.class) {
        @Override
        protected Object lift(int place, @Nullable Object payload) {
            return payload == null ? OptionalDouble.empty() : OptionalDouble.of((double) payload);
        }

        @Override
        boolean isPresent(Object value) {
            return ((OptionalDouble) value).isPresent();
        }

        @Override
        Object present(Object value) {
            return ((OptionalDouble) value).getAsDouble();
        }
    };

    private final Class<?> java;

    private Options(Class<?> java) {
        this.java = java;
    }

    abstract boolean isPresent(Object value);

    abstract Object present(Object value);

    @Override
    protected final String kind() {
        return "option";
    }

    @Override
    protected final int match(@Nullable Object value) {
        if (!java.isInstance(value)) {
            throw UnfitValueException.found("option", value);
        }
        return isPresent(value) ? 1 : 0;
    }

    @Override
    protected final @Nullable Object payload(int place, @Nullable Object value) {
        return place == 0 || value == null ? null : present(value);
    }

    @Override
    protected final String step(int place) {
        return "some";
    }

    private static final class OfNullable extends Cases {

        @Override
        protected String kind() {
            return "option";
        }

        @Override
        protected @Nullable Object lift(int place, @Nullable Object payload) {
            return payload;
        }

        @Override
        protected int match(@Nullable Object value) {
            return value == null ? 0 : 1;
        }

        @Override
        protected @Nullable Object payload(int place, @Nullable Object value) {
            return value;
        }

        @Override
        protected String step(int place) {
            return "some";
        }
    }
}
