package dev.witloof.value;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of something that can fail: {@code result<T, E>}.
 *
 * @param <T> what comes of success
 * @param <E> what comes of failure
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/Explainer.md#specialized-value-types">Explainer: specialized value types</a>
 */
public sealed interface Result<T, E> {

    /** Success; {@code value} is {@code null} where the type has none. */
    static <T, E> Result<T, E> ok(@Nullable T value) {
        return new Ok<>(value);
    }

    /** Failure; {@code error} is {@code null} where the type has none. */
    static <T, E> Result<T, E> err(@Nullable E error) {
        return new Err<>(error);
    }

    /** Whether this is {@link Ok}. */
    default boolean isOk() {
        return this instanceof Ok;
    }

    /**
     * Success.
     *
     * @param value what came of it; {@code null} where the type has none
     * @param <T> what comes of success
     * @param <E> what comes of failure
     */
    record Ok<T, E>(@Nullable T value) implements Result<T, E> {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Ok<?, ?> ok && Content.equal(value, ok.value);
        }

        @Override
        public int hashCode() {
            return Content.hash(value);
        }

        /** The value in WAVE, such as {@code ok(1)}. */
        @Override
        public String toString() {
            return Wave.appendCase(new StringBuilder(), "ok", value).toString();
        }
    }

    /**
     * Failure.
     *
     * @param error what came of it; {@code null} where the type has none
     * @param <T> what comes of success
     * @param <E> what comes of failure
     */
    record Err<T, E>(@Nullable E error) implements Result<T, E> {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Err<?, ?> err && Content.equal(error, err.error);
        }

        @Override
        public int hashCode() {
            return ~Content.hash(error);
        }

        /** The value in WAVE, such as {@code err("no such key")}. */
        @Override
        public String toString() {
            return Wave.appendCase(new StringBuilder(), "err", error).toString();
        }
    }
}
