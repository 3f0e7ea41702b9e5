package dev.witloof.tests.wast;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a script has made so far, by name, and the last of it; also what it should have made and could not.
 *
 * @param <T> what is made
 */
final class Slots<T> {

    private record Slot<T>(@Nullable T value, String lost) {}

    private final String what;
    private final Map<String, Slot<T>> named = new HashMap<>();
    private Slot<T> last;

    Slots(String what) {
        this.what = what;
        this.last = new Slot<>(null, "no " + what + " so far");
    }

    void put(Optional<String> name, T value) {
        fill(name, new Slot<>(value, ""));
    }

    /** Nothing came of it; what stood there before under the name is gone too. */
    void lose(Optional<String> name, String why) {
        fill(name, new Slot<>(null, "no " + what + ": " + why));
    }

    private void fill(Optional<String> name, Slot<T> slot) {
        name.ifPresent(each -> named.put(each, slot));
        last = slot;
    }

    /**
     * What has the name, or what was made last.
     *
     * @throws MissingException if it is not there
     */
    T get(Optional<String> name) throws MissingException {
        Slot<T> slot = name.isEmpty() ? last : named.get(name.get());
        if (slot == null) {
            throw new MissingException("no " + what + " $" + name.get());
        }
        if (slot.value == null) {
            throw new MissingException(slot.lost);
        }
        return slot.value;
    }

    /** What a command needs is not there. */
    static final class MissingException extends Exception {

        private static final long serialVersionUID = 1;

        MissingException(String message) {
            super(message);
        }
    }
}
