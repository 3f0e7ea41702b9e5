package dev.witloof.testkit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Matches every value in its place and keeps them: those of calls that match in all other places.
 *
 * <pre>{@code
 * Captor<byte[]> value = Captor.of(byte[].class);
 * cache.called("[method]bucket.set").with("ada", value).once();
 * assertThat(value.last()).hasSize(200);
 * }</pre>
 *
 * @param <T> the class of the values
 */
public final class Captor<T> implements ArgumentMatcher {

    private final Class<T> type;
    private final List<T> values = new ArrayList<>();

    private Captor(Class<T> type) {
        this.type = type;
    }

    /** A captor of values of this class. */
    public static <T> Captor<T> of(Class<T> type) {
        return new Captor<>(type);
    }

    @Override
    public boolean matches(@Nullable Object value) {
        return type.isInstance(value);
    }

    synchronized void keep(Object value) {
        values.add(type.cast(value));
    }

    /** All values so far, in the order of the calls. */
    public synchronized List<T> all() {
        return List.copyOf(values);
    }

    /**
     * The last value.
     *
     * @throws AssertionError if there is none
     */
    public synchronized T last() {
        if (values.isEmpty()) {
            throw new AssertionError("captor of " + type.getSimpleName() + ": expected a value, found none");
        }
        return values.get(values.size() - 1);
    }

    @Override
    public String toString() {
        return "any";
    }
}
