package dev.witloof.abi;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A Java value that does not fit the type that it is to be lowered to. Each value around it adds its own step of the
 * path while the exception passes through, so that a value that fits costs nothing.
 *
 * @see <a href="https://github.com/WebAssembly/component-model/blob/6d281648bd89caf885a7adcc412962dbd2425ab7/design/mvp/CanonicalABI.md#storing">CanonicalABI: storing</a>
 */
public final class UnfitValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TEXT = 40;

    private final String problem;
    private String path = "";

    /** A value that does not fit, and why. */
    public UnfitValueException(String problem) {
        super(problem, null);
        this.problem = problem;
    }

    /** Something else was expected. */
    public static UnfitValueException found(String expected, @Nullable Object value) {
        return new UnfitValueException("expected " + expected + ", found " + describe(value));
    }

    /** The same exception, one step further out. */
    public UnfitValueException in(String step) {
        path = path.isEmpty() ? step : step + ", " + path;
        return this;
    }

    @Override
    public String getMessage() {
        return path.isEmpty() ? problem : path + ": " + problem;
    }

    /** Numbers and other short things as they are, all else by its class: it may be long, or a secret. */
    public static String describe(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Number || value instanceof Boolean) {
            String text = value.toString();
            boolean exact = value instanceof Integer || text.length() > LONGEST_TEXT;
            return (text.length() > LONGEST_TEXT ? "a number of " + text.length() + " digits" : text)
                    + (exact ? "" : suffix(value));
        }
        return "a value of " + value.getClass().getTypeName();
    }

    private static String suffix(Object value) {
        return value instanceof Boolean || value instanceof BigInteger
                ? ""
                : " (" + value.getClass().getSimpleName() + ")";
    }
}
