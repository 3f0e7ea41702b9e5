package dev.witloof.testkit;

import dev.witloof.value.Result;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Values and matchers for stubs, to be imported statically. */
public final class Given {

    private Given() {}

    /** Matches every value. */
    public static ArgumentMatcher any() {
        return new ArgumentMatcher() {
            @Override
            public boolean matches(@Nullable Object value) {
                return true;
            }

            @Override
            public String toString() {
                return "any";
            }
        };
    }

    /**
     * Matches the values for which {@code accepts} holds.
     *
     * @param description what messages call it, such as {@code begins with "session:"}
     * @param type the class of the values, such as {@code String}
     */
    public static <T> ArgumentMatcher that(String description, Class<T> type, Predicate<? super T> accepts) {
        return new ArgumentMatcher() {
            @Override
            public boolean matches(@Nullable Object value) {
                return type.isInstance(value) && accepts.test(type.cast(value));
            }

            @Override
            public String toString() {
                return description;
            }
        };
    }

    /** A value that is there: {@code some(…)} of WIT's option. */
    public static Optional<Object> some(Object value) {
        return Optional.of(value);
    }

    /** A value that is not there: {@code none} of WIT's option. */
    public static Optional<Object> none() {
        return Optional.empty();
    }

    /** Success: {@code ok(…)} of WIT's result. It may be left out. */
    public static Result<Object, Object> ok(Object value) {
        return Result.ok(value);
    }

    /** Success without a value. */
    public static Result<Object, Object> ok() {
        return Result.ok(null);
    }

    /** Failure: {@code err(…)} of WIT's result. Of an enum, or a variant's case without payload, the label will do. */
    public static Result<Object, Object> err(Object error) {
        return Result.err(error);
    }

    /** Failure without a value. */
    public static Result<Object, Object> err() {
        return Result.err(null);
    }
}
